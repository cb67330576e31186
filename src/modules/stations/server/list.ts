import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import type { Actor } from "../../identity/index.ts";
import type { StationLine, stationContracts } from "../contract.ts";
import { happenings } from "./balance.ts";
import { ownSide } from "./sides.ts";
import { yearUntil } from "./span.ts";

type Query = z.output<(typeof stationContracts)["list"]["query"]>;
type Line = z.input<typeof StationLine>;

const never = "9999-12-31";
const nextOn = (today: DateISO) => sql<DateISO | null>`(select min(r.day) from reception r
  where r.district = s.district and r.station_id = s.id and r.day >= ${today} and r.status = 'announced')`;

const orders = {
  name: () => sql`s.sort_key`,
  code: () => sql`s.code`,
  next: (today: DateISO) => sql`coalesce(${nextOn(today)}, ${never}::date)::text`,
};

/** A page of stations, as filtered and sorted. */
export async function listStations(db: Db, actor: Actor, query: Query, now: Instant) {
  const today = dateIn(now);
  const order = orders[query.sort](today);
  const conditions = conditionsOf(actor, query, today);
  const after = keysAt(query.cursor, 2);
  if (after) conditions.push(sql`(${order}, s.id) > (${after[0]}, ${after[1]})`);
  const found = await sql<Line & { orderKey: string }>`
    select s.id, s.code, s.kind, s.name, s.address, s.phone, s.closed_on, a.name as area_name, o.short_name as organisation_name,
      (select p.name from station_staff f join person p on p.district = f.district and p.id = f.person_id
        where f.district = s.district and f.station_id = s.id and f.post = 'head' and f.starts_on <= ${today}
          and (f.ends_on is null or f.ends_on >= ${today}) order by f.starts_on desc, f.id limit 1) as head_name,
      (select count(distinct d.mandate_id) from station_deputy d join mandate m on m.district = d.district and m.id = d.mandate_id
        where d.district = s.district and d.station_id = s.id and m.status = 'in_force' and d.starts_on <= ${today}
          and (d.ends_on is null or d.ends_on >= ${today})) as deputies,
      ${nextOn(today)} as next_on, ${stars} as stars, ${order} as order_key
    from station s
    join area a on a.district = s.district and a.id = s.area_id
    join organisation o on o.district = s.district and o.id = s.organisation_id
    where ${sql.join(conditions, sql` and `)} order by ${order}, s.id limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ orderKey: _, ...line }) => line),
    next: found.rows.length > query.limit && last ? cursorAt([last.orderKey, last.id]) : null,
  };
}

/** Stars of the newest rating of station `s` that was published. */
export const stars = sql<number | null>`(select g.stars from station_rating g where g.district = s.district and g.station_id = s.id
  and g.status = 'published' order by g.year desc limit 1)`;

function conditionsOf(actor: Actor, query: Query, today: DateISO): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [sql`s.district = ${actor.district}`];
  if (query.search?.trim()) {
    const pattern = containing(query.search.trim());
    all.push(sql`(s.name ilike ${pattern} or s.code ilike ${pattern} or s.address ilike ${pattern} or s.sort_key ilike ${pattern})`);
  }
  if (query.kind) all.push(sql`s.kind = ${query.kind}`);
  if (query.organisationId) all.push(sql`s.organisation_id = ${query.organisationId}`);
  if (query.open) all.push(query.open === "true" ? sql`(s.closed_on is null or s.closed_on > ${today})` : sql`s.closed_on <= ${today}`);
  if (query.mine === "true")
    all.push(sql`(${ownSide(actor, today)} or s.id in (select d.station_id from station_deputy d where d.district = ${actor.district}
      and d.mandate_id = any(${actor.mandates.map(({ id }) => id)}::uuid[]) and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on >= ${today})))`);
  if (query.function)
    all.push(
      sql`s.id in (select h.station_id from (${happenings({ district: actor.district, ...yearUntil(yearIn(today), today) })}) h
        where h.function = ${query.function})`,
    );
  if (query.areaId)
    all.push(sql`(s.area_id in (${within(actor.district, query.areaId)}) or s.id in (select c.station_id from station_cover c
      where c.district = ${actor.district} and c.area_id in (${within(actor.district, query.areaId)})))`);
  return all;
}

/** An area and everything in it. */
export const within = (district: string, areaId: string) => sql`
  with recursive inside as (
    select id from area where district = ${district} and id = ${areaId}
    union select a.id from area a join inside on a.parent_id = inside.id where a.district = ${district}
  ) select id from inside`;
