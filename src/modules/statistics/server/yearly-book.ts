import type { Words } from "../../../platform/i18n/words.ts";
import { rowsOf, type Sheet, type SheetColumn, type SheetRow } from "../../../platform/sheets/sheet.ts";
import { type Rate, rates, yearlyPromises } from "../terms.ts";
import type { YearlyFigures } from "./yearly.ts";

type Figures = YearlyFigures["whole"];
type Table = YearlyFigures["tables"][number];
type Measured = keyof Figures["counts"];

/** What each table shows beside its rates. */
export const shownCounts = ["count", "closed", "solved", "heard", "satisfied", "satisfiedOrBasic"] as const satisfies readonly Measured[];
const shownRates = Object.keys(rates) as Rate[];

/** How a group is called. */
export type GroupName = (by: Table["by"], group: { readonly key: string; readonly label: string }) => string;

/** The report as a book: the whole, each table, promises, key suggestions; every sheet names the cut-off days. */
export function yearlyBook(of: YearlyFigures, words: Words, nameOf: GroupName): Sheet {
  const title = words("statistics.yearly.named", { year: of.year });
  const [first, ...further] = [
    overall(of, words),
    ...of.tables.map((table) => groupSheet(of, table, words, nameOf)),
    promiseSheet(of, words),
    keySheet(of, words),
  ];
  return { ...(first ?? { columns: [], rows: rowsOf([]) }), title, further };
}

const text = (key: string, heading: string, width: number): SheetColumn => ({ key, heading, kind: "text", width });
const whole = (key: string, heading: string): SheetColumn => ({ key, heading, kind: "whole", width: 12 });
const share = (key: string, heading: string): SheetColumn => ({ key, heading, kind: "decimal", width: 14 });

/** A figure a line: what it is, its numerator and denominator, and the same a year before. */
function overall(of: YearlyFigures, words: Words): Sheet {
  return { title: words("statistics.yearly.whole"), columns: comparing(of, words), rows: rowsOf(comparison(of.whole, of.before, words)) };
}

function keySheet({ keys, ...of }: YearlyFigures, words: Words): Sheet {
  return {
    title: words("statistics.yearly.keys"),
    columns: comparing(of, words),
    rows: rowsOf(comparison(keys.whole, keys.before, words)),
  };
}

const comparing = ({ asOf, asOfBefore }: Pick<YearlyFigures, "asOf" | "asOfBefore">, words: Words): SheetColumn[] => [
  text("name", words("statistics.yearly.figure"), 28),
  share("value", words("statistics.yearly.this_year", { date: asOf })),
  whole("numerator", words("statistics.page.numerator")),
  whole("denominator", words("statistics.page.denominator")),
  share("before", words("statistics.yearly.year_before", { date: asOfBefore })),
  whole("numeratorBefore", words("statistics.page.numerator")),
  whole("denominatorBefore", words("statistics.page.denominator")),
];

/** Every count and rate, this year's beside last year's. */
export function comparison(now: Figures, before: Figures, words: Words): SheetRow[] {
  const counts = shownCounts.map(
    (key): SheetRow => ({ name: words(`statistics.measure.${key}`), value: now.counts[key], before: before.counts[key] }),
  );
  const shares = now.rates.map(({ key, ...rate }, index): SheetRow => {
    const then = before.rates[index];
    return {
      ...{ name: `${words(`statistics.rate.${key}`)}（%）`, ...rate },
      ...{ before: then?.value ?? null, numeratorBefore: then?.numerator ?? null, denominatorBefore: then?.denominator ?? null },
    };
  });
  return [...counts, ...shares];
}

function groupSheet(of: YearlyFigures, { by, groups }: Table, words: Words, nameOf: GroupName): Sheet {
  const columns = [
    text("name", words(`statistics.by.${by}`), 22),
    ...shownCounts.map((key) => whole(key, words(`statistics.measure.${key}`))),
    ...shownRates.map((key) => share(key, `${words(`statistics.rate.${key}`)}（%）`)),
    whole("before", words("statistics.yearly.count_before", { date: of.asOfBefore })),
  ];
  const rows = groups.map((group) => ({ name: nameOf(by, group), ...lineOf(group), before: group.before.counts.count }));
  const sum = { name: words("statistics.whole"), ...lineOf(of.whole), before: of.before.counts.count };
  return { title: words(`statistics.by.${by}`), columns, rows: rowsOf([...rows, sum]) };
}

const lineOf = ({ counts, rates: all }: Figures): SheetRow => ({
  ...counts,
  ...Object.fromEntries(all.map(({ key, value }) => [key, value])),
});

function promiseSheet(of: YearlyFigures, words: Words): Sheet {
  const columns = [
    text("name", words("statistics.yearly.made_in"), 16),
    ...yearlyPromises.map((key) => whole(key, words(`statistics.promise_measure.${key}`))),
    share("rate", `${words("statistics.unit_rate.keeping_rate")}（%）`),
  ];
  const rows = of.promises.map(({ year, counts, rate }) => ({ name: String(year), ...counts, rate }));
  return { title: words("statistics.yearly.promises"), columns, rows: rowsOf(rows) };
}
