import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Reason } from "../../../platform/refusal.ts";

/** A person to turn to where the form says no: the station, else the district's office. */
export async function wayOut(db: Db, district: string, stationId: string | null): Promise<Reason[]> {
  const found = await sql<{ name: string; phone: string; address: string }>`
    select name, phone, address from station where district = ${district} and id = ${stationId} and phone is not null
    union all (select o.name, o.phone, '' from organisation o where o.district = ${district} and o.kind = 'deputy_office' and o.phone is not null
      and o.dissolved_on is null order by o.sort_key limit 1) limit 1`.execute(db);
  return found.rows.map((params) => ({ code: params.address ? "voice.too_many.go_to_station" : "voice.too_many.call", params }));
}
