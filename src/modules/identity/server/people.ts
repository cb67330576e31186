import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { Person } from "../actor.ts";

/** The roles of person `p` on a day, as a list. */
export const rolesOn = (
  today: DateISO,
) => sql`coalesce((select jsonb_agg(jsonb_build_object('name', r.name, 'organisationId', o.id, 'organisationKind', o.kind, 'areaId', o.area_id))
  from role r join organisation o on o.district = r.district and o.id = r.organisation_id
  where r.district = p.district and r.person_id = p.id and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})), '[]')`;

/** The mandates of person `p`, as a list. */
export const mandatesHeld = sql`coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'congressId', c.id, 'level', c.level, 'areaId', m.area_id, 'status', m.status))
  from mandate m join congress c on c.district = m.district and c.id = m.congress_id
  where m.district = p.district and m.person_id = p.id), '[]')`;

/** Whoever holds one of these mandates, works as officer or leader in one of these organisations on a day, or is named, and can sign in. */
export async function peopleBehind(
  db: Db,
  district: string,
  { mandates, organisations, people = [] }: { mandates: readonly string[]; organisations: readonly string[]; people?: readonly string[] },
  today: DateISO,
): Promise<Person[]> {
  const found = await sql<Person>`
    select a.district, a.id as account, p.id as person, p.name, ${rolesOn(today)} as roles, ${mandatesHeld} as mandates
    from account a join person p on p.district = a.district and p.id = a.person_id
    where a.district = ${district} and not a.disabled and p.id in (
      select person_id from mandate where district = ${district} and id = any(${[...mandates]}::uuid[])
      union select unnest(${[...people]}::uuid[])
      union select person_id from role where district = ${district} and organisation_id = any(${[...organisations]}::uuid[])
        and name in ('officer', 'leader') and starts_on <= ${today} and (ends_on is null or ends_on >= ${today}))`.execute(db);
  return found.rows;
}
