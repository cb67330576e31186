import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { Person } from "../../identity/index.ts";
import { stationsStaffedBy } from "../../stations/index.ts";
import { type AtStations, nowhere } from "../access.ts";

/** What the actor is, on a day, at the one station at which a voice was spoken, if there was one. */
export const atStationOf = async (db: Db, actor: Person, stationId: string | null, today: DateISO): Promise<AtStations> =>
  stationId === null ? nowhere : atStations(db, actor, today);

/** At which stations the actor works, and at which he is placed as a deputy, on a day. */
export async function atStations(db: Db, actor: Person, today: DateISO): Promise<AtStations> {
  const staffed = await stationsStaffedBy(db, actor, today);
  const mandates = actor.mandates.map((mandate) => mandate.id);
  if (mandates.length === 0) return { staffed, placed: [] };
  const found = await sql<AtStations["placed"][number]>`
    select station_id, mandate_id from station_deputy where district = ${actor.district} and mandate_id = any(${mandates}::uuid[])
      and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})`.execute(db);
  return { staffed, placed: found.rows };
}
