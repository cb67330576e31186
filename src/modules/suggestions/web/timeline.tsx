import { Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { momentText } from "../../../web/ui/dates.ts";
import type { Suggestion } from "./api.ts";
import { StatusTag } from "./status.tsx";

const colours: Record<string, string> = {
  close: "green",
  strike_off: "green",
  sign_reply: "blue",
  return: "orange",
  order_rework: "orange",
  escalate: "red",
  withdraw: "gray",
};

/** Papers of these steps stand with the suggestion and with the reply. */
const shownAbove = new Set(["begin", "revise", "draft_reply"]);

/** Everything that happened, the newest first. */
export function CaseTimeline({ of }: { of: Suggestion }) {
  const { t } = useTranslation();
  const unit = (partId: string | null) => of.parts.find((part) => part.id === partId)?.unit.name;
  return (
    <Timeline
      items={[...of.timeline].reverse().map((step) => ({
        key: step.id,
        color: colours[step.verb] ?? "gray",
        content: (
          <div>
            <div style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" }}>
              <strong>{t(`suggestion.verb.${step.verb}`)}</strong>
              {step.fromStatus !== step.toStatus ? <StatusTag status={step.toStatus} /> : null}
            </div>
            <div className="muted">
              {[step.byOrganisation ?? unit(step.partId), step.byName, momentText(step.at)].filter(Boolean).join(" · ")}
            </div>
            {step.note ? <div className="prose">{step.note}</div> : null}
            <AttachmentList files={shownAbove.has(step.verb) ? [] : step.attachments} of={`/api/suggestions/${of.id}`} />
          </div>
        ),
      }))}
    />
  );
}
