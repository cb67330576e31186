import { speak } from "../../../platform/i18n/words.ts";
import { type Block, type OfficialPaper, paragraphs, type Row } from "../../../platform/papers/paper.ts";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh-CN.json" with { type: "json" };
import { yearlyPromises } from "../terms.ts";
import type { YearlyFigures } from "./yearly.ts";
import type { GroupName } from "./yearly-book.ts";

/** Official papers are Chinese, whoever prints them. */
const say = speak({ "zh-CN": zh, en })("zh-CN");
const percent = (value: number | null): string => (value === null ? "—" : `${value.toFixed(2)}%`);

/** The year's report as a paper: what it counts, until when, then a table for each question (R2.45). */
export function yearlyPaper(of: YearlyFigures & { congressName: string | null }, nameOf: GroupName): OfficialPaper {
  const title = say("statistics.yearly.paper_title", { year: of.year, congress: of.congressName ?? "" });
  const { asOf, asOfBefore } = of;
  const blocks: Block[] = [
    ...paragraphs(say("statistics.yearly.paper_scope", { asOf: longDay(asOf), before: longDay(asOfBefore) })),
    heading(1, say("statistics.yearly.whole")),
    compared(of.whole, of.before),
    ...of.tables.flatMap((table, index) => [heading(index + 2, say(`statistics.by.${table.by}`)), grouped(of, table, nameOf)]),
    heading(of.tables.length + 2, say("statistics.yearly.promises")),
    promised(of),
    heading(of.tables.length + 3, say("statistics.yearly.keys")),
    compared(of.keys.whole, of.keys.before),
    ...paragraphs(say("statistics.yearly.paper_note")),
  ];
  return {
    ...{ name: title, title, head: null, documentNo: null, mark: null, draft: null, addressee: null, blocks },
    ...{ signature: null, contact: null, copies: null },
  };
}

const numerals = "一二三四五六七八九";
const heading = (number: number, text: string): Block => ({ kind: "heading", text: `${numerals[number - 1] ?? number}、${text}` });
const line = (texts: readonly string[], label = false): Row => ({ cells: texts.map((text) => ({ text, span: 1, label })), height: 9 });

const longDay = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return say("statistics.yearly.date", { year: year ?? 0, month: month ?? 0, date: date ?? 0 });
};

/** Counts and rates of this year beside the year before, each rate with what it was made from. */
function compared(now: YearlyFigures["whole"], before: YearlyFigures["whole"]): Block {
  const counts = (["count", "closed", "solved"] as const).map((key) =>
    line([say(`statistics.measure.${key}`), String(now.counts[key]), String(before.counts[key])]),
  );
  const said = (rate: YearlyFigures["whole"]["rates"][number] | undefined) =>
    rate ? `${percent(rate.value)}（${rate.numerator}÷${rate.denominator}）` : "—";
  const rates = now.rates.map((rate, index) => line([say(`statistics.rate.${rate.key}`), said(rate), said(before.rates[index])]));
  const head = line(
    [say("statistics.yearly.figure"), say("statistics.yearly.this_year_short"), say("statistics.yearly.year_before_short")],
    true,
  );
  return { kind: "table", columns: [52, 52, 52], rows: [head, ...counts, ...rates] };
}

function grouped(of: YearlyFigures, { by, groups }: YearlyFigures["tables"][number], nameOf: GroupName): Block {
  const shown = (name: string, now: YearlyFigures["whole"], before: number): Row => {
    const rate = (key: string) => percent(now.rates.find((one) => one.key === key)?.value ?? null);
    return line([
      name,
      ...["count", "closed"].map((key) => String(now.counts[key as "count"])),
      rate("solved_rate"),
      rate("satisfaction_rate"),
      String(before),
    ]);
  };
  const head = line(
    [
      ...[say(`statistics.yearly.group.${by}`), say("statistics.measure.count"), say("statistics.measure.closed")],
      ...[say("statistics.rate.solved_rate"), say("statistics.rate.satisfaction_rate"), say("statistics.yearly.year_before_short")],
    ],
    true,
  );
  const rows = groups.map((group) => shown(nameOf(by, group), group, group.before.counts.count));
  return {
    ...{ kind: "table", columns: [46, 20, 20, 26, 26, 18] },
    rows: [head, ...rows, shown(say("statistics.whole"), of.whole, of.before.counts.count)],
  };
}

function promised({ promises }: YearlyFigures): Block {
  const head = line(
    [
      ...[say("statistics.yearly.made_in"), ...yearlyPromises.map((key) => say(`statistics.promise_measure.${key}`))],
      say("statistics.unit_rate.keeping_rate"),
    ],
    true,
  );
  const rows = promises.map(({ year, counts, rate }) =>
    line([String(year), ...yearlyPromises.map((key) => String(counts[key])), percent(rate)]),
  );
  return { kind: "table", columns: [24, 20, 22, 24, 20, 24, 22], rows: [head, ...rows] };
}
