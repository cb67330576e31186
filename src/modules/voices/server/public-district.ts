import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { invalid, type Refusal } from "../../../platform/refusal.ts";

/** The district that someone without an account speaks to: the one named, else the only one there is. */
export async function publicDistrict(db: Db, wanted: string | undefined): Promise<string | Refusal> {
  const found = await sql<{ district: string }>`
    select district from area where kind = 'district' ${wanted ? sql`and district = ${wanted}` : sql``} order by code limit 2`.execute(db);
  const [only, another] = found.rows;
  return only && !another ? only.district : invalid({ field: "district", code: "field.no_such_thing" });
}
