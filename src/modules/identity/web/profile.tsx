import { Link } from "@tanstack/react-router";
import { Alert, Card, Segmented, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { chooseLanguage, language } from "../../../web/i18n.ts";
import { useMe } from "../../../web/session.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { MandateStatus } from "./mandate-status.tsx";
import { MySessions } from "./my-sessions.tsx";
import { PasswordForm } from "./password-form.tsx";
import { TwoSteps } from "./two-steps.tsx";

/** Everybody's own settings: who I am here, how I sign in, where I am signed in. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="page">
      <PageHead title={t("identity.profile.title")} sub={t("identity.profile.help")} />
      {me.mustChangePassword ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t("identity.profile.must_change")}
          description={t("identity.profile.must_change_why")}
          style={{ marginBottom: 16 }}
        />
      ) : null}
      <div className="columns">
        <div className="stack">
          <Card title={t("identity.profile.password")}>
            <PasswordForm />
          </Card>
          <Card title={t("identity.profile.two_steps")}>
            <TwoSteps />
          </Card>
          <Card title={t("identity.profile.sessions")}>
            <MySessions />
          </Card>
        </div>
        <div className="stack">
          <WhoIAm />
          <Card size="small" title={t("identity.profile.notices")}>
            <Link to="/notice-choices">{t("identity.profile.notice_choices")}</Link>
          </Card>
          <Card size="small" title={t("identity.profile.language")}>
            <Segmented
              block
              value={language()}
              options={[
                { value: "zh-CN", label: "中文" },
                { value: "en", label: "English" },
              ]}
              onChange={chooseLanguage}
            />
          </Card>
        </div>
      </div>
    </div>
  );
}

function WhoIAm() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Card size="small" title={me.name}>
      {me.roles.map((role) => (
        <div key={`${role.organisationId} ${role.name}`} className="block">
          <div style={{ marginBottom: 4 }}>{role.organisationName}</div>
          <Tag>{t(`identity.role.name.${role.name}`)}</Tag>
        </div>
      ))}
      {me.mandates.map((mandate) => (
        <div key={mandate.id} className="block">
          <div style={{ marginBottom: 4 }}>{t("identity.mandate.deputy_of", { congress: mandate.congressName })}</div>
          <MandateStatus status={mandate.status} />
        </div>
      ))}
    </Card>
  );
}
