import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** What a station covers, in place of what it covered before. */
export async function replaceCover(
  tx: Tx,
  district: string,
  stationId: string,
  cover: readonly { readonly areaId: string; readonly grid: string | null }[],
): Promise<void> {
  await sql`delete from station_cover where district = ${district} and station_id = ${stationId}`.execute(tx);
  if (cover.length === 0) return;
  const rows = cover.map(({ areaId, grid }) => sql`(${district}, ${randomUUIDv7()}::uuid, ${stationId}::uuid, ${areaId}::uuid, ${grid})`);
  await sql`insert into station_cover (district, id, station_id, area_id, grid) values ${sql.join(rows)}`.execute(tx);
}
