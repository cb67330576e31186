import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { type Reception, serving } from "../reception.ts";
import { freeAt } from "./perform.ts";

/** Placed deputies who could take a turn at a reception, each with the later turns that he could give in return. */
export async function freeDeputies(db: Db, district: string, of: Reception, now: Instant) {
  const on = new Set(serving(of).map(({ mandateId }) => mandateId));
  const free = (await freeAt(db, district, of.stationId, of.day)).filter((mandate) => !on.has(mandate));
  const found = await sql<{ mandateId: string; name: string; receptions: { id: string; startsAt: string }[] }>`
    select m.id as mandate_id, p.name,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'startsAt', to_char(r.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.starts_at)
        from reception_deputy d join reception r on r.district = d.district and r.id = d.reception_id
        where d.district = m.district and d.mandate_id = m.id and d.state = 'planned' and r.station_id = ${of.stationId}
          and r.status in ('planned', 'announced') and r.starts_at > ${now} and r.id <> ${of.id}), '[]') as receptions
    from mandate m join person p on p.district = m.district and p.id = m.person_id
    where m.district = ${district} and m.id = any(${free}::uuid[]) order by p.sort_key`.execute(db);
  return { items: found.rows };
}
