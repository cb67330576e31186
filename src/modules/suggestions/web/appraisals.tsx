import { Card, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import type { Suggestion } from "./api.ts";

const colours: Record<NonNullable<Suggestion["feedbacks"][number]["result"]>, string> = {
  SATISFIED: "green",
  BASIC: "gold",
  DISSATISFIED: "red",
};

/** The deputies' word on attitude and result, as far as I may see it. */
export function Appraisals({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  if (of.feedbacks.length === 0) return null;
  const grade = (value: Suggestion["feedbacks"][number]["result"]) =>
    value ? <Tag color={colours[value]}>{t(`suggestion.grade.${value}`)}</Tag> : <Tag>{t("suggestion.grade.none")}</Tag>;
  return (
    <Card title={t("suggestion.section.appraisals")}>
      {of.feedbacks.map((feedback) => (
        <div key={`${feedback.mandateId} ${feedback.round}`} className="block">
          <div style={{ display: "flex", gap: 16, flexWrap: "wrap" }}>
            <strong>{feedback.name}</strong>
            <span className="muted">
              {t("suggestion.round", { round: feedback.round })} · {dateText(feedback.at)}
            </span>
            <span>
              {t("suggestion.field.attitude")} {grade(feedback.attitude)}
            </span>
            <span>
              {t("suggestion.field.result")} {grade(feedback.result)}
            </span>
          </div>
          {feedback.reasons ? <div className="prose">{feedback.reasons}</div> : null}
        </div>
      ))}
    </Card>
  );
}
