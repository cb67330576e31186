import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, QRCode, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { meKey, useMe } from "../../../web/session.ts";
import { setFieldFaults } from "../../../web/ui/field-faults.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";

interface Proposal {
  readonly secret: string;
  readonly address: string;
}

/** A code beside the password at each sign-in: switch it on with an authenticator app, or off. */
export function TwoSteps() {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const queries = useQueryClient();
  const propose = useMutation({ mutationFn: () => call(api.POST("/api/me/totp-proposals")) });
  const done = async (said: string) => {
    propose.reset();
    message.success(t(said));
    await queries.invalidateQueries({ queryKey: meKey });
  };
  if (me.totp) return <SwitchOff done={() => done("identity.profile.two_steps_are_off")} />;
  if (propose.data)
    return <Scan proposal={propose.data} done={() => done("identity.profile.two_steps_are_on")} stop={() => propose.reset()} />;
  return (
    <>
      <ProblemAlert error={propose.error} />
      <p style={{ marginTop: 0 }}>{t("identity.profile.two_steps_help")}</p>
      <Button onClick={() => propose.mutate()} loading={propose.isPending}>
        {t("identity.profile.two_steps_on")}
      </Button>
    </>
  );
}

interface ScanProps {
  readonly proposal: Proposal;
  readonly done: () => void;
  readonly stop: () => void;
}

/** Shows the secret as a picture and as text; a code proves that the phone has it. */
function Scan({ proposal, done, stop }: ScanProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ code: string }>();
  const [blocks] = useState(() => proposal.secret.replaceAll(/(.{4})(?=.)/g, "$1 "));
  const set = useMutation({
    mutationFn: ({ code }: { code: string }) => call(api.PUT("/api/me/totp", { body: { secret: proposal.secret, code: code.trim() } })),
    onSuccess: done,
    onError: (error) => setFieldFaults(form, error),
  });
  return (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 24 }}>
      <QRCode type="svg" value={proposal.address} size={180} />
      <div style={{ flex: "1 1 280px", minWidth: 0 }}>
        <p style={{ marginTop: 0 }}>{t("identity.profile.scan")}</p>
        <p>
          <span className="muted">{t("identity.profile.secret")}</span>
          <br />
          <Typography.Text copyable={{ text: proposal.secret }} code>
            {blocks}
          </Typography.Text>
        </p>
        <ProblemAlert error={set.error} />
        <Form form={form} layout="vertical" onFinish={(typed) => set.mutate(typed)}>
          <Form.Item name="code" label={t("identity.profile.code")} rules={[{ required: true, message: t("field.required") }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} style={{ maxWidth: 180 }} />
          </Form.Item>
          <div className="action-bar">
            <Button type="primary" htmlType="submit" loading={set.isPending}>
              {t("identity.profile.confirm_code")}
            </Button>
            <Button onClick={stop}>{t("web.cancel")}</Button>
          </div>
        </Form>
      </div>
    </div>
  );
}

/** A last code shows that it is the owner who wants it off. */
function SwitchOff({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ code: string }>();
  const drop = useMutation({
    mutationFn: ({ code }: { code: string }) => call(api.POST("/api/me/totp-removals", { body: { code: code.trim() } })),
    onSuccess: done,
    onError: (error) => setFieldFaults(form, error),
  });
  return (
    <>
      <p style={{ marginTop: 0 }}>{t("identity.profile.two_steps_on_help")}</p>
      <ProblemAlert error={drop.error} />
      <Form form={form} layout="vertical" onFinish={(typed) => drop.mutate(typed)}>
        <Form.Item
          name="code"
          label={t("identity.profile.two_steps_off_code")}
          extra={t("identity.profile.two_steps_off_follows")}
          rules={[{ required: true, message: t("field.required") }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} style={{ maxWidth: 180 }} />
        </Form.Item>
        <Button danger htmlType="submit" loading={drop.isPending}>
          {t("identity.profile.two_steps_off")}
        </Button>
      </Form>
    </>
  );
}
