import { FileTextOutlined } from "@ant-design/icons";
import { Card, Descriptions, Tag, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { dateText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import type { Suggestion } from "./api.ts";

/** 重点督办: who leads, what comes next, the log with its papers, and what the council of chairpersons said. */
export function Supervision({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const [supervision] = of.supervisions;
  if (!supervision) return null;
  const { leader, governmentLeader, body, decidedOn, documentNo, nextOn, nextStep, result, reportedOn, meeting, opinion } = supervision;
  const decided = [t("suggestion.supervision.decided_on", { date: dateText(decidedOn) }), documentNo].filter(Boolean).join(" · ");
  const items = [
    { key: "leader", label: t("suggestion.supervision.leader"), children: leader },
    { key: "government", label: t("suggestion.supervision.government_leader"), children: governmentLeader ?? "—" },
    { key: "body", label: t("suggestion.supervision.body"), children: body?.name ?? "—" },
    ...(result === "accepted"
      ? []
      : [
          {
            key: "next",
            label: t("suggestion.supervision.next"),
            children: nextOn ? (
              <span>
                <Lamp dueOn={nextOn} today={today} /> {[dateText(nextOn), nextStep].filter(Boolean).join(" ")}
              </span>
            ) : (
              t("suggestion.supervision.no_next")
            ),
          },
        ]),
    ...(result
      ? [
          {
            key: "report",
            label: t("suggestion.supervision.report"),
            children: (
              <span>
                <Tag color={result === "accepted" ? "green" : "gold"}>{t(`suggestion.supervision_result.${result}`)}</Tag>
                {[dateText(reportedOn), meeting, opinion].filter(Boolean).join(" · ")}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <Card title={t("suggestion.section.supervision")} extra={<span className="muted">{decided}</span>} id="supervision">
      <Descriptions column={{ xs: 1, sm: 1, lg: 2 }} size="small" items={items} />
      <Log of={of} />
    </Card>
  );
}

/** Supervisions and reports, the newest first, with photos and papers; the last supervision prints the notice to the units. */
function Log({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const steps = of.timeline.filter(({ verb }) => verb === "supervise" || verb === "report_supervision").reverse();
  if (steps.length === 0) return <p className="muted">{t("suggestion.supervision.no_log")}</p>;
  const notice = steps.find(({ verb, note }) => verb === "supervise" && note);
  return (
    <>
      <div style={{ marginTop: 16, display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
        <strong>{t("suggestion.supervision.log")}</strong>
        {notice ? (
          <a href={`/api/suggestions/${of.id}/papers/supervision?format=pdf`} target="_blank" rel="noreferrer">
            <FileTextOutlined /> {t("suggestion.supervision.notice")}
          </a>
        ) : null}
      </div>
      <Timeline
        style={{ marginTop: 16 }}
        items={steps.map((step) => ({
          key: step.id,
          color: step.verb === "supervise" ? "gray" : "green",
          content: (
            <div>
              <strong>{t(`suggestion.verb.${step.verb}`)}</strong>{" "}
              <span className="muted">
                {[dateText(text(step, "heldOn") || text(step, "reportedOn")), text(step, "by") || text(step, "meeting")].join(" · ")}
              </span>
              {step.note ? <div className="prose">{step.note}</div> : null}
              {text(step, "demand") ? <div>{t("suggestion.said.demand", { demand: text(step, "demand") })}</div> : null}
              <AttachmentList files={step.attachments} of={`/api/suggestions/${of.id}`} />
            </div>
          ),
        }))}
      />
    </>
  );
}

const text = ({ data }: Suggestion["timeline"][number], name: string): string => (typeof data[name] === "string" ? data[name] : "");
