import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { type DateISO, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { record } from "../../../platform/ledger/record.ts";
import { type FieldFault, invalid, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import { type ClockRow, recomputeClock } from "../clock.ts";
import type { Statute } from "../statute.ts";
import type { CalendarYear } from "../working-days.ts";
import { saveClocks } from "./clocks.ts";
import type { PublishedDay } from "./published.ts";
import { noteChange } from "./statutes.ts";
import type { CalendarTables } from "./tables.ts";

export interface NewCalendar {
  readonly year: number;
  readonly source: string;
  readonly days: readonly PublishedDay[];
}

/** A running clock that another calendar moves. */
export interface Move {
  readonly clockId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly key: string;
  readonly startsOn: DateISO;
  readonly from: DateISO;
  readonly to: DateISO;
}

/** Faults of a calendar that was typed or imported: days of another year, or one day twice. */
export function calendarFaults({ year, days }: NewCalendar): Refusal | undefined {
  const seen = new Set<DateISO>();
  const faults: FieldFault[] = [];
  days.forEach(({ day }, index) => {
    if (yearIn(day) !== year) faults.push({ field: `days.${index}.day`, code: "calendar.not_of_year", params: { year } });
    if (seen.has(day)) faults.push({ field: `days.${index}.day`, code: "calendar.day_twice" });
    seen.add(day);
  });
  return faults.length > 0 ? invalid(...faults) : undefined;
}

/** The statute as it would be with `fresh` in the place of that year's calendar. */
export function statuteWith(statute: Statute, { year, days }: NewCalendar): Statute {
  const of = (kind: string) => Object.fromEntries(days.filter((day) => day.kind === kind).map(({ day, name }) => [day, name]));
  const version = (statute.calendar[year]?.version ?? 0) + 1;
  const fresh: CalendarYear = { version, off: of("off"), work: of("work") };
  return { ...statute, calendar: { ...statute.calendar, [year]: fresh } };
}

/** Running clocks that touched `year`, computed anew under `statute`, beside what they were. */
export async function recomputed(
  db: Db,
  district: string,
  year: number,
  statute: Statute,
  lock: boolean,
): Promise<{ before: ClockRow; after: ClockRow }[]> {
  const found = await sql<ClockRow & { district: string }>`
    select * from clock where district = ${district} and stopped_on is null and calendars ? ${String(year)} ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  return found.rows.map(({ district: _, ...before }) => ({ before, after: recomputeClock(statute, before) }));
}

export const movesIn = (pairs: readonly { before: ClockRow; after: ClockRow }[]): Move[] =>
  pairs
    .filter(({ before, after }) => before.dueOn !== after.dueOn)
    .map(({ before, after }) => ({
      ...{ clockId: before.id, subjectType: before.subjectType, subjectId: before.subjectId, key: before.key, startsOn: before.startsOn },
      ...{ from: before.dueOn, to: after.dueOn },
    }));

/** Loads a calendar as a new version, computes running clocks anew and tells of each that moved. */
export async function loadCalendar(tx: Tx, actor: Actor, statute: Statute, fresh: NewCalendar, now: Instant): Promise<Move[]> {
  const { district, account } = actor;
  const next = statuteWith(statute, fresh);
  const version = next.calendar[fresh.year]?.version ?? 1;
  const tables = tx.withTables<CalendarTables>();
  await noteChange(tx, district);
  await tables
    .insertInto("calendarYear")
    .values({ district, year: fresh.year, version, source: fresh.source, loadedAt: now, loadedBy: account })
    .execute();
  const days = fresh.days.map((day) => ({ district, year: fresh.year, version, ...day }));
  if (days.length > 0) await tables.insertInto("calendarDay").values(days).execute();
  const pairs = await recomputed(tx, district, fresh.year, next, true);
  await saveClocks(
    tx,
    district,
    pairs.map(({ after }) => after),
  );
  const moves = movesIn(pairs);
  const told = { district, at: now, actor: account, version: 1 };
  const moved = moves.map(({ subjectType, subjectId, clockId, key, from, to }) => ({
    ...{
      ...told,
      id: randomUUIDv7(),
      subjectType,
      subjectId,
      type: "clock.moved",
      data: { clockId, key, from, to, year: fresh.year, calendar: version },
    },
  }));
  const loaded = {
    ...told,
    id: randomUUIDv7(),
    subjectType: "calendar_year",
    subjectId: randomUUIDv7(),
    type: "calendar.loaded",
    data: { year: fresh.year, version, moved: moves.length },
  };
  await record(tx, loaded, ...moved);
  return moves;
}
