import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { organisationsAs, type Person, worksIn } from "../../identity/index.ts";
import { isStationSide } from "../access.ts";

/** Stations `s` on whose side the actor is today; the SQL twin of `isStationSide`. */
export function stationSide(actor: Person, today: DateISO): RawBuilder<boolean> {
  if (worksIn(actor, "deputy_office")) return sql<boolean>`s.district = ${actor.district}`;
  return ownSide(actor, today);
}

/** Those that the actor himself works for: without the district's office, whose sight is everywhere. */
export const ownSide = (actor: Person, today: DateISO): RawBuilder<boolean> =>
  sql<boolean>`(s.district = ${actor.district} and (s.organisation_id = any(${organisationsAs(actor, "officer", "leader")}::uuid[])
    or s.id in (select f.station_id from station_staff f where f.district = ${actor.district} and f.person_id = ${actor.person}
      and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on >= ${today}))))`;

/** Identifiers of the stations on whose side the actor is today; for the district's office these are all. */
export async function stationsStaffedBy(db: Db, actor: Person, today: DateISO): Promise<string[]> {
  const found = await sql<{ id: string }>`select s.id from station s where ${stationSide(actor, today)} order by s.sort_key, s.id`.execute(
    db,
  );
  return found.rows.map(({ id }) => id);
}

/** Who keeps a station: its organisation and the people posted there today. Undefined where there is no such station. */
export async function keepersOf(
  db: Db,
  district: string,
  stationId: string,
  today: DateISO,
): Promise<{ organisationId: string; staff: readonly string[] } | undefined> {
  const found = await sql<{ organisationId: string; staff: string[] }>`
    select s.organisation_id, coalesce((select jsonb_agg(distinct f.person_id) from station_staff f where f.district = s.district and f.station_id = s.id
      and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on >= ${today})), '[]') as staff
    from station s where s.district = ${district} and s.id = ${stationId}`.execute(db);
  return found.rows[0];
}

/** Is the actor on this station's side today? Undefined where there is no such station. */
export async function onSideOf(db: Db, actor: Person, stationId: string, today: DateISO): Promise<boolean | undefined> {
  const kept = await keepersOf(db, actor.district, stationId, today);
  return kept && isStationSide(actor, kept);
}

/** Mandates in force that are placed at a station on a day, in a fixed order. */
export async function placedAt(db: Db, district: string, stationId: string, day: DateISO): Promise<string[]> {
  const found = await sql<{ mandateId: string }>`
    select distinct d.mandate_id from station_deputy d join mandate m on m.district = d.district and m.id = d.mandate_id
    where d.district = ${district} and d.station_id = ${stationId} and m.status = 'in_force'
      and d.starts_on <= ${day} and (d.ends_on is null or d.ends_on >= ${day}) order by d.mandate_id`.execute(db);
  return found.rows.map(({ mandateId }) => mandateId);
}
