import { Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { momentText } from "../../../web/ui/dates.ts";
import type { Suggestion } from "./api.ts";
import { StatusTag } from "./status.tsx";
import { sayingsOf } from "./step-sayings.ts";

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
            <div className="muted">{handOf(step, unit(step.partId))}</div>
            <Sayings of={sayingsOf(of, step, t)} />
            {step.note ? <div className="prose">{step.note}</div> : null}
            <AttachmentList files={shownAbove.has(step.verb) ? [] : step.attachments} of={`/api/suggestions/${of.id}`} />
          </div>
        ),
      }))}
    />
  );
}

function Sayings({ of }: { of: readonly string[] }) {
  return of.length > 0 ? <div>{of.join(" · ")}</div> : null;
}

/** Who did it and when; a deputy acts in his own name, which is said once. */
function handOf({ byOrganisation, byName, at }: Suggestion["timeline"][number], unit: string | undefined): string {
  const office = byOrganisation ?? unit;
  return [office === byName ? undefined : office, byName, momentText(at)].filter(Boolean).join(" · ");
}
