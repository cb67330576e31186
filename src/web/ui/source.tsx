import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

const law = /^([A-Z]{2})-(\d+)$/;
/** Marks of the field's usual practice, known to those who build the house; a clerk has no paper of that name. */
const practice = /^(R\d|domain|SEED)/;

/** Where a rule is written, as a clerk would look it up: "DL-51" is article 51 of the deputies' law. */
export function sourceText(t: TFunction, source: string): string {
  const [, mark, article] = law.exec(source) ?? [];
  if (mark) return t(`web.law.${mark}`, { article });
  return practice.test(source) ? t("web.usual_practice") : source;
}

/** A rule's source behind its sentence, where there is one to be looked up. */
export function Source({ of }: { of: string | undefined }) {
  const { t } = useTranslation();
  if (!of || practice.test(of)) return null;
  return <span className="muted">{t("web.in_brackets", { text: sourceText(t, of) })}</span>;
}
