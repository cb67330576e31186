import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, InputNumber, Radio, Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import { type RuleForm, RuleHint } from "./rule-value.tsx";

const units = ["working_day", "day", "month"] as const;

/** The fields of a value, by the rule's form. Each stands under `value`, where the server's word on it will point. */
export function RuleValueFields({ form }: { form: RuleForm }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  switch (form.kind) {
    case "period":
      return (
        <Form.Item label={t("calendar.rule.field.new_value")} extra={t("calendar.rule.hint.period")} required style={{ marginBottom: 24 }}>
          <Space>
            <Form.Item name={["value", "amount"]} rules={required} noStyle>
              <InputNumber min={1} max={366} precision={0} aria-label={t("calendar.rule.field.amount")} />
            </Form.Item>
            <Form.Item name={["value", "unit"]} rules={required} noStyle>
              <Select
                style={{ minWidth: 120 }}
                aria-label={t("calendar.rule.field.unit")}
                options={units.map((value) => ({ value, label: t(`calendar.unit.${value}`) }))}
              />
            </Form.Item>
          </Space>
        </Form.Item>
      );
    case "count":
      return (
        <Form.Item name={["value", "max"]} label={t(`calendar.rule.field.max.${form.of}`)} rules={required}>
          <InputNumber min={1} max={form.most} precision={0} />
        </Form.Item>
      );
    case "choice":
      return (
        <Form.Item name={["value", form.name]} label={t("calendar.rule.field.new_value")} extra={<RuleHint form={form} />} rules={required}>
          <Radio.Group options={form.values.map((value) => ({ value, label: t(`${form.words}.${value}`) }))} />
        </Form.Item>
      );
    case "codes":
      return <Rows path={["value"]} />;
    case "entries":
      return <Entries form={form} />;
    case "classes":
      return <Rows path={["value", "classes"]} outcomes={form.values.map((value) => ({ value, label: t(`${form.words}.${value}`) }))} />;
  }
}

interface RowsProps {
  readonly path: string[];
  /** For classes: the outcomes that one can hold. */
  readonly outcomes?: readonly { readonly value: string; readonly label: string }[];
}

/** A list of codes with their names, one row each. */
function Rows({ path, outcomes }: RowsProps) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  return (
    <Form.List name={path}>
      {(rows, { add, remove }) => (
        <div style={{ marginBottom: 24 }}>
          <p className="muted" style={{ marginTop: 0 }}>
            {t(outcomes ? "calendar.rule.hint.classes" : "calendar.rule.hint.code")}
          </p>
          {rows.map(({ key, name }) => (
            <div key={key} style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "flex-start" }}>
              <Form.Item name={[name, "code"]} rules={required} style={{ flex: "0 1 120px", marginBottom: 10 }}>
                <Input maxLength={40} aria-label={t("calendar.rule.field.code")} />
              </Form.Item>
              <Form.Item name={[name, "name"]} rules={required} style={{ flex: "1 1 140px", marginBottom: 10 }}>
                <Input maxLength={60} aria-label={t("calendar.rule.field.name_of")} />
              </Form.Item>
              {outcomes ? (
                <Form.Item name={[name, "outcomes"]} rules={required} style={{ order: 1, flex: "1 1 100%", marginBottom: 16 }}>
                  <Select mode="multiple" aria-label={t("calendar.rule.field.outcomes")} options={[...outcomes]} />
                </Form.Item>
              ) : null}
              <Button
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={t("calendar.rule.remove_row")}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ code: "", name: "", ...(outcomes ? { outcomes: [] } : {}) })}>
            {t("calendar.rule.add_row")}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

/** A list of texts, one block each with a field for every column. */
function Entries({ form }: { form: Extract<RuleForm, { kind: "entries" }> }) {
  const { t, i18n } = useTranslation();
  const required = [{ required: true, message: t("field.required") }];
  const hint = (name: string) => {
    const key = `${form.words.replace(/\.field$/, "")}.hint.${name}`;
    return i18n.exists(key) ? { extra: t(key) } : {};
  };
  return (
    <Form.List name={["value"]}>
      {(rows, { add, remove }) => (
        <div style={{ marginBottom: 24 }}>
          {rows.map(({ key, name: row }) => (
            <div key={key} style={{ border: "1px solid #eee", borderRadius: 6, padding: 12, marginBottom: 10 }}>
              {form.columns.map(({ name, long, optional }) => (
                <Form.Item
                  key={name}
                  name={[row, name]}
                  label={t(`${form.words}.${name}`)}
                  rules={optional ? [] : required}
                  {...hint(name)}
                  style={{ marginBottom: 10 }}
                >
                  {long ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={3000} /> : <Input maxLength={60} />}
                </Form.Item>
              ))}
              <Button size="small" danger icon={<DeleteOutlined />} onClick={() => remove(row)}>
                {t("calendar.rule.remove_row")}
              </Button>
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({})}>
            {t("calendar.rule.add_row")}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
