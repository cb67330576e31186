import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";

interface Typed {
  readonly current: string;
  readonly password: string;
  readonly again: string;
}

/** Changes my password; other devices are signed out by it. */
export function PasswordForm() {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const required = { required: true, message: t("field.required") };
  const change = useMutation({
    mutationFn: ({ current, password }: Typed) => call(api.PUT("/api/me/password", { body: { current, password } })),
    onSuccess: async () => {
      form.resetFields();
      message.success(t("identity.profile.password_changed"));
      await queries.invalidateQueries();
    },
    onError: (error) => setFieldFaults(form, error),
  });
  return (
    <Form form={form} layout="vertical" onFinish={(typed) => change.mutate(typed)} style={{ maxWidth: 420 }}>
      <ProblemAlert error={change.error} />
      <Form.Item name="current" label={t("identity.profile.current")} rules={[required]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="password" label={t("identity.profile.new")} extra={t("identity.profile.password_rule")} rules={[required]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t("identity.profile.again")}
        dependencies={["password"]}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: async (_rule, again) => {
              if (again && again !== getFieldValue("password")) throw new Error(t("identity.profile.not_the_same"));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t("identity.profile.change_password")}
      </Button>
    </Form>
  );
}
