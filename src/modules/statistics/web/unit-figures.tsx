import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type UnitMeasure, type UnitRate, unitRates } from "../terms.ts";
import type { Figures } from "./units-api.ts";

/** What opens when a number is clicked: its rows, and for a rate those that it is taken from. */
export type Open = (measures: readonly UnitMeasure[]) => void;

const alarms: Partial<Record<UnitMeasure, string>> = {
  overdue: "#c4281c",
  promisesOverdue: "#c4281c",
  opinionsOverdue: "#c4281c",
  nearlyDue: "#9c5800",
};

/** A count that opens its rows; the delayed ones in the lamp's colours. */
export function Count({ of, measure, open }: { of: Figures; measure: UnitMeasure; open?: Open | undefined }) {
  const { t } = useTranslation();
  const count = of.counts[measure] ?? 0;
  const colour = count > 0 ? alarms[measure] : undefined;
  const style = { padding: 0, height: "auto", ...(colour ? { color: colour, fontWeight: 600 } : {}) };
  if (count === 0 || !open) return <span style={colour ? { color: colour, fontWeight: 600 } : {}}>{count}</span>;
  return (
    <Button
      type="link"
      size="small"
      style={style}
      data-measure={measure}
      aria-label={`${t(`statistics.unit_measure.${measure}`)} ${count}`}
      onClick={() => open([measure])}
    >
      {count}
    </Button>
  );
}

/** A rate with what it was made from. */
export function Rate({ of, rate, open }: { of: Figures; rate: UnitRate; open?: Open | undefined }) {
  const { t } = useTranslation();
  const found = of.rates.find((one) => one.key === rate);
  if (!found || found.value === null) return <span className="muted">—</span>;
  const said = `${found.value.toFixed(2)}%`;
  const from = `${found.numerator} ÷ ${found.denominator}`;
  if (!open)
    return (
      <span title={from} style={{ whiteSpace: "nowrap" }}>
        {said}
      </span>
    );
  return (
    <Button
      type="link"
      size="small"
      style={{ padding: 0, height: "auto", textAlign: "inherit" }}
      title={from}
      data-rate={rate}
      aria-label={`${t(`statistics.unit_rate.${rate}`)} ${said} ${from}`}
      onClick={() => open(unitRates[rate])}
    >
      <span>
        {said}
        <br />
        <span className="muted" style={{ fontSize: 12 }}>
          {from}
        </span>
      </span>
    </Button>
  );
}
