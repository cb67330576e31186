import { Space, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import { momentText } from "../../../web/ui/dates.ts";

/** May the account sign in now, and does it ask for a code? */
export function AccountStatus({ of }: { of: Schemas["Account"] }) {
  const { t } = useTranslation();
  const locked = of.lockedUntil !== null;
  return (
    <Space size={4} wrap>
      {of.disabled ? (
        <Tag>{t("identity.account.disabled")}</Tag>
      ) : locked ? (
        <Tag color="orange" title={momentText(of.lockedUntil ?? "")}>
          {t("identity.account.locked")}
        </Tag>
      ) : (
        <Tag color="green">{t("identity.account.enabled")}</Tag>
      )}
      {of.totp ? <Tag color="blue">{t("identity.account.totp")}</Tag> : null}
    </Space>
  );
}
