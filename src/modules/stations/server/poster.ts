import { sql } from "kysely";
import { dateIn, type Instant, weekday } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { OfficialPaper } from "../../../platform/papers/paper.ts";
import { type Announced, posterOf } from "../poster.ts";

type Row = Omit<Announced, "weekday" | "announcedOn" | "publicPage"> & { announcedAt: Instant | null; code: string };

/** The poster of a reception, with the code of its station's public page; undefined where there is none. */
export async function posterFor(db: Db, district: string, id: string, publicUrl: string): Promise<OfficialPaper | undefined> {
  const found = await sql<Row>`
    select s.name as station_name, s.code, s.address, s.phone, o.name as keeper, r.day, r.place, r.theme, r.announced_at,
      to_char(r.starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as from_time, to_char(r.ends_at at time zone 'Asia/Shanghai', 'HH24:MI') as to_time,
      coalesce((select jsonb_agg(p.name order by p.sort_key) from reception_deputy d join mandate m on m.district = d.district and m.id = d.mandate_id
        join person p on p.district = m.district and p.id = m.person_id
        where d.district = r.district and d.reception_id = r.id and d.state in ('planned', 'signed_in')), '[]')
      || coalesce((select jsonb_build_array(p.name) from person p where p.district = r.district and p.id = r.liaison_id), '[]') as receives
    from reception r join station s on s.district = r.district and s.id = r.station_id
    join organisation o on o.district = s.district and o.id = s.organisation_id
    where r.district = ${district} and r.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { announcedAt, code, ...rest } = row;
  const on = announcedAt && dateIn(announcedAt);
  const publicPage = `${publicUrl}/s/${code}`;
  return posterOf({ ...rest, publicPage, weekday: weekday(rest.day as ReturnType<typeof dateIn>) || 7, announcedOn: on });
}
