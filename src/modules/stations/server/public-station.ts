import { sql } from "kysely";
import { type DateISO, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt, type Page } from "../../../platform/http/paging.ts";
import type { PostKind } from "../terms.ts";
import { type Balance, balanceOf } from "./balance.ts";
import { yearUntil } from "./span.ts";

/** What everybody may know of a station, field by field: the place, its deputies in office, what is announced. No staff, no private phone. */
export interface StationShown {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly areaName: string;
  readonly townCode: string | null;
  readonly keeper: string;
  readonly phone: string | null;
  readonly about: string | null;
  readonly hours: readonly { readonly weekdays: readonly number[]; readonly from: string; readonly to: string }[];
  readonly latitude: string | null;
  readonly longitude: string | null;
  readonly cover: readonly string[];
  readonly deputies: readonly { readonly code: string; readonly name: string; readonly congressName: string }[];
  readonly next: readonly ReceptionShown[];
  readonly posts: readonly PostLine[];
  /** How often each function was seen there this year. */
  readonly balance: Balance;
}

export interface ReceptionShown {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string | null;
  readonly theme: string | null;
  readonly deputies: readonly string[];
}

export interface PostLine {
  readonly id: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly publishedOn: DateISO;
}

/** One open station by its code; undefined when there is none. */
export async function publicStation(db: Db, district: string, code: string, today: DateISO): Promise<StationShown | undefined> {
  const found = await sql<Omit<StationShown, "balance">>`
    select s.id, s.code, s.kind, s.name, s.address, a.name as area_name, t.code as town_code, o.name as keeper, s.phone, s.about, s.hours,
      s.latitude::text as latitude, s.longitude::text as longitude,
      coalesce((select jsonb_agg(distinct x.name) from station_cover c join area x on x.district = c.district and x.id = c.area_id
        where c.district = s.district and c.station_id = s.id), '[]') as cover,
      coalesce((select jsonb_agg(jsonb_build_object('code', right(m.id::text, 10), 'name', p.name, 'congressName', k.name)
          order by array_position(array['nation', 'province', 'city', 'district', 'town'], k.level), p.sort_key)
        from station_deputy d join mandate m on m.district = d.district and m.id = d.mandate_id
          join person p on p.district = m.district and p.id = m.person_id join congress k on k.district = m.district and k.id = m.congress_id
        where d.district = s.district and d.station_id = s.id and m.status = 'in_force' and k.term_ended_on is null and d.starts_on <= ${today}
          and (d.ends_on is null or d.ends_on >= ${today})), '[]') as deputies,
      coalesce((select jsonb_agg(to_jsonb(n) order by n."startsAt") from (
        select r.starts_at as "startsAt", r.ends_at as "endsAt", r.place, r.theme,
          coalesce((select jsonb_agg(p.name order by p.sort_key) from reception_deputy t join mandate m on m.district = t.district and m.id = t.mandate_id
            join person p on p.district = m.district and p.id = m.person_id
            where t.district = r.district and t.reception_id = r.id and t.state in ('planned', 'signed_in')), '[]') as deputies
        from reception r where r.district = s.district and r.station_id = s.id and r.day >= ${today} and r.status = 'announced'
        order by r.day, r.starts_at, r.id limit 6) n), '[]') as next,
      coalesce((select jsonb_agg(to_jsonb(n)) from (
        select p.id, p.kind, p.title, p.published_on as "publishedOn" from station_post p
        where p.district = s.district and p.station_id = s.id and p.published_on <= ${today} and p.withdrawn_on is null
        order by p.published_on desc, p.id desc limit 5) n), '[]') as posts
    from station s
    join area a on a.district = s.district and a.id = s.area_id
    left join area t on t.district = a.district and t.id = case when a.kind in ('town', 'subdistrict') then a.id else a.parent_id end
      and t.kind in ('town', 'subdistrict')
    join organisation o on o.district = s.district and o.id = s.organisation_id
    where s.district = ${district} and s.code = ${code.toUpperCase()} and s.opened_on <= ${today} and (s.closed_on is null or s.closed_on > ${today})`.execute(
    db,
  );
  const row = found.rows[0];
  return row && { ...row, balance: await balanceOf(db, row.id, { district, ...yearUntil(yearIn(today), today) }) };
}

/** What a station has published and not withdrawn, the newest first. */
export async function publicPosts(
  db: Db,
  district: string,
  code: string,
  { today, limit, cursor }: { today: DateISO; limit: number; cursor?: string | undefined },
): Promise<Page<PostLine>> {
  const after = keysAt(cursor, 2);
  const found = await sql<PostLine>`
    select p.id, p.kind, p.title, p.published_on from station_post p join station s on s.district = p.district and s.id = p.station_id
    where p.district = ${district} and s.code = ${code.toUpperCase()} and p.published_on <= ${today} and p.withdrawn_on is null
      ${after ? sql`and (p.published_on, p.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by p.published_on desc, p.id desc limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([last.publishedOn, last.id]) : null };
}

/** One thing that a station has published, in full. */
export async function publicPost(db: Db, district: string, id: string, today: DateISO) {
  const found = await sql<PostLine & { body: string; stationCode: string; stationName: string }>`
    select p.id, p.kind, p.title, p.published_on, p.body, s.code as station_code, s.name as station_name
    from station_post p join station s on s.district = p.district and s.id = p.station_id
    where p.district = ${district} and p.id = ${id} and p.published_on <= ${today} and p.withdrawn_on is null`.execute(db);
  return found.rows[0];
}

/** Where a deputy is to be met: the stations he is placed at, how often he has received this year, when he will next. */
export async function deputyAtStations(db: Db, district: string, mandateId: string, today: DateISO) {
  const found = await sql<{
    stations: { code: string; name: string }[];
    received: number;
    next: { startsAt: Instant; code: string; name: string }[];
  }>`
    select coalesce((select jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name) order by s.sort_key) from station_deputy d
        join station s on s.district = d.district and s.id = d.station_id
        where d.district = ${district} and d.mandate_id = ${mandateId} and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on >= ${today})
          and (s.closed_on is null or s.closed_on > ${today})), '[]') as stations,
      (select count(*) from reception_deputy t join reception r on r.district = t.district and r.id = t.reception_id
        where t.district = ${district} and t.mandate_id = ${mandateId} and t.state = 'signed_in' and r.status = 'held'
          and r.day between ${`${yearIn(today)}-01-01`} and ${today}) as received,
      coalesce((select jsonb_agg(to_jsonb(n) order by n."startsAt") from (
        select r.starts_at as "startsAt", s.code, s.name from reception_deputy t join reception r on r.district = t.district and r.id = t.reception_id
        join station s on s.district = r.district and s.id = r.station_id
        where t.district = ${district} and t.mandate_id = ${mandateId} and t.state = 'planned' and r.status = 'announced' and r.day >= ${today}
        order by r.starts_at limit 3) n), '[]') as next`.execute(db);
  return found.rows[0] ?? { stations: [], received: 0, next: [] };
}
