import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { Actor } from "../../identity/index.ts";
import { isStationSide } from "../access.ts";
import type { StationView } from "../contract.ts";
import { balanceOf } from "./balance.ts";
import { stars } from "./list.ts";
import { yearUntil } from "./span.ts";

type View = z.input<typeof StationView>;
type Row = Omit<View, "longitude" | "latitude" | "balance" | "mine" | "keeps"> & {
  district: string;
  sortKey: string;
  longitude: string | null;
  latitude: string | null;
};

/** A station as everyone signed in may see it; undefined where there is none. */
export async function stationView(db: Db, actor: Actor, id: string, now: Instant): Promise<View | undefined> {
  const today = dateIn(now);
  const year = yearIn(today);
  const found = await sql<Row & { staffed: string[] }>`
    select s.*, a.name as area_name, o.name as organisation_name, ${stars} as stars,
      coalesce((select jsonb_agg(jsonb_build_object('areaId', c.area_id, 'areaName', x.name, 'grid', c.grid) order by x.sort_key, c.grid)
        from station_cover c join area x on x.district = c.district and x.id = c.area_id
        where c.district = s.district and c.station_id = s.id), '[]') as cover,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'personId', f.person_id, 'personName', p.name, 'personPhone', p.phone, 'post', f.post, 'startsOn', f.starts_on)
          order by array_position(array['head', 'deputy_head', 'liaison'], f.post), p.sort_key)
        from station_staff f join person p on p.district = f.district and p.id = f.person_id
        where f.district = s.district and f.station_id = s.id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on >= ${today})), '[]') as staff,
      coalesce((select jsonb_agg(f.person_id) from station_staff f where f.district = s.district and f.station_id = s.id
        and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on >= ${today})), '[]') as staffed,
      coalesce((select jsonb_agg(jsonb_build_object('mandateId', m.id, 'personName', p.name, 'congressName', k.name, 'level', k.level, 'startsOn', d.starts_on,
          'duties', (select count(*) from reception_deputy t join reception r on r.district = t.district and r.id = t.reception_id
            where t.district = d.district and t.mandate_id = d.mandate_id and t.state in ('planned', 'signed_in')
              and r.status in ('planned', 'announced', 'held') and r.day between ${`${year}-01-01`} and ${`${year}-12-31`}))
          order by array_position(array['nation', 'province', 'city', 'district', 'town'], k.level), p.sort_key)
        from station_deputy d join mandate m on m.district = d.district and m.id = d.mandate_id
          join person p on p.district = m.district and p.id = m.person_id join congress k on k.district = m.district and k.id = m.congress_id
        where d.district = s.district and d.station_id = s.id and m.status = 'in_force' and d.starts_on <= ${today}
          and (d.ends_on is null or d.ends_on >= ${today})), '[]') as deputies,
      coalesce((select jsonb_agg(to_jsonb(n) - 'sort' order by n."startsAt") from (
        select r.id, r.kind, r.status, to_char(r.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt",
          to_char(r.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "endsAt", r.place, r.theme,
          coalesce((select jsonb_agg(p.name order by p.sort_key) from reception_deputy t join mandate m on m.district = t.district and m.id = t.mandate_id
            join person p on p.district = m.district and p.id = m.person_id
            where t.district = r.district and t.reception_id = r.id and t.state in ('planned', 'signed_in')), '[]') as deputies
        from reception r where r.district = s.district and r.station_id = s.id and r.day >= ${today} and r.status in ('planned', 'announced')
        order by r.day, r.starts_at, r.id limit 6) n), '[]') as next,
      coalesce((select jsonb_agg(to_jsonb(n) order by n."publishedOn" desc) from (
        select p.id, p.kind, p.title, p.published_on as "publishedOn" from station_post p
        where p.district = s.district and p.station_id = s.id and p.published_on <= ${today} and p.withdrawn_on is null
        order by p.published_on desc, p.id desc limit 6) n), '[]') as posts
    from station s
    join area a on a.district = s.district and a.id = s.area_id
    join organisation o on o.district = s.district and o.id = s.organisation_id
    where s.district = ${actor.district} and s.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { district: _d, sortKey: _s, staffed, longitude, latitude, ...rest } = row;
  const keeps = isStationSide(actor, { organisationId: row.organisationId, staff: [] });
  return {
    ...rest,
    longitude: longitude === null ? null : Number(longitude),
    latitude: latitude === null ? null : Number(latitude),
    balance: { year, functions: [...(await balanceOf(db, id, { district: actor.district, ...yearUntil(year, today) }))] },
    keeps,
    mine: keeps || staffed.includes(actor.person),
  };
}
