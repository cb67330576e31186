import { EyeOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Descriptions } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { type Field, verbFields } from "../../../web/ui/verb-field.tsx";
import { type Contact, perform, type Voice, voiceKey } from "./api.ts";

const fields: readonly Field[] = [{ name: "note", kind: "text" }];

/** Name and telephone, behind a reason. They are shown here only, and only until the page is left. */
export function ContactCard({ of }: { of: Voice }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [contact, setContact] = useState<Contact>();
  const shown = (value: string | null) => value ?? <span className="muted">{t("voice.contact.not_given")}</span>;
  return (
    <Card size="small" title={t("voice.section.contact")} data-contact>
      {contact ? (
        <>
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: "name", label: t("voice.contact.name"), children: shown(contact.name) },
              {
                key: "phone",
                label: t("voice.contact.phone"),
                children: contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : shown(null),
              },
            ]}
          />
          <p className="muted">{t("voice.contact.until")}</p>
        </>
      ) : null}
      {!of.hasContact ? <span className="muted">{t("voice.contact.none")}</span> : null}
      {of.hasContact && !contact ? (
        <>
          <p className="muted">{t("voice.help.open_contact")}</p>
          {of.can.includes("open_contact") ? (
            <Button icon={<EyeOutlined />} onClick={() => setAsking(true)} data-open-contact>
              {t("voice.contact.open")}
            </Button>
          ) : null}
        </>
      ) : null}
      {asking ? (
        <FormDialog<Field, Contact>
          title={t("voice.contact.open")}
          submit={t("voice.contact.open")}
          danger={false}
          intro={<p className="muted">{t("voice.help.open_contact")}</p>}
          fields={fields}
          drawing={verbFields({ words: "voice", verb: "open_contact", fields, own: () => undefined })}
          initial={{}}
          keptUnder={`voice.${of.id}.open_contact`}
          send={(body) => perform<Contact>(of.id, "open_contact", body)}
          close={() => setAsking(false)}
          done={(found) => {
            setContact(found);
            setAsking(false);
            void queries.invalidateQueries({ queryKey: voiceKey(of.id), exact: true });
          }}
          refused={() => {}}
        />
      ) : null}
    </Card>
  );
}
