import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { type StationFunction, stationFunctions } from "../terms.ts";

/**
 * What happened in a year, one row each: receptions held count as reception, listening sessions held as work, events by
 * their own function, what was published as publicity. Columns: `station_id`, `function`, `day`.
 */
export const happenings = (district: string, year: number): RawBuilder<unknown> => {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  return sql`
    select r.station_id, 'reception' as function, r.day from reception r
      where r.district = ${district} and r.status = 'held' and r.day between ${from} and ${to}
    union all select l.station_id, 'work', l.day from listening_session l
      where l.district = ${district} and l.status in ('held', 'closed') and l.day between ${from} and ${to}
    union all select e.station_id, e.function, e.held_on from station_event e
      where e.district = ${district} and e.withdrawn_on is null and e.held_on between ${from} and ${to}
    union all select p.station_id, 'publicity', p.published_on from station_post p
      where p.district = ${district} and p.withdrawn_on is null and p.published_on between ${from} and ${to}`;
};

export type Balance = readonly { readonly function: StationFunction; readonly count: number }[];

/** How often each of the five functions was seen at a station in a year, in their order, zeros included (F2.1). */
export async function balanceOf(db: Db, district: string, stationId: string, year: number): Promise<Balance> {
  const found = await sql<{ function: StationFunction; count: number }>`
    select h.function, count(*) as count from (${happenings(district, year)}) h where h.station_id = ${stationId} group by h.function`.execute(
    db,
  );
  const counts = new Map(found.rows.map((row) => [row.function, row.count]));
  return stationFunctions.map((name) => ({ function: name, count: counts.get(name) ?? 0 }));
}
