import { Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { dateText, momentText } from "../../../web/ui/dates.ts";
import type { MandateDetail } from "./mandate-spec.tsx";

const colours: Record<string, string> = { suspend: "orange", resume: "green", end: "gray" };

/** From the election to the end, the newest first. */
export function MandateSteps({ of }: { of: MandateDetail }) {
  const { t } = useTranslation();
  const steps = [...of.steps].reverse().map((step) => ({
    key: step.id,
    color: colours[step.verb] ?? "gray",
    content: (
      <div>
        <strong>{t(`identity.mandate.verb.${step.verb}`)}</strong>
        <div>
          {[dateText(step.effectiveOn), step.ground ? t(`identity.mandate.ground.${step.ground}`) : "", step.documentNo]
            .filter(Boolean)
            .join(" · ")}
        </div>
        {step.note ? <div className="prose">{step.note}</div> : null}
        <div className="muted">{t("identity.mandate.noted_at", { at: momentText(step.at) })}</div>
      </div>
    ),
  }));
  const elected = {
    key: "elected",
    color: "red",
    content: (
      <div>
        <strong>{t(of.byElection ? "identity.mandate.elected_between" : "identity.mandate.elected")}</strong>
        <div>{dateText(of.electedOn)}</div>
      </div>
    ),
  };
  return <Timeline items={[...steps, elected]} />;
}
