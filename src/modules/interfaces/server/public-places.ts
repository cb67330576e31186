import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A deputy in force by his public code, the end of his mandate's identifier as it stands on posters (DL-58). */
export async function publicDeputy(db: Db, district: string, code: string): Promise<Named | undefined> {
  const found = await sql<Named>`
    select m.id, p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
    where m.district = ${district} and right(m.id::text, 10) = ${code} and m.status = 'in_force'`.execute(db);
  return found.rows[0];
}

/** A deputies' group that exists. */
export async function publicGroup(db: Db, district: string, id: string): Promise<Named | undefined> {
  const found = await sql<Named>`
    select id, name from deputy_group where district = ${district} and id = ${id} and dissolved_on is null`.execute(db);
  return found.rows[0];
}

export interface Place extends Named {
  readonly code: string;
}

/** A town or sub-district by its code in the national list. */
export async function publicTown(db: Db, district: string, code: string): Promise<Place | undefined> {
  const found = await sql<Place>`
    select id, name, code from area where district = ${district} and code = ${code} and kind in ('town', 'subdistrict')`.execute(db);
  return found.rows[0];
}

/** Villages and communities in which something can lie, each with its town, in the order of the register. */
export async function publicVillages(db: Db, district: string): Promise<readonly Place[]> {
  const found = await sql<Place>`
    select a.id, a.code, coalesce(t.name || ' ', '') || a.name as name from area a
    left join area t on t.district = a.district and t.id = a.parent_id and t.kind in ('town', 'subdistrict')
    where a.district = ${district} and a.kind in ('village', 'community') and a.retired_on is null
    order by t.sort_key, a.sort_key, a.id limit 2000`.execute(db);
  return found.rows;
}

/** A village or community by its code. */
export async function publicVillage(db: Db, district: string, code: string): Promise<Place | undefined> {
  const found = await sql<Place>`
    select id, name, code from area where district = ${district} and code = ${code} and kind in ('village', 'community') and retired_on is null`.execute(
    db,
  );
  return found.rows[0];
}

/** Whom to ask: the district's office of the standing committee, with its telephone. */
export async function publicOffice(db: Db, district: string): Promise<{ name: string; phone: string | null } | undefined> {
  const found = await sql<{ name: string; phone: string | null }>`
    select name, phone from organisation where district = ${district} and kind = 'deputy_office' and dissolved_on is null
    order by sort_key, id limit 1`.execute(db);
  return found.rows[0];
}
