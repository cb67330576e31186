import { Alert, Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { Field } from "../../../web/ui/collection.ts";
import type { Drawing } from "../../../web/ui/drawing.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import { type PublicType, publicTypes } from "../terms.ts";
import { webhooksPath } from "./api.ts";

const fields: readonly Field[] = [
  { name: "name", kind: "text", max: 60, wide: true },
  { name: "url", kind: "text", max: 500, wide: true },
];

/** The kinds of facts stand below the other fields, as boxes to tick. */
const drawing: Drawing<Field> = {
  ...keptFields("interfaces.webhook", fields),
  rest: () => <Types />,
  body: (typed) => typed,
};

function Types() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="types"
      label={t("interfaces.webhook.field.types")}
      rules={[{ required: true, message: t("field.required") }]}
      style={{ gridColumn: "1 / -1" }}
    >
      <Checkbox.Group
        options={publicTypes.map((value) => ({ value, label: t(`interfaces.webhook.type.${value}`) }))}
        style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(min(240px, 100%), 1fr))", gap: 8 }}
      />
    </Form.Item>
  );
}

interface Props {
  readonly added: (secret: string) => void;
  readonly close: () => void;
}

/** Adds a system: its name, its address, and what it is told of. */
export function WebhookForm({ added, close }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={t("interfaces.webhook.add")}
      submit={t("interfaces.webhook.add")}
      intro={
        <>
          <p className="muted">{t("interfaces.webhook.help_add")}</p>
          <Alert type="info" showIcon title={t("interfaces.webhook.add_follows")} style={{ marginBottom: 16 }} />
        </>
      }
      fields={fields}
      drawing={drawing}
      initial={{ types: [...publicTypes] }}
      keptUnder={webhooksPath}
      send={({ name, url, types }) =>
        call(api.POST("/api/webhooks", { body: { name: String(name ?? ""), url: String(url ?? ""), types: chosen(types) } }))
      }
      done={({ secret }) => added(secret)}
      close={close}
    />
  );
}

const chosen = (types: unknown): PublicType[] => publicTypes.filter((type) => Array.isArray(types) && types.includes(type));
