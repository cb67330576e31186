import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { Alert, Button, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../web/ui/dialog.tsx";

export interface Handed {
  readonly personName: string;
  readonly userName: string;
  readonly firstPassword: string;
}

/** The first password, shown this once: nobody can look it up again. */
export function FirstPassword({ of, close }: { of: Handed; close: () => void }) {
  const { t } = useTranslation();
  const words = (key: string) => t(`identity.account.${key}`);
  const both = t("identity.account.to_hand_over", { ...of });
  return (
    <Dialog
      title={t("identity.account.first_password_of", { name: of.personName })}
      close={close}
      width={520}
      footer={
        <div className="action-bar" style={{ justifyContent: "flex-end" }}>
          <Button type="primary" onClick={close} data-close>
            {words("noted")}
          </Button>
        </div>
      }
    >
      <Alert type="warning" showIcon title={words("shown_once")} style={{ marginBottom: 16 }} />
      <dl className="facts" style={{ fontSize: 16, alignItems: "baseline" }}>
        <dt>{words("field.userName")}</dt>
        <dd>
          <code data-user-name>{of.userName}</code>
        </dd>
        <dt>{words("first_password")}</dt>
        <dd>
          <code style={{ fontSize: 20, letterSpacing: 1 }} data-first-password>
            {of.firstPassword}
          </code>
        </dd>
      </dl>
      <Typography.Paragraph
        style={{ margin: "16px 0 0" }}
        copyable={{
          text: both,
          tooltips: false,
          icon: [
            <span key="copy">
              <CopyOutlined /> {words("copy")}
            </span>,
            <span key="copied">
              <CheckOutlined /> {words("copied")}
            </span>,
          ],
        }}
      />
    </Dialog>
  );
}
