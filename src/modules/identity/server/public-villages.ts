import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";

export interface Village {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly townName: string;
}

/** Villages and communities with their towns, in the order of their codes: where somebody lives. */
export async function publicVillages(db: Db, district: string): Promise<Village[]> {
  const found = await sql<Village>`
    select v.id, v.code, v.name, t.name as town_name from area v join area t on t.district = v.district and t.id = v.parent_id
    where v.district = ${district} and v.kind in ('village', 'community') and v.retired_on is null order by v.sort_key, v.id`.execute(db);
  return found.rows;
}
