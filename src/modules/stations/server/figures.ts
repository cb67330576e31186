import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { StationFunction } from "../terms.ts";
import { happenings } from "./balance.ts";

export interface StationFigures {
  readonly stationId: string;
  readonly receptions: number;
  readonly missed: number;
  readonly visitors: number;
  /** Deputies who came, each once. */
  readonly deputies: number;
  /** Of those who were expected at receptions that were held or missed, how many times someone came. */
  readonly expected: number;
  readonly came: number;
  readonly listenings: number;
  readonly events: number;
  readonly posts: number;
}

/** The figures of each station in a year, up to a day; a station at which nothing happened is there with zeros. */
export async function stationFigures(db: Db, district: string, year: number, until: DateISO): Promise<StationFigures[]> {
  const [from, to] = [`${year}-01-01`, until < `${year}-12-31` ? until : `${year}-12-31`];
  const found = await sql<StationFigures>`
    with met as (
      select r.station_id, count(*) filter (where r.status = 'held') as receptions, count(*) filter (where r.status = 'missed') as missed,
        coalesce(sum(r.visitors) filter (where r.status = 'held'), 0)::bigint as visitors
      from reception r where r.district = ${district} and r.status in ('held', 'missed') and r.day between ${from} and ${to} group by 1
    ), came as (
      select r.station_id, count(distinct d.mandate_id) filter (where d.state = 'signed_in') as deputies,
        count(*) filter (where d.state <> 'substituted') as expected, count(*) filter (where d.state = 'signed_in') as came
      from reception r join reception_deputy d on d.district = r.district and d.reception_id = r.id
      where r.district = ${district} and r.status in ('held', 'missed') and r.day between ${from} and ${to} group by 1
    )
    select s.id as station_id, coalesce(met.receptions, 0) as receptions, coalesce(met.missed, 0) as missed, coalesce(met.visitors, 0) as visitors,
      coalesce(came.deputies, 0) as deputies, coalesce(came.expected, 0) as expected, coalesce(came.came, 0) as came,
      (select count(*) from listening_session l where l.district = s.district and l.station_id = s.id and l.status in ('held', 'closed')
        and l.day between ${from} and ${to}) as listenings,
      (select count(*) from station_event e where e.district = s.district and e.station_id = s.id and e.withdrawn_on is null
        and e.held_on between ${from} and ${to}) as events,
      (select count(*) from station_post p where p.district = s.district and p.station_id = s.id and p.withdrawn_on is null
        and p.published_on between ${from} and ${to}) as posts
    from station s left join met on met.station_id = s.id left join came on came.station_id = s.id
    where s.district = ${district} order by s.sort_key, s.id`.execute(db);
  return found.rows;
}

/** How often each function was seen at each station in a year; what never was is left out. */
export async function functionCounts(db: Db, district: string, year: number) {
  const found = await sql<{ stationId: string; function: StationFunction; count: number }>`
    select h.station_id, h.function, count(*) as count from (${happenings(district, year)}) h group by 1, 2 order by 1, 2`.execute(db);
  return found.rows;
}
