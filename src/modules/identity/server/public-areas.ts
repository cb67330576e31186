import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";

export interface Town {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Towns and sub-districts, in the order of their codes: what public lists are narrowed by. */
export async function publicTowns(db: Db, district: string): Promise<Town[]> {
  const found = await sql<Town>`select id, code, name from area
    where district = ${district} and kind in ('town', 'subdistrict') and retired_on is null order by sort_key, id`.execute(db);
  return found.rows;
}

/** A town by its code with everything in it, as identifiers to compare an area with; nothing for a code that no town has. */
export const areasOfTown = (district: string, code: string): RawBuilder<unknown> => sql`(
  select t.id from area t where t.district = ${district} and t.code = ${code}
  union all select v.id from area v join area t on t.district = v.district and t.id = v.parent_id
    where t.district = ${district} and t.code = ${code})`;
