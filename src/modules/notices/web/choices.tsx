import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Card, Form, Input, Skeleton, Switch, TimePicker } from "antd";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { type Dayjs, dayjs } from "../../../web/ui/calendar-days.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { type Choices, choicesKey } from "./api.ts";
import { EmailConfirmation } from "./email-confirmation.tsx";
import { Timings } from "./timings.tsx";
import { Webhook } from "./webhook.tsx";
import "./notices.css";
import { useTelling } from "../../../web/ui/telling.tsx";

/** How I want to be told. */
export function Page() {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: choicesKey,
    queryFn: () => call(api.GET("/api/me/notice-choices")),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="page page-narrow">
      <PageHead title={t("notices.choices.title")} sub={t("notices.choices.help")} />
      {found.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : found.data ? (
        <div className="stack">
          <Ways of={found.data} />
          <EmailConfirmation key={found.data.email} of={found.data} />
          <Webhook of={found.data} />
        </div>
      ) : (
        <ProblemPage error={found.error} retry={() => found.refetch()} />
      )}
    </div>
  );
}

interface Typed {
  email?: string | null;
  night: boolean;
  from: Dayjs;
  to: Dayjs;
  choices: Choices["choices"];
}

const clockOf = (minutes: number): Dayjs => dayjs().startOf("day").add(minutes, "minute");
const minutesOf = (time: Dayjs): number => time.hour() * 60 + time.minute();

function Ways({ of }: { of: Choices }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const night = Form.useWatch("night", form) ?? of.quiet !== null;
  const save = useMutation({
    mutationFn: ({ email, night: quietly, from, to, choices }: Typed) => {
      const quiet = quietly ? { from: minutesOf(from), to: minutesOf(to) } : null;
      return call(api.PUT("/api/me/notice-choices", { body: { email: email?.trim() || null, quiet, choices } }));
    },
    onSuccess: (kept) => {
      queries.setQueryData(choicesKey, kept);
      message.success(t("notices.choices.saved"));
    },
    onError: (error) => setFieldFaults(form, error),
  });
  const start = {
    ...{ email: of.email, night: of.quiet !== null, choices: of.choices },
    ...{ from: clockOf(of.quiet?.from ?? 1260), to: clockOf(of.quiet?.to ?? 450) },
  };
  const mail = of.channels.includes("mail");
  const phone = of.phone ? t("notices.choices.phone", { phone: of.phone }) : t("notices.choices.no_phone");
  return (
    <Card title={t("notices.choices.ways")}>
      <p className="muted" style={{ marginTop: 0 }}>
        {t("notices.choices.ways_help")}
      </p>
      <ProblemAlert error={save.error} />
      <Form form={form} layout="vertical" initialValues={start} onFinish={() => save.mutate(form.getFieldsValue(true))}>
        <Form.Item
          name="email"
          label={t("notices.choices.email")}
          extra={t(mail ? "notices.choices.email_help" : "notices.choices.no_mail")}
        >
          <Input inputMode="email" autoComplete="email" maxLength={200} style={{ maxWidth: 420 }} />
        </Form.Item>
        {of.channels.includes("gateway") ? <p className="muted">{phone}</p> : null}
        <Form.Item name="choices" extra={t("notices.choices.daily_help")}>
          <Timings channels={of.channels} />
        </Form.Item>
        <Form.Item label={t("notices.choices.quiet")} extra={t("notices.choices.quiet_help")}>
          <div style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" }}>
            <Form.Item name="night" valuePropName="checked" noStyle>
              <Switch aria-label={t("notices.choices.quiet_on")} />
            </Form.Item>
            {(["from", "to"] as const).map((end) => (
              <Fragment key={end}>
                {end === "to" ? <span>—</span> : null}
                <Form.Item name={end} noStyle>
                  <TimePicker
                    format="HH:mm"
                    minuteStep={5}
                    allowClear={false}
                    needConfirm={false}
                    style={{ width: 104 }}
                    disabled={!night}
                    aria-label={t(`notices.choices.quiet_${end}`)}
                  />
                </Form.Item>
              </Fragment>
            ))}
          </div>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t("notices.choices.save")}
        </Button>
      </Form>
    </Card>
  );
}
