import { Card, Collapse } from "antd";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { Source } from "../../../web/ui/source.tsx";
import { rightWindows } from "../clockwork.ts";
import type { Suggestion } from "./api.ts";

type Clock = Suggestion["clocks"][number];

/** Every limit of the case, the running ones first; each opens to say why this day. */
export function Clocks({ of, today }: { of: Suggestion; today: string }) {
  const { t } = useTranslation();
  const sorted = [...of.clocks].sort((a, b) => Number(a.stoppedOn !== null) - Number(b.stoppedOn !== null) || (a.dueOn < b.dueOn ? -1 : 1));
  const unit = (clock: Clock) => of.parts.find((part) => part.id === clock.partId)?.unit.name;
  return (
    <Card title={t("suggestion.section.clocks")} size="small" styles={{ body: { padding: 0 } }}>
      <Collapse
        ghost
        size="small"
        items={sorted.map((clock) => ({
          key: clock.id,
          label: (
            <div>
              <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
                <span>{t(`calendar.key.${clock.key}`)}</span>
                <State clock={clock} today={today} />
              </div>
              <div className="muted" style={{ fontSize: 13 }}>
                {[unit(clock), dateText(clock.dueOn)].filter(Boolean).join(" · ")}
              </div>
            </div>
          ),
          children: (
            <ol style={{ margin: 0, paddingInlineStart: 20 }} aria-label={t("suggestion.why")}>
              {clock.steps.map((step) => (
                <li key={step.code + JSON.stringify(step.params)}>
                  {t(step.code, { ...step.params })}
                  <Source of={step.source} />
                </li>
              ))}
            </ol>
          ),
        }))}
      />
    </Card>
  );
}

function State({ clock, today }: { clock: Clock; today: string }) {
  const { t } = useTranslation();
  if (rightWindows.includes(clock.key)) {
    const open = clock.stoppedOn === null && today <= clock.dueOn;
    return (
      <span className="muted">
        {t(open ? "suggestion.clock.window_open" : "suggestion.clock.window_over", { on: dateText(clock.dueOn) })}
      </span>
    );
  }
  if (clock.stoppedOn) {
    const late = clock.stoppedOn > clock.dueOn;
    return (
      <span style={{ color: late ? "#c4281c" : "#2c7a3f" }}>
        {t(late ? "suggestion.clock.late" : "suggestion.clock.met", { on: dateText(clock.stoppedOn) })}
      </span>
    );
  }
  if (clock.paused) return <span className="muted">{t("suggestion.clock.paused")}</span>;
  return <Lamp dueOn={clock.dueOn} today={today} />;
}
