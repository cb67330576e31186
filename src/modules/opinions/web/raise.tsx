import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Card, Form, Input, Radio, Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, idempotencyKey } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { AttachmentField, filesReady, namingFiles } from "../../../web/ui/attachment-field.tsx";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { forget, keep, readKept, useLeaveWarning } from "../../../web/ui/kept-words.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { opinionKey, useCategories } from "./api.ts";
import { AreaPicker, useCampaigns } from "./pickers.tsx";

interface Typed {
  mandateId: string;
  title: string;
  content: string;
  category: string;
  areaId: string;
  campaignId: string | null;
}

const keptUnder = "opinion.new";

/** One page, one step: what is wrong, where, what is asked. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [touched, setTouched] = useState(false);
  const [key] = useState(idempotencyKey);
  const categories = useCategories();
  const campaigns = useCampaigns(me.today);
  const mandates = me.mandates
    .filter((mandate) => mandate.status === "in_force")
    .map(({ id, congressName }) => ({ value: id, label: congressName }));
  const required = [{ required: true, message: t("field.required") }];
  useLeaveWarning(touched);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens; later renders must not undo typing
  useEffect(() => {
    const kept = readKept<Typed>(keptUnder);
    form.setFieldsValue({ campaignId: null, ...(mandates[0] ? { mandateId: mandates[0].value } : {}), ...kept });
    if (kept) message.info(t("web.kept_words"));
  }, []);
  const raise = useMutation({
    mutationFn: (typed: Typed) =>
      call(api.POST("/api/opinions", { body: namingFiles(typed), params: { header: { "idempotency-key": key } } })),
    onSuccess: async (raised) => {
      forget(keptUnder);
      setTouched(false);
      queries.setQueryData(opinionKey(raised.id), raised);
      await queries.invalidateQueries({ queryKey: listsAt("/api/opinions") });
      message.success(t("web.done", { verb: t("opinion.page.new") }));
      await navigate({ to: "/opinions/$id", params: { id: raised.id } });
    },
    onError: (error) => setFieldFaults(form, error),
  });
  const type = (_changed: unknown, all: Typed) => {
    keep(keptUnder, all);
    setTouched(true);
  };
  return (
    <div className="page page-narrow">
      <PageHead title={t("opinion.page.new")} sub={t("opinion.page.new_help")} />
      <ProblemAlert error={raise.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(typed) => raise.mutate(typed)}
        onValuesChange={type}
        scrollToFirstError={{ block: "center", focus: true }}
      >
        <Card>
          <Form.Item name="mandateId" label={t("opinion.field.mandate")} rules={required} hidden={mandates.length < 2}>
            <Radio.Group options={mandates} />
          </Form.Item>
          <Form.Item name="title" label={t("opinion.field.title")} rules={required}>
            <Input size="large" maxLength={60} showCount placeholder={t("opinion.placeholder.title")} />
          </Form.Item>
          <Form.Item name="areaId" label={t("opinion.field.area")} rules={required} extra={t("opinion.hint.area")}>
            <AreaPicker />
          </Form.Item>
          <Form.Item name="category" label={t("opinion.field.category")} rules={required}>
            <Select showSearch={{ optionFilterProp: "label" }} options={categories} />
          </Form.Item>
          <Form.Item name="content" label={t("opinion.field.content")} rules={required} extra={t("opinion.hint.content")}>
            <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={2000} showCount />
          </Form.Item>
          <Form.Item
            name="attachments"
            label={t("opinion.field.attachments")}
            extra={t("opinion.hint.attachments")}
            rules={[filesReady(t("web.attaching"))]}
          >
            <AttachmentField />
          </Form.Item>
          <Form.Item name="campaignId" label={t("opinion.field.campaign")} style={{ marginBottom: 0 }}>
            <Select allowClear options={campaigns} />
          </Form.Item>
        </Card>
        <div className="action-bar" style={{ marginTop: 16, justifyContent: "flex-end" }}>
          <Button size="large" onClick={() => history.back()}>
            {t("web.cancel")}
          </Button>
          <Button size="large" type="primary" htmlType="submit" loading={raise.isPending}>
            {t("opinion.page.submit")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
