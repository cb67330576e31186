import { useTranslation } from "react-i18next";
import { language } from "../i18n.ts";
import type { Field } from "./collection.ts";
import { dateText } from "./dates.ts";
import { ReferenceName } from "./reference.tsx";

/** 1962年6月. */
const monthText = (value: string): string =>
  new Intl.DateTimeFormat(language(), { year: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${value}-01T00:00:00Z`));

/** A stored value as a reader understands it: the word of a code, the name behind an identifier. */
export function FieldValue({ field, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation();
  if (value === null || value === undefined || value === "") return <span className="muted">—</span>;
  if (Array.isArray(value) && value.length === 0) return <span className="muted">—</span>;
  const text = String(value);
  switch (field.kind) {
    case "reference":
      return <ReferenceName of={field.of} id={text} />;
    case "references":
      return Array.isArray(value)
        ? value.map((id, at) => (
            <span key={String(id)}>
              {at > 0 ? "、" : null}
              <ReferenceName of={field.of} id={String(id)} />
            </span>
          ))
        : null;
    case "several":
      return Array.isArray(value) ? value.map((one) => t(`${field.words}.${one}`)).join("、") : text;
    case "photos":
      return Array.isArray(value) ? value.length : null;
    case "choice_number":
    case "select":
      return t(`${field.words}.${text}`);
    case "date":
      return dateText(text);
    case "month":
      return monthText(text);
    case "yes_no":
      return t(value === true ? "web.yes" : "web.no");
    case "number":
      return field.shown ? t(field.shown, { value: text }) : text;
    default:
      return text;
  }
}
