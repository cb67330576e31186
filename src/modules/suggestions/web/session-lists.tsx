import { UnorderedListOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Form, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { download } from "../../../web/ui/download.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { sessionListKinds } from "../papers/session-list-kinds.ts";

interface Wanted {
  readonly sessionId: string;
  readonly kind: string;
  readonly format: string;
}

/** 代表建议目录 and 交办清单 of a session, as a paper or a sheet. */
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
  const [form] = Form.useForm<Wanted>();
  const sessions = useSessions();
  const take = useMutation({
    mutationFn: ({ kind, ...query }: Wanted) => download(`/api/suggestion-lists/${kind}?${new URLSearchParams({ ...query })}`),
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
  return (
    <Dialog title={t("suggestion.papers.list.dialog")} footer={footer} close={close}>
      <p className="muted" style={{ marginTop: 0 }}>
        {t("suggestion.papers.list.help")}
      </p>
      <ProblemAlert error={take.error} />
      <Form form={form} layout="vertical" initialValues={{ kind: "catalogue", format: "pdf" }} onFinish={(wanted) => take.mutate(wanted)}>
        <Form.Item name="sessionId" label={t("suggestion.papers.list.session_field")} rules={required}>
          <Select showSearch={{ optionFilterProp: "label" }} options={sessions} />
        </Form.Item>
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

/** Sessions of every congress, the newest first. */
function useSessions(): { value: string; label: string }[] {
  const { t } = useTranslation();
  const query = { limit: 200 };
  const sessions = useQuery({
    queryKey: ["congress-sessions"],
    queryFn: () => call(api.GET("/api/congress-sessions", { params: { query } })),
  });
  const congresses = useQuery({ queryKey: ["congresses"], queryFn: () => call(api.GET("/api/congresses", { params: { query } })) });
  const names = new Map((congresses.data?.items ?? []).map((one) => [one["id"], String(one["name"])]));
  return (sessions.data?.items ?? [])
    .toSorted((a, b) => (String(a["openedOn"]) < String(b["openedOn"]) ? 1 : -1))
    .map((one) => ({
      value: String(one["id"]),
      label: `${names.get(one["congressId"]) ?? ""} · ${t("suggestion.session", { no: Number(one["sessionNo"]) })}（${String(one["openedOn"])}）`,
    }));
}
