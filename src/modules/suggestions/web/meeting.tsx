import { Card, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import type { Suggestion } from "./api.ts";

type Escalation = Suggestion["escalations"][number];

/** A meeting as it is planned, or as it was held and what it concluded. */
export function Meeting({ of }: { of: Omit<Escalation, "id" | "round" | "askedOn"> }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const facts: [string, string | null][] = of.heldOn
    ? [
        ["suggestion.escalation.held_on", [dateText(of.heldOn), of.place].filter(Boolean).join(" · ")],
        ["suggestion.field.participants", of.participants],
        ["suggestion.field.minutes", of.minutes],
        ["suggestion.field.conclusion", of.conclusion],
      ]
    : [
        [
          "suggestion.escalation.planned",
          of.plannedOn ? [dateText(of.plannedOn), of.place].filter(Boolean).join(" · ") : t("suggestion.escalation.not_planned"),
        ],
        ["suggestion.field.invited", of.invited],
      ];
  return (
    <dl className="facts" style={{ marginTop: 8 }}>
      <dt>{t("suggestion.label.escalate.note")}</dt>
      <dd>{of.reason || "—"}</dd>
      {facts.map(([label, said]) =>
        said ? (
          <div key={label} style={{ display: "contents" }}>
            <dt>{t(label)}</dt>
            <dd className="prose">
              {said} {label === "suggestion.escalation.planned" && of.plannedOn ? <Lamp dueOn={of.plannedOn} today={today} /> : null}
              {label === "suggestion.field.conclusion" && of.rework !== null ? (
                <Tag color={of.rework ? "orange" : "default"}>{t(`suggestion.answer.rework.${of.rework}`)}</Tag>
              ) : null}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** The meetings of a case, the newest first. */
export function Meetings({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  if (of.escalations.length === 0) return null;
  return (
    <Card title={t("suggestion.section.escalations")}>
      {[...of.escalations].reverse().map((escalation) => (
        <section key={escalation.id} className="block">
          <span className="muted">{[dateText(escalation.askedOn), t("suggestion.round", { round: escalation.round })].join(" · ")}</span>
          <Meeting of={escalation} />
        </section>
      ))}
    </Card>
  );
}
