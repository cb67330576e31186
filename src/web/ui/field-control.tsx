import { AutoComplete, Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session.ts";
import { dayjs } from "./calendar-days.ts";
import type { Field } from "./collection.ts";
import type { Typed } from "./collection-api.ts";
import { PhotoField, photosReady } from "./photo-field.tsx";
import { ReferencePicker } from "./reference.tsx";
import { ReferencesPicker } from "./references.tsx";

interface Props {
  readonly field: Field;
  /** Where the catalogue has the field's label and hint. */
  readonly words: string;
  readonly typed: Typed;
  readonly disabled: boolean;
  /** A word under the field, in place of its hint. */
  readonly extra?: ReactNode;
}

/** One field of a form: its label, its hint, and what fits its kind. */
export function FormField({ field, words, typed, disabled, extra }: Props) {
  const { t, i18n } = useTranslation();
  const label = t(`${words}.field.${field.name}`);
  const hint = `${words}.hint.${field.name}`;
  const below = extra ?? (i18n.exists(hint) && !disabled ? t(hint) : undefined);
  if (field.when && !field.when(typed)) return null;
  const place = field.wide ? { gridColumn: "1 / -1" } : {};
  if (field.kind === "assent")
    return (
      <Form.Item
        name={field.name}
        valuePropName="checked"
        style={{ ...place, marginBottom: 8 }}
        rules={[{ validator: async (_rule, ticked) => (ticked ? undefined : Promise.reject(new Error(t("field.required")))) }]}
      >
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  return (
    <Form.Item
      name={field.name}
      label={label}
      extra={below}
      style={place}
      rules={
        field.kind === "photos"
          ? [photosReady(t("web.attaching"))]
          : field.optional
            ? []
            : [{ required: true, message: t("field.required") }]
      }
    >
      <Control field={field} typed={typed} disabled={disabled} />
    </Form.Item>
  );
}

type Given = Omit<Props, "words" | "extra">;

const lineLength = 100;

/** The form hands value, change and identifier to whatever stands in it; they go on to the kit's own control. */
function Control({ field, typed, ...given }: Given) {
  const { t } = useTranslation();
  const me = useMe();
  const choices = (values: readonly (string | boolean)[], words: string) =>
    values.map((value) => ({ value, label: t(`${words}.${value}`) }));
  switch (field.kind) {
    case "text": {
      const max = field.max ?? lineLength;
      if (!field.suggestions) return <Input maxLength={max} {...(field.input ? { inputMode: field.input } : {})} {...given} />;
      const options = field.suggestions.map((value) => ({ value }));
      return <AutoComplete options={options} maxLength={max} showSearch={{ filterOption: matches }} {...given} />;
    }
    case "lines":
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={field.max} showCount {...given} />;
    case "number":
      return <InputNumber min={field.min} max={field.max} precision={0} style={{ width: "100%" }} {...given} />;
    case "date":
      return <Day {...given} />;
    case "month":
      return <Day picker="month" {...given} />;
    case "yes_no":
      return (
        <Radio.Group
          options={[
            { value: true, label: t("web.yes") },
            { value: false, label: t("web.no") },
          ]}
          {...given}
        />
      );
    case "select":
      return (
        <Select
          options={choices(field.values, field.words).map((one) => ({ ...one, disabled: field.locked?.(String(one.value), me) ?? false }))}
          showSearch={{ optionFilterProp: "label" }}
          allowClear={field.optional ?? false}
          {...given}
        />
      );
    case "choice_number":
      return <Select options={field.values.map((value) => ({ value, label: t(`${field.words}.${value}`) }))} {...given} />;
    case "several":
      return (
        <Select
          mode="multiple"
          allowClear
          options={choices(field.values.map(String), field.words).map((one, at) => ({ ...one, value: field.values[at] }))}
          {...given}
        />
      );
    case "reference":
      return <ReferencePicker of={field.of} typed={typed} {...given} />;
    case "references":
      return <ReferencesPicker of={field.of} {...given} />;
    case "photos":
      return <PhotoField home={field.home} {...given} />;
    default:
      return null;
  }
}

/** An empty or complete field offers everything; half a word what contains it. */
const matches = (typed: string, option: { value?: unknown } | undefined): boolean =>
  typed === "" || String(option?.value ?? "").includes(typed);

interface DayProps {
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly id?: string;
  readonly disabled?: boolean;
  readonly picker?: "date" | "month";
}

/** A day or month as text, whatever the picker keeps inside. */
export function Day({ value, onChange, picker = "date", ...rest }: DayProps) {
  const format = picker === "month" ? "YYYY-MM" : "YYYY-MM-DD";
  return (
    <DatePicker
      {...rest}
      picker={picker}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format(format) : null)}
      style={{ width: "100%" }}
    />
  );
}
