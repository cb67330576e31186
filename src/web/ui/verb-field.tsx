import { DatePicker, Form, Input, InputNumber, Radio } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AttachmentField, filesReady, namingFiles } from "./attachment-field.tsx";
import { dayjs } from "./calendar-days.ts";
import type { Typed } from "./collection-api.ts";
import type { Drawing } from "./drawing.ts";

/** One thing to fill in. Labels and hints come from the catalogue by its name; unknown kinds are the module's own. */
export interface Field {
  readonly name: string;
  readonly kind: string;
  readonly optional?: boolean;
  readonly rows?: number;
  /** Keys of the catalogue, for a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Shown only while what is typed so far says so. */
  readonly when?: (typed: Readonly<Record<string, unknown>>) => boolean;
}

/** Draws a field of the module's own; a whole form item when it stands alone. */
export type OwnControl = (field: Field, typed: Typed, bound: Bound) => ReactNode | undefined;

/** What a form item hands to its control. */
export interface Bound {
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

interface Verb {
  /** The top-level key of the module's sentences: `suggestion`. */
  readonly words: string;
  readonly verb: string;
  readonly fields: readonly Field[];
  readonly own: OwnControl;
  /** Parts of the form that are more than one field. */
  readonly extra?: (typed: Typed) => ReactNode;
  /** What goes out, from what the form holds; the named fields unless told otherwise. */
  readonly body?: (typed: Typed) => Typed;
}

/** The fields of a verb's form. */
export function verbFields({ words, verb, fields, own, extra, body }: Verb): Drawing<Field> {
  const named = (typed: Typed): Typed =>
    Object.fromEntries(fields.flatMap(({ name }) => (typed[name] === undefined ? [] : [[name, typed[name]]])));
  return {
    draw: (field, { typed }) =>
      (field.when?.(typed) ?? true) ? <VerbField field={field} words={words} verb={verb} typed={typed} own={own} /> : null,
    rest: (typed) => <div style={wholeLine}>{extra?.(typed)}</div>,
    body: (typed) => namingFiles((body ?? named)(typed)),
  };
}

const wholeLine = { gridColumn: "1 / -1" } as const;

interface Props {
  readonly field: Field;
  /** The top-level key of the module's sentences: `suggestion`. */
  readonly words: string;
  readonly verb: string;
  readonly typed: Typed;
  readonly own: OwnControl;
}

/** One field of a verb's form, by its kind. */
function VerbField({ field, words, verb, typed, own }: Props) {
  const { t, i18n } = useTranslation();
  const special = `${words}.label.${verb}.${field.name}`;
  const hint = [`${words}.tip.${verb}.${field.name}`, `${words}.hint.${field.name}`].find((key) => i18n.exists(key));
  const rules =
    field.kind === "files" ? [filesReady(t("web.attaching"))] : field.optional ? [] : [{ required: true, message: t("field.required") }];
  return (
    <Form.Item
      name={field.name}
      label={i18n.exists(special) ? t(special) : t(`${words}.field.${field.name}`)}
      rules={rules}
      style={wholeLine}
      {...(hint ? { extra: t(hint) } : {})}
    >
      <Control field={field} words={words} typed={typed} own={own} />
    </Form.Item>
  );
}

function Control({ field, words, typed, own, ...bound }: Omit<Props, "verb"> & Bound) {
  const { t } = useTranslation();
  const { id, value, onChange } = bound;
  const named = id ? { id } : {};
  switch (field.kind) {
    case "line":
      return <Input {...named} maxLength={100} value={asText(value)} onChange={(event) => onChange?.(event.target.value)} />;
    case "text":
      return (
        <Input.TextArea
          {...named}
          autoSize={{ minRows: field.rows ?? 3, maxRows: 18 }}
          value={asText(value)}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
    case "number":
      return (
        <InputNumber
          {...named}
          min={0}
          style={{ width: "100%" }}
          value={typeof value === "number" ? value : null}
          onChange={(next) => onChange?.(next)}
        />
      );
    case "day":
      return <Day {...named} value={asText(value)} onChange={(next) => onChange?.(next)} />;
    case "yes_no":
      return (
        <Radio.Group
          {...named}
          value={value}
          onChange={(event) => onChange?.(event.target.value)}
          options={[true, false].map((one) => ({ value: one, label: t(`${words}.answer.${field.name}.${one}`) }))}
        />
      );
    case "choice":
      return (
        <Radio.Group
          {...named}
          value={value}
          onChange={(event) => onChange?.(event.target.value)}
          options={(field.options ?? []).map((one) => ({ value: one.value, label: t(one.label) }))}
        />
      );
    case "files":
      return <AttachmentField {...named} {...(Array.isArray(value) ? { value } : {})} onChange={(next) => onChange?.(next)} />;
    default:
      return own(field, typed, bound);
  }
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

interface DayProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** A day as text, whatever the picker keeps inside. */
export function Day({ value, onChange, ...rest }: DayProps) {
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.format("YYYY-MM-DD"))}
      style={{ width: "100%" }}
    />
  );
}
