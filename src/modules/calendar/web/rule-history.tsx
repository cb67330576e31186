import { useTranslation } from "react-i18next";
import { dateText, momentText } from "../../../web/ui/dates.ts";
import { sourceText } from "../../../web/ui/source.tsx";
import { type Rule, RuleHint, RuleValue } from "./rule-value.tsx";

/** What a rule says in full, and what it said before. */
export function RuleHistory({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const versions = [...rule.versions].reverse();
  return (
    <div style={{ padding: "4px 0 8px" }}>
      <RuleValue form={rule.form} value={rule.value} whole />
      <div className="muted">
        <RuleHint form={rule.form} />
      </div>
      <div className="muted" style={{ marginTop: 6 }}>
        {t("calendar.rule.field.source")}：{sourceText(t, rule.source)}
      </div>
      <strong style={{ display: "block", margin: "12px 0 4px" }}>{t("calendar.rule.versions")}</strong>
      {versions.length === 0 ? <span className="muted">{t("calendar.rule.no_versions")}</span> : null}
      {versions.map((one) => (
        <div key={one.version} style={{ padding: "6px 0", borderTop: "1px solid #f0f0f0" }}>
          <div>
            {t("calendar.rule.version", { version: one.version })} · {t("calendar.rule.field.inForceFrom")} {dateText(one.inForceFrom)}
          </div>
          <RuleValue form={rule.form} value={one.value} whole />
          <div className="muted">{[one.source, one.note, momentText(one.setAt)].filter(Boolean).join(" · ")}</div>
        </div>
      ))}
    </div>
  );
}
