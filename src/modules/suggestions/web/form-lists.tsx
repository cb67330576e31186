import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../../web/ui/verb-field.tsx";
import { partRoles } from "../terms.ts";
import { UnitPicker } from "./pickers.tsx";

/** Lead, co- or separately handling units, with what each answers for. */
export function Units({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item label={label} required>
      <Form.List name="units">
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} style={{ display: "grid", gridTemplateColumns: "110px minmax(0, 1fr) auto", gap: 8, marginBottom: 4 }}>
                <Form.Item name={[row.name, "role"]} style={{ marginBottom: 8 }}>
                  <Select
                    aria-label={t("suggestion.field.role")}
                    options={partRoles.map((value) => ({ value, label: t(`suggestion.role.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[row.name, "unitId"]}
                  style={{ marginBottom: 8 }}
                  rules={[{ required: true, message: t("field.required") }]}
                >
                  <UnitPicker label={t("suggestion.field.units")} />
                </Form.Item>
                <Button type="text" aria-label={t("suggestion.remove")} icon={<DeleteOutlined />} onClick={() => remove(row.name)} />
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) =>
                    getFieldValue(["units", row.name, "role"]) === "SEPARATE" ? (
                      <Form.Item name={[row.name, "scope"]} style={{ gridColumn: "1 / -1", marginBottom: 12 }}>
                        <Input placeholder={t("suggestion.placeholder.scope")} maxLength={500} />
                      </Form.Item>
                    ) : null
                  }
                </Form.Item>
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button icon={<PlusOutlined />} onClick={() => add({ role: rows.length === 0 ? "LEAD" : "CO", unitId: null, scope: null })}>
              {t("suggestion.add_unit")}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** What is promised, by whom and by when. */
export function Promises({ label }: { label: string }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  return (
    <Form.Item label={label} extra={t("suggestion.hint.commitments")}>
      <Form.List name="commitments">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} style={{ border: "1px solid #eee", borderRadius: 6, padding: 12, marginBottom: 8 }}>
                <Form.Item name={[row.name, "content"]} label={t("suggestion.field.commitment")} rules={required}>
                  <Input maxLength={500} />
                </Form.Item>
                <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr auto", gap: 8, alignItems: "end" }}>
                  <Form.Item name={[row.name, "owner"]} label={t("suggestion.field.owner")} rules={required} style={{ marginBottom: 0 }}>
                    <Input maxLength={60} />
                  </Form.Item>
                  <Form.Item name={[row.name, "dueOn"]} label={t("suggestion.field.dueOn")} rules={required} style={{ marginBottom: 0 }}>
                    <Day />
                  </Form.Item>
                  <Button type="text" aria-label={t("suggestion.remove")} icon={<DeleteOutlined />} onClick={() => remove(row.name)} />
                </div>
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              {t("suggestion.add_commitment")}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
