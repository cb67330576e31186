import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Card, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { type Choices, choicesKey } from "./api.ts";

/** An address that I gave is used once I have entered the code that came to it. */
export function EmailConfirmation({ of }: { of: Choices }) {
  const { t } = useTranslation();
  if (of.email === null || !of.channels.includes("mail")) return null;
  return (
    <Card title={of.email}>
      {of.emailConfirmed ? <Alert type="success" showIcon title={t("notices.email.confirmed")} /> : <Unconfirmed />}
    </Card>
  );
}

function Unconfirmed() {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ code: string }>();
  const send = useMutation({ mutationFn: () => call(api.POST("/api/me/notice-email-codes")), onMutate: () => confirm.reset() });
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => call(api.POST("/api/me/notice-email-confirmations", { body: { code: code.trim() } })),
    onSuccess: (kept) => {
      queries.setQueryData(choicesKey, kept);
      message.success(t("notices.email.confirmed"));
    },
    onError: (error) => setFieldFaults(form, error),
  });
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t("notices.email.unconfirmed")}
        description={t("notices.email.help")}
        style={{ marginBottom: 16 }}
      />
      <ProblemAlert error={send.error ?? confirm.error} />
      {send.data ? <p role="status">{t("notices.email.sent", { email: send.data.email })}</p> : null}
      <Form form={form} layout="vertical" onFinish={(typed) => confirm.mutate(typed)}>
        <Form.Item
          name="code"
          label={t("notices.email.code")}
          extra={t("notices.email.code_hint")}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} style={{ maxWidth: 180 }} />
        </Form.Item>
        <div className="action-bar">
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t("notices.email.confirm")}
          </Button>
          <Button onClick={() => send.mutate()} loading={send.isPending} data-send-code>
            {t("notices.email.send")}
          </Button>
        </div>
      </Form>
    </>
  );
}
