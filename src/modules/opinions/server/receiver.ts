import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";

/** Who receives: the presidium of the town or the committee of the sub-district the place lies in, else the district's office. */
export async function receiverFor(tx: Db, district: string, areaId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id, 0 as depth from area where district = ${district} and id = ${areaId}
      union all select a.id, a.parent_id, up.depth + 1 from area a join up on a.id = up.parent_id where a.district = ${district} and up.depth < 10
    )
    select o.id from organisation o left join up on up.id = o.area_id
    where o.district = ${district} and o.dissolved_on is null and exists (select 1 from up)
      and ((o.kind in ('presidium', 'subdistrict_committee') and up.id is not null) or o.kind = 'deputy_office')
    order by o.kind = 'deputy_office', up.depth limit 1`.execute(tx);
  return found.rows[0]?.id;
}
