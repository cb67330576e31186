import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Card, Form, Input, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { type Choices, choicesKey } from "./api.ts";

/** Notices to another system: its address, and the secret that is shown once. */
export function Webhook({ of }: { of: Choices }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  const [form] = Form.useForm<{ url: string }>();
  const anew = () => queries.invalidateQueries({ queryKey: choicesKey });
  const set = useMutation({
    mutationFn: (body: { url: string }) => call(api.PUT("/api/me/notice-webhook", { body })),
    onSuccess: () => {
      form.resetFields();
      return anew();
    },
    onError: (error) => setFieldFaults(form, error),
  });
  const drop = () =>
    confirmed({
      ...{ title: t("notices.webhook.drop_title"), text: t("notices.webhook.drop_follows"), yes: t("notices.webhook.drop"), danger: true },
      act: async () => {
        await call(api.DELETE("/api/me/notice-webhook"));
        set.reset();
        message.success(t("notices.webhook.dropped"));
        await anew();
      },
    });
  return (
    <Card title={t("notices.webhook.title")}>
      <p className="muted" style={{ marginTop: 0 }}>
        {t("notices.webhook.help")}
      </p>
      {set.data ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t("notices.webhook.secret")}
          description={
            <Typography.Text code copyable style={{ overflowWrap: "anywhere" }}>
              {set.data.secret}
            </Typography.Text>
          }
        />
      ) : null}
      {of.webhookUrl ? (
        <p style={{ overflowWrap: "anywhere" }}>
          <span className="muted">{t("notices.webhook.current")}</span> {of.webhookUrl}{" "}
          <Button size="small" danger onClick={drop}>
            {t("notices.webhook.drop")}
          </Button>
        </p>
      ) : null}
      <ProblemAlert error={set.error} />
      <Form form={form} layout="vertical" onFinish={(typed) => set.mutate(typed)}>
        <Form.Item
          name="url"
          label={t("notices.webhook.url")}
          extra={t("notices.webhook.url_hint")}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <Input inputMode="url" maxLength={500} placeholder="https://" />
        </Form.Item>
        <Button htmlType="submit" loading={set.isPending}>
          {t(of.webhookUrl ? "notices.webhook.change" : "notices.webhook.set")}
        </Button>
      </Form>
    </Card>
  );
}
