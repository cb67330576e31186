import { type RawBuilder, sql } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt, type Page } from "../../../platform/http/paging.ts";
import { areasOfTown } from "../../identity/index.ts";

/** A station in a public list. */
export interface StationLine {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly townName: string | null;
  /** The next reception that was announced. */
  readonly nextAt: Instant | null;
  /** In metres, where somebody said where he is. */
  readonly distance: number | null;
}

/** Where somebody is, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export interface StationQuery {
  /** The code of a town. */
  readonly town?: string | undefined;
  /** The code of a village: what covers it and what lies in it comes first, then the town's. */
  readonly village?: string | undefined;
  readonly at?: Point | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const open = (today: DateISO): RawBuilder<unknown> => sql`(s.opened_on <= ${today} and (s.closed_on is null or s.closed_on > ${today}))`;

/** On a sphere as large as the earth, in metres: half a percent is nothing on the way to a station. */
const metres = ({ latitude, longitude }: Point): RawBuilder<unknown> => sql`(12742000 * asin(least(1, sqrt(
  power(sin(radians(s.latitude::float8 - ${latitude}::float8) / 2), 2)
  + cos(radians(${latitude}::float8)) * cos(radians(s.latitude::float8)) * power(sin(radians(s.longitude::float8 - ${longitude}::float8) / 2), 2)))))`;

/** How far a station is from a village, not in metres: there or for it, in the same town, elsewhere. */
const rank = (district: string): RawBuilder<unknown> => sql`case
  when s.area_id = v.id or exists (select 1 from station_cover c where c.district = ${district} and c.station_id = s.id and c.area_id = v.id) then 0
  else 1 end`;

type Row = StationLine & { id: string; place: string; sortKey: string };

/** Open stations: by town, or the nearest first to whoever says where he is. */
export async function publicStations(db: Db, district: string, today: DateISO, query: StationQuery): Promise<Page<StationLine>> {
  const { at, village, town, limit } = query;
  const chosen = [sql`s.district = ${district}`, open(today)];
  if (at) chosen.push(sql`s.latitude is not null`);
  else if (village)
    chosen.push(sql`(a.id = v.parent_id or a.parent_id = v.parent_id
    or exists (select 1 from station_cover c where c.district = ${district} and c.station_id = s.id and c.area_id = v.id))`);
  else if (town) chosen.push(sql`s.area_id in ${areasOfTown(district, town)}`);
  const place = sql`coalesce(t.sort_key, '')`;
  const after = at || village ? undefined : keysAt(query.cursor, 3);
  if (after) chosen.push(sql`(${place}, s.sort_key, s.id) > (${after[0]}::text, ${after[1]}::text, ${after[2]}::uuid)`);
  const order = at ? sql`distance, s.id` : village ? sql`${rank(district)}, s.sort_key, s.id` : sql`${place}, s.sort_key, s.id`;
  const found = await sql<Row>`
    select s.id, s.code, s.kind, s.name, s.address, t.name as town_name, ${place} as place, s.sort_key,
      ${at ? metres(at) : sql`null::float8`} as distance,
      (select min(r.starts_at) from reception r where r.district = s.district and r.station_id = s.id and r.day >= ${today} and r.status = 'announced') as next_at
    from station s join area a on a.district = s.district and a.id = s.area_id
    left join area t on t.district = a.district and t.id = case when a.kind in ('town', 'subdistrict') then a.id else a.parent_id end
      and t.kind in ('town', 'subdistrict')
    ${village && !at ? sql`join area v on v.district = s.district and v.code = ${village}` : sql``}
    where ${sql.join(chosen, sql` and `)} order by ${order} limit ${limit + 1}`.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  const more = !at && !village && found.rows.length > limit && last;
  return {
    items: rows.map(({ code, kind, name, address, townName, nextAt, distance }) => ({
      code,
      kind,
      name,
      address,
      townName,
      nextAt,
      distance,
    })),
    next: more ? cursorAt([last.place, last.sortKey, last.id]) : null,
  };
}
