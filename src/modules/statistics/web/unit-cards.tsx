import { useTranslation } from "react-i18next";
import type { UnitMeasure } from "../terms.ts";
import { Count, Rate } from "./unit-figures.tsx";
import type { Unit } from "./units-api.ts";

const counted = [
  "count",
  "inHandling",
  "replied",
  "overdue",
  "nearlyDue",
  "opinionsOverdue",
  "handedBack",
  "promisesOpen",
  "promisesOverdue",
] as const;
const rated = ["solved_rate", "satisfaction_rate", "satisfaction_and_basic_rate", "contact_rate", "keeping_rate"] as const;

/** The same on a phone: a card for each unit. */
export function UnitCards({ units, open }: { units: readonly Unit[]; open: (unit: Unit, measures: readonly UnitMeasure[]) => void }) {
  const { t } = useTranslation();
  return (
    <div>
      {units.map((unit) => (
        <section key={unit.id} className="line-card">
          <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
            <strong>{unit.name}</strong>
            <span className="muted">
              {t("statistics.units.place")} {unit.place ?? "—"}
            </span>
          </div>
          <dl className="figures">
            {rated.map((rate) => (
              <div key={rate}>
                <dt>{t(`statistics.unit_rate.${rate}`)}</dt>
                <dd>
                  <Rate of={unit} rate={rate} open={(measures) => open(unit, measures)} />
                </dd>
              </div>
            ))}
            {counted.map((measure) => (
              <div key={measure}>
                <dt>{t(`statistics.unit_measure.${measure}`)}</dt>
                <dd>
                  <Count of={unit} measure={measure} open={(measures) => open(unit, measures)} />
                </dd>
              </div>
            ))}
            <div>
              <dt>{t("statistics.units.averageDays")}</dt>
              <dd>{unit.averageDays ?? "—"}</dd>
            </div>
          </dl>
        </section>
      ))}
    </div>
  );
}
