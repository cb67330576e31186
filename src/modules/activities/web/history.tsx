import { Card } from "antd";
import { useTranslation } from "react-i18next";
import { dateText, timeText } from "../../../web/ui/dates.ts";
import type { Plan } from "./api.ts";

/** Who did what with a plan and why, the last first. */
export function History({ of }: { of: Plan }) {
  const { t } = useTranslation();
  return (
    <Card title={t("activity_plan.section.history")}>
      <ol reversed style={{ margin: 0, paddingInlineStart: 18 }}>
        {of.steps.toReversed().map(({ id, verb, at, personName, note }) => (
          <li key={id} style={{ marginBottom: 8 }}>
            <strong>{t(`activity_plan.verb.${verb}`)}</strong>{" "}
            <span className="muted">
              {dateText(at)} {timeText(at)} {personName}
            </span>
            {note ? <div className="prose">{note}</div> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
