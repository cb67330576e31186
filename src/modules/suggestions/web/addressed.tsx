import { useTranslation } from "react-i18next";
import { addressedBy, passedOnBy } from "../papers/addressing.ts";
import type { Suggestion } from "./api.ts";

type Reply = Pick<Suggestion["replies"][number], "addressing" | "signedAt">;

/** Whom the letters of a reply go to, where more than one deputy is owed an answer and the house writes them. */
export function Addressed({ of, reply }: { of: Suggestion; reply: Reply }) {
  const { t } = useTranslation();
  if (of.addressees.length < 2 || of.imported) return null;
  const [to, told] = [addressedBy(of, reply), passedOnBy(of, reply)];
  const named = (deputies: typeof to) => deputies.map(({ name }) => name).join(t("suggestion.papers.comma"));
  const how = told.length === 0 ? "each" : reply.signedAt ? "lead" : "lead_first";
  return (
    <p className="muted" style={{ margin: "8px 0" }} data-addressed={to.length}>
      {t(`suggestion.addressed.${how}`, { names: named(to), count: to.length, told: named(told) })}
    </p>
  );
}
