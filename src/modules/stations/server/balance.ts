import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { type StationFunction, stationFunctions } from "../terms.ts";
import { type Counting, endOf } from "./span.ts";

/**
 * What happened on these days, one row each: receptions held count as reception, listening sessions held as work, events by
 * their own function, what was published as publicity.
 */
export const happenings = (counting: Counting): RawBuilder<unknown> => {
  const { district, stations, from, to } = counting;
  const end = endOf(counting);
  const of = (alias: string) => sql`${sql.ref(`${alias}.district`)} = ${district}
    ${stations ? sql`and ${sql.ref(`${alias}.station_id`)} = any(${stations}::uuid[])` : sql``}`;
  return sql`
    select r.station_id, r.id, 'reception' as kind, 'reception' as function, r.day, coalesce(r.theme, '') as about from reception r
      where ${of("r")} and r.held_at < ${end} and r.day between ${from} and ${to}
    union all select l.station_id, l.id, 'listening', 'work', l.day, l.topic from listening_session l
      where ${of("l")} and l.held_at < ${end} and l.day between ${from} and ${to}
    union all select e.station_id, e.id, 'event', e.function, e.held_on, e.title from station_event e
      where ${of("e")} and e.withdrawn_on is null and e.held_on between ${from} and ${to}
    union all select p.station_id, p.id, 'post', 'publicity', p.published_on, p.title from station_post p
      where ${of("p")} and p.withdrawn_on is null and p.published_on between ${from} and ${to}`;
};

/** The same as rows to be counted, each under its function (F2.1). */
export const countedHappenings = (counting: Counting): RawBuilder<unknown> => sql`
  select h.station_id, h.id, h.kind, case when h.kind in ('reception', 'listening') then h.id else h.station_id end as opens, h.day, h.about,
    '' as place, '' as who, h.function as state, null::integer as amount, true as happened,
    ${sql.join(stationFunctions.map((name) => sql`h.function = ${name} as ${sql.ref(`at_${name}`)}`))}
  from (${happenings(counting)}) h`;

export type Balance = readonly { readonly function: StationFunction; readonly count: number }[];

/** How often each of the five functions was seen at a station, in their order, zeros included (F2.1). */
export async function balanceOf(db: Db, stationId: string, counting: Counting): Promise<Balance> {
  const found = await sql<{ function: StationFunction; count: number }>`
    select h.function, count(*) as count from (${happenings({ ...counting, stations: [stationId] })}) h group by h.function`.execute(db);
  const counts = new Map(found.rows.map((row) => [row.function, row.count]));
  return stationFunctions.map((name) => ({ function: name, count: counts.get(name) ?? 0 }));
}
