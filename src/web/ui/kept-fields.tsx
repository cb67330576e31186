import { useTranslation } from "react-i18next";
import type { Field } from "./collection.ts";
import type { Drawing } from "./drawing.ts";
import { FormField } from "./field-control.tsx";
import { FieldValue } from "./field-value.tsx";
import { bodyOf } from "./form-body.ts";

/** The fields of a thing that is kept in a list: labels and hints under `words`. */
export const keptFields = (words: string, fields: readonly Field[]): Drawing<Field> => ({
  draw: (field, { typed, changing, stored }) => (
    <FormField
      field={field}
      words={words}
      typed={typed}
      disabled={Boolean(changing && field.fixed)}
      extra={stored && field.kind !== "assent" ? <Stored field={field} value={stored.value} /> : undefined}
    />
  ),
  within: (field) => (field.kind === "reference" ? (field.of.within ?? []) : []),
  body: (typed) => bodyOf(fields, typed),
});

/** Somebody else's value beside the one that is typed. */
function Stored({ field, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation();
  return (
    <span style={{ color: "#9c5800" }}>
      {t("form.stored")}
      <FieldValue field={field} value={value} />
    </span>
  );
}
