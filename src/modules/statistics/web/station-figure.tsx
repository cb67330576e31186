import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { figureWords, type StationMeasure, type StationRate, stationRates } from "../station-terms.ts";
import type { StationFigures } from "./stations-api.ts";

/** What opens when a number is clicked: its rows, and for a rate those that it is taken from. */
export type OpenStation = (measures: readonly StationMeasure[]) => void;

const alarms: readonly StationMeasure[] = ["missed", "unrecorded", "absent", "overdue", "pointsOverdue", "dissatisfied"];
const plain = { padding: 0, height: "auto" } as const;

/** A count that opens its rows; what should not be is red. */
export function StationCount({ of, measure, open }: { of: StationFigures; measure: StationMeasure; open?: OpenStation | undefined }) {
  const { t } = useTranslation();
  const count = of.counts[measure] ?? 0;
  const alarm = count > 0 && alarms.includes(measure) ? { color: "#c4281c", fontWeight: 600 } : {};
  if (count === 0 || !open) return <span style={alarm}>{count}</span>;
  return (
    <Button
      type="link"
      size="small"
      style={{ ...plain, ...alarm }}
      data-measure={measure}
      aria-label={`${t(figureWords(measure).label)} ${count}`}
      onClick={() => open([measure])}
    >
      {count}
    </Button>
  );
}

/** A rate with what it was made from. */
export function StationShare({ of, rate, open }: { of: StationFigures; rate: StationRate; open?: OpenStation | undefined }) {
  const { t } = useTranslation();
  const found = of.rates.find(({ key }) => key === rate);
  if (!found || found.value === null) return <span className="muted">—</span>;
  const [said, from] = [`${found.value.toFixed(2)}%`, `${found.numerator} ÷ ${found.denominator}`];
  const shown = (
    <span>
      {said}
      <br />
      <span className="muted" style={{ fontSize: 12 }}>
        {from}
      </span>
    </span>
  );
  if (!open) return shown;
  return (
    <Button
      type="link"
      size="small"
      style={{ ...plain, textAlign: "inherit" }}
      data-rate={rate}
      aria-label={`${t(figureWords(rate).label)} ${said} ${from}`}
      onClick={() => open(stationRates[rate])}
    >
      {shown}
    </Button>
  );
}
