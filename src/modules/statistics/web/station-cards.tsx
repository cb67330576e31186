import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { figureWords, type StationMeasure, type StationRate } from "../station-terms.ts";
import { Figure } from "./station-table.tsx";
import type { Station, StationFigures } from "./stations-api.ts";

const shown: readonly (StationMeasure | StationRate)[] = [
  ...(["held", "missed", "in_time_rate", "visitors", "attendance_rate", "heard", "answered_in_time_rate", "overdue"] as const),
  ...(["satisfaction_rate", "listenings"] as const),
];

interface Props {
  readonly stations: readonly Station[];
  readonly whole: StationFigures;
  readonly open: (station: Station | undefined, measures: readonly StationMeasure[]) => void;
  readonly search: Readonly<Record<string, string | undefined>>;
}

/** The same on a phone: the sum first, then a card for each station. */
export function StationCards({ stations, whole, open, search }: Props) {
  const { t } = useTranslation();
  return (
    <div>
      <section className="line-card">
        <strong>{t("statistics.whole")}</strong>
        <Numbers of={whole} open={(measures) => open(undefined, measures)} />
      </section>
      {stations.map((station) => (
        <section key={station.id} className="line-card">
          <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
            <Link to="/station-figures/$id" params={{ id: station.id }} search={search as never}>
              <strong>{station.name}</strong>
            </Link>
            <span className="muted" style={{ whiteSpace: "nowrap" }}>
              {station.stars === null ? t("statistics.stations.no_stars") : `${station.stars}★`}
            </span>
          </div>
          <div className="muted">
            {[station.townName, t("statistics.stations.functions_seen", { count: station.functionsSeen })].join(" · ")}
          </div>
          <Numbers of={station} open={(measures) => open(station, measures)} />
        </section>
      ))}
    </div>
  );
}

function Numbers({ of, open }: { of: StationFigures; open: (measures: readonly StationMeasure[]) => void }) {
  const { t } = useTranslation();
  return (
    <dl className="figures">
      {shown.map((cell) => (
        <div key={cell}>
          <dt>{t(figureWords(cell).label)}</dt>
          <dd>
            <Figure of={of} cell={cell} open={open} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
