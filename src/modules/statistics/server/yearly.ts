import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { percentage, ratesOf } from "../rates.ts";
import { type Measure, measures, type Rate, rates, type YearlyPromise, yearlyBy, yearlyPromises } from "../terms.ts";
import { yearBefore } from "../years.ts";
import { breakdownGroups, breakdownWhole, type Counts } from "./breakdown.ts";
import { type Cut, firstOf } from "./cut.ts";
import type { Counted } from "./population.ts";
import { markedPromises } from "./units.ts";

/** The year a report is of, and whose. */
export interface Reported {
  readonly year: number;
  readonly congressId?: string | undefined;
}

type Group = Counts & { key: string; label: string };

const nothing = Object.fromEntries(measures.map((measure) => [measure, 0])) as Counts;
const figuresOf = (all: Counts) => {
  const counts = Object.fromEntries(measures.map((measure) => [measure, all[measure]])) as Counts;
  return { counts, rates: ratesOf<Rate, Measure>(rates, counts) };
};

/** The report of a year beside that of the year before, by a fixed number of statements. */
export async function yearlyFigures(db: Db, cut: Cut, { year, congressId }: Reported) {
  const earlier: Cut = { ...cut, asOf: yearBefore(cut.asOf) };
  const now = { year, congressId };
  const before = { year: year - 1, congressId };
  const whole = async (at: Cut, narrow: typeof now & { key?: boolean }) =>
    figuresOf(await breakdownWhole(db, at, { of: "suggestions", by: "category", narrow }));
  const tables = [];
  for (const by of yearlyBy) {
    const groups = await breakdownGroups(db, cut, { of: "suggestions", by, narrow: now });
    tables.push({ by, groups: beside(groups, await breakdownGroups(db, earlier, { of: "suggestions", by, narrow: before })) });
  }
  return {
    ...{ year, asOf: cut.asOf, asOfBefore: earlier.asOf, tables },
    ...{ whole: await whole(cut, now), before: await whole(earlier, before) },
    promises: [await promisesOf(db, cut, now), await promisesOf(db, cut, before)],
    keys: { whole: await whole(cut, { ...now, key: true }), before: await whole(earlier, { ...before, key: true }) },
  };
}

/** The groups of this year, each with what it was a year ago; those that are no more come last. */
function beside(groups: readonly Group[], earlier: readonly Group[]) {
  const then = new Map(earlier.map((group) => [group.key, group]));
  const known = new Set(groups.map(({ key }) => key));
  const gone = earlier.filter(({ key }) => !known.has(key)).map(({ key, label }) => ({ ...nothing, key, label }));
  return [...groups, ...gone].map(({ key, label, ...counts }) => ({
    ...{ key, label, ...figuresOf(counts) },
    before: figuresOf(then.get(key) ?? nothing),
  }));
}

/** Promises of replies signed in a year, as they stand on the cut-off day. */
const promised = (cut: Cut, { year, congressId }: Reported): RawBuilder<unknown> => sql`
  select m.* from (${markedPromises({ cut, narrow: { congressId }, yellowDays: 0 })}) m where m.since >= ${firstOf(year)}::date and m.since < ${firstOf(year + 1)}::date`;

const asked: Record<YearlyPromise, RawBuilder<unknown>> = {
  promised: sql`true`,
  promisesOpen: sql`m.open`,
  promisesOverdue: sql`m.overdue`,
  promisesKept: sql`m.kept`,
  promisesAnsweredAgain: sql`not m.open and not m.kept`,
};

async function promisesOf(db: Db, cut: Cut, reported: Reported) {
  const columns = yearlyPromises.map((one) => sql`count(*) filter (where ${asked[one]}) as ${sql.ref(one)}`);
  const found = await sql<Record<YearlyPromise, number>>`select ${sql.join(columns)} from (${promised(cut, reported)}) m`.execute(db);
  const counts = { ...Object.fromEntries(yearlyPromises.map((one) => [one, 0])), ...found.rows[0] } as Record<YearlyPromise, number>;
  return { year: reported.year, counts, rate: percentage(counts.promisesKept, counts.promised) };
}

/** The promises behind a number of the report. */
export async function promiseRows(
  db: Db,
  cut: Cut,
  { measure, ...reported }: Reported & { measure: YearlyPromise },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const after = keysAt(cursor, 2);
  const found = await sql<Counted>`
    select m.id, m.label, m.about, m.place, m.since, m.until from (${promised(cut, reported)}) m
    where ${asked[measure]} ${after ? sql`and (m.since, m.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by m.since, m.id limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([last.since, last.id]) : null };
}

export type YearlyFigures = Awaited<ReturnType<typeof yearlyFigures>>;
