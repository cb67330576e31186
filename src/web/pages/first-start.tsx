import { useNavigate } from "@tanstack/react-router";
import { Button, Card, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../api/client.ts";
import { setFieldFaults } from "../ui/field-faults.ts";
import { ProblemAlert } from "../ui/problem.tsx";

const fields = ["token", "districtCode", "districtName", "name", "userName", "password"] as const;
type Typed = Record<(typeof fields)[number], string>;

/** The first administrator, made once with the token that the first start printed. */
export function FirstStart() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const [error, setError] = useState<unknown>();
  const navigate = useNavigate();
  const make = async (body: Typed) => {
    try {
      await call(api.POST("/api/first-administrators", { body }));
      await navigate({ to: "/" });
    } catch (refused) {
      setError(refused);
      setFieldFaults(form, refused);
    }
  };
  return (
    <main className="page page-narrow">
      <Card title={t("web.first_start.title")} style={{ maxWidth: 560, margin: "32px auto" }}>
        <p className="muted">{t("web.first_start.help")}</p>
        <ProblemAlert error={error} />
        <Form form={form} layout="vertical" onFinish={make}>
          {fields.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={t(`web.first_start.${name}`)}
              rules={[{ required: true, message: t("field.required") }]}
            >
              {name === "password" ? <Input.Password autoComplete="new-password" /> : <Input autoComplete="off" />}
            </Form.Item>
          ))}
          <Button type="primary" htmlType="submit" block size="large">
            {t("web.first_start.make")}
          </Button>
        </Form>
      </Card>
    </main>
  );
}
