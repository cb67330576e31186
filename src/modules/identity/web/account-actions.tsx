import { useQueryClient } from "@tanstack/react-query";
import { Button, Space } from "antd";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";

type Account = Schemas["Account"];

interface Props {
  readonly of: Account;
  /** Shows the new first password, this once. */
  readonly hand: (account: Account, firstPassword: string) => void;
}

/** A new first password; closing and opening. One's own account is changed in one's profile, and cannot be closed by oneself. */
export function AccountActions({ of, hand }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  const wide = useWide();
  if (of.id === me.account) return <span className="muted">{t("identity.account.own")}</span>;
  const path = { id: of.id };
  const words = { name: of.personName, userName: of.userName };
  const reset = () =>
    confirmed({
      title: t("identity.account.reset_title", words),
      text: t("identity.account.reset_follows"),
      yes: t("identity.account.reset"),
      act: async () => {
        const { firstPassword } = await call(api.POST("/api/accounts/{id}/password-resets", { params: { path } }));
        hand(of, firstPassword);
      },
    });
  const turn = of.disabled ? "enable" : "disable";
  const setDisabled = () =>
    confirmed({
      title: t(`identity.account.${turn}_title`, words),
      text: t(`identity.account.${turn}_follows`),
      yes: t(`identity.account.${turn}`),
      danger: !of.disabled,
      act: async () => {
        await call(api.PUT("/api/accounts/{id}/disabled", { params: { path }, body: { disabled: !of.disabled } }));
        message.success(t(`identity.account.${turn}_done`));
        await queries.invalidateQueries();
      },
    });
  const removeTotp = () =>
    confirmed({
      title: t("identity.account.totp_off_title", words),
      text: t("identity.account.totp_off_follows"),
      yes: t("identity.account.totp_off"),
      danger: true,
      act: async () => {
        await call(api.POST("/api/accounts/{id}/totp-removals", { params: { path } }));
        message.success(t("identity.account.totp_off_done"));
        await queries.invalidateQueries();
      },
    });
  const look = wide ? ({ type: "link", size: "small" } as const) : {};
  return (
    <Space size={wide ? 0 : 8} wrap>
      <Button {...look} onClick={reset} data-reset={of.userName}>
        {t("identity.account.reset")}
      </Button>
      {of.totp ? (
        <Button {...look} danger onClick={removeTotp}>
          {t("identity.account.totp_off")}
        </Button>
      ) : null}
      <Button {...look} danger={!of.disabled} onClick={setDisabled} data-disable={of.userName}>
        {t(`identity.account.${turn}`)}
      </Button>
    </Space>
  );
}
