import { UnorderedListOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { download } from "../../../web/ui/download.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { sessionListKinds } from "../papers/session-list-kinds.ts";
import { ListRange } from "./list-range.tsx";
import { type ListWanted, queryOf } from "./list-wanted.ts";

/** 代表建议目录 and 交办清单 of a session or of a time between sessions, as a paper or a sheet. */
export function SessionLists() {
  const { t } = useTranslation();
  const wide = useWide();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<UnorderedListOutlined />} size={wide ? "middle" : "large"} onClick={() => setOpen(true)} data-session-lists>
        {t("suggestion.papers.list.button")}
      </Button>
      {open ? <Choosing close={() => setOpen(false)} /> : null}
    </>
  );
}

function Choosing({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const [form] = Form.useForm<ListWanted>();
  const take = useMutation({
    mutationFn: ({ kind, format, ...wanted }: ListWanted) =>
      download(`/api/suggestion-lists/${kind}?${new URLSearchParams({ ...queryOf(wanted), format })}`),
    onSuccess: () => {
      message.success(t("web.saved"));
      close();
    },
  });
  const footer = (
    <div className="action-bar" style={{ justifyContent: "flex-end" }}>
      <Button onClick={close}>{t("web.cancel")}</Button>
      <Button type="primary" loading={take.isPending} onClick={() => form.submit()} data-confirm>
        {t("suggestion.papers.list.take")}
      </Button>
    </div>
  );
  const required = [{ required: true, message: t("field.required") }];
  const initial = { of: "session", time: "year", kind: "catalogue", format: "pdf" };
  return (
    <Dialog title={t("suggestion.papers.list.dialog")} footer={footer} close={close}>
      <p className="muted" style={{ marginTop: 0 }}>
        {t("suggestion.papers.list.help")}
      </p>
      <ProblemAlert error={take.error} />
      <Form form={form} layout="vertical" initialValues={initial} onFinish={(wanted) => take.mutate(wanted)}>
        <ListRange />
        <Form.Item name="kind" label={t("suggestion.papers.list.kind_field")} rules={required}>
          <Radio.Group options={sessionListKinds.map((value) => ({ value, label: t(`suggestion.papers.list.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="format" label={t("suggestion.papers.list.format_field")} rules={required} style={{ marginBottom: 0 }}>
          <Radio.Group options={["pdf", "docx", "xlsx"].map((value) => ({ value, label: t(`suggestion.papers.${value}`) }))} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
