import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { type RuleDefinition, type RuleVersion, type Statute, statuteOf } from "../statute.ts";
import type { Calendar, CalendarYear } from "../working-days.ts";
import type { CalendarTables } from "./tables.ts";

/** The statutes of the districts, kept in memory and read again when their change counter has moved. */
export interface Statutes {
  of(db: Db, district: string): Promise<Statute>;
  /** The same, held until the transaction ends: a calendar loaded meanwhile waits, so no clock is written under an old one. */
  held(tx: Tx, district: string): Promise<Statute>;
}

export function statutes(definitions: readonly RuleDefinition[]): Statutes {
  const kept = new Map<string, { changes: number; statute: Statute }>();
  const current = async (db: Db, district: string, changes: number): Promise<Statute> => {
    const known = kept.get(district);
    if (known && known.changes === changes) return known.statute;
    const statute = statuteOf(await readCalendar(db, district), definitions, await readRules(db, district));
    kept.set(district, { changes, statute });
    return statute;
  };
  return {
    of: async (db, district) => current(db, district, await changesIn(db, district, sql``)),
    held: async (tx, district) => current(tx, district, await changesIn(tx, district, sql`for share`)),
  };
}

async function changesIn(db: Db, district: string, lock: RawBuilder<unknown>): Promise<number> {
  const found = await sql<{ changes: number }>`select changes from statute_change where district = ${district} ${lock}`.execute(db);
  return found.rows[0]?.changes ?? 0;
}

/** Tells every process that calendars or rules of the district have changed. */
export async function noteChange(tx: Tx, district: string): Promise<void> {
  await tx
    .withTables<CalendarTables>()
    .insertInto("statuteChange")
    .values({ district, changes: 1 })
    .onConflict((on) => on.column("district").doUpdateSet({ changes: sql`statute_change.changes + 1` }))
    .execute();
}

/** The newest version of each year's calendar. */
export async function readCalendar(db: Db, district: string): Promise<Calendar> {
  const found = await sql<{ year: number; version: number; days: Record<DateISO, [string, string]> }>`
    select distinct on (y.year) y.year, y.version,
      (select coalesce(jsonb_object_agg(d.day, jsonb_build_array(d.kind, d.name)), '{}') from calendar_day d
        where d.district = y.district and d.year = y.year and d.version = y.version) as days
    from calendar_year y where y.district = ${district} order by y.year, y.version desc`.execute(db);
  return Object.fromEntries(found.rows.map(({ year, version, days }) => [year, calendarYear(version, days)]));
}

function calendarYear(version: number, days: Record<DateISO, [string, string]>): CalendarYear {
  const of = (kind: string) => Object.fromEntries(Object.entries(days).flatMap(([day, [is, name]]) => (is === kind ? [[day, name]] : [])));
  return { version, off: of("off"), work: of("work") };
}

async function readRules(db: Db, district: string): Promise<RuleVersion[]> {
  return await db
    .withTables<CalendarTables>()
    .selectFrom("rule")
    .select(["key", "version", "inForceFrom", "value", "source"])
    .where("district", "=", district)
    .execute();
}
