import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Card, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, ProblemError } from "../api/client.ts";
import { meKey } from "../session.ts";
import { ProblemAlert } from "../ui/problem.tsx";
import { forgetKnown } from "../without-line/known.ts";

interface Typed {
  name: string;
  password: string;
  code?: string;
}

/** Name and password, a code when the account asks for one; in a demonstration, one click. */
export function SignIn() {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { next } = useSearch({ strict: false }) as { next?: string };
  const navigate = useNavigate();
  const queries = useQueryClient();
  // Whoever has to sign in is no longer who the phone knows.
  useEffect(forgetKnown, []);
  const enter = async (request: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await request();
      await queries.resetQueries({ queryKey: meKey });
      await navigate({ href: next?.startsWith("/") && !next.startsWith("//") ? next : "/" });
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const codeWanted = error instanceof ProblemError && error.problem.code === "identity.sign_in.code_wanted";
  return (
    <main className="page page-narrow">
      <div style={{ textAlign: "center", margin: "32px auto 24px" }}>
        <h1 style={{ color: "#a8201a", fontSize: 30, margin: 0, letterSpacing: 2 }}>{t("web.name")}</h1>
        <div className="muted" style={{ marginTop: 6 }}>
          {t("web.motto")}
        </div>
      </div>
      <Card style={{ maxWidth: 420, margin: "0 auto" }}>
        <ProblemAlert error={error} />
        <Form<Typed>
          layout="vertical"
          requiredMark={false}
          onFinish={(typed) => enter(() => call(api.POST("/api/sessions", { body: typed })))}
        >
          <Form.Item name="name" label={t("web.sign_in.name")} rules={[{ required: true, message: t("field.required") }]}>
            <Input size="large" autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t("web.sign_in.password")} rules={[{ required: true, message: t("field.required") }]}>
            <Input.Password size="large" autoComplete="current-password" />
          </Form.Item>
          {codeWanted ? (
            <Form.Item name="code" label={t("web.sign_in.code")} rules={[{ required: true, message: t("field.required") }]}>
              <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
            </Form.Item>
          ) : null}
          <Button type="primary" size="large" htmlType="submit" block loading={busy}>
            {t("web.sign_in.enter")}
          </Button>
        </Form>
      </Card>
      <Personas enter={(persona) => enter(() => call(api.POST("/api/demo/sign-in", { body: { persona } })))} />
    </main>
  );
}

function Personas({ enter }: { enter: (persona: string) => void }) {
  const { t } = useTranslation();
  const personas = useQuery({ queryKey: ["personas"], queryFn: () => call(api.GET("/api/demo/personas")), retry: false });
  if (!personas.data) return null;
  return (
    <Card title={t("web.sign_in.demo")} style={{ maxWidth: 860, margin: "24px auto 0" }}>
      <p className="muted" style={{ marginTop: 0 }}>
        {t("web.sign_in.demo_help")}
      </p>
      <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(240px, 1fr))", gap: 10 }}>
        {personas.data.items.map(({ persona, name, title }) => (
          <Button
            key={persona}
            data-persona={persona}
            style={{ height: "auto", padding: "10px 14px", justifyContent: "flex-start", textAlign: "start" }}
            onClick={() => enter(persona)}
          >
            <span>
              <span style={{ fontWeight: 600 }}>{name}</span>
              <br />
              <span className="muted">{title}</span>
            </span>
          </Button>
        ))}
      </div>
      {personas.data.receipts.length > 0 ? (
        <>
          <h2 style={{ fontSize: "1rem", margin: "20px 0 4px" }}>{t("web.sign_in.receipts")}</h2>
          <p className="muted" style={{ marginTop: 0 }}>
            {t("web.sign_in.receipts_help")}
          </p>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {personas.data.receipts.map(({ title, receipt }) => (
              <li key={receipt}>
                {title} <code data-receipt={receipt}>{receipt}</code>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}
