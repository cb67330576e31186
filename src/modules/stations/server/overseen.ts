import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Person } from "../../identity/index.ts";
import { stationKinds } from "../rule-definitions.ts";
import { within } from "./list.ts";
import { stationSide } from "./sides.ts";
import type { Span } from "./span.ts";

/** A station as those on its side compare it with others. */
export interface Overseen {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  /** The town or sub-district that it lies in. */
  readonly townName: string;
  readonly organisationName: string;
  /** Stars of the newest rating published by the cut-off day, of this year or an earlier one. */
  readonly stars: number | null;
  readonly starsOf: number | null;
  readonly ratingId: string | null;
}

export interface Narrowed {
  readonly ids?: readonly string[] | undefined;
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
  /** A town or a village: stations that lie in it. */
  readonly areaId?: string | undefined;
}

/** Of more stations than a district ever had, no figure is asked for. */
const most = 2000;

/** The stations on whose side the actor is today that were open in these days, by name. */
export async function stationsOverseen(
  db: Db,
  actor: Person,
  { ids, search, kind, areaId }: Narrowed,
  { span: { from, to, asOf }, today }: { span: Span; today: DateISO },
): Promise<Overseen[]> {
  const { district } = actor;
  const conditions: RawBuilder<unknown>[] = [
    stationSide(actor, today),
    sql`s.opened_on <= ${to} and (s.closed_on is null or s.closed_on > ${from})`,
  ];
  if (ids) conditions.push(sql`s.id = any(${ids}::uuid[])`);
  if (kind) conditions.push(sql`s.kind = ${kind}`);
  if (areaId) conditions.push(sql`s.area_id in (${within(district, areaId)})`);
  if (search?.trim()) {
    const pattern = containing(search.trim());
    conditions.push(sql`(s.name ilike ${pattern} or s.code ilike ${pattern} or s.sort_key ilike ${pattern})`);
  }
  const found = await sql<Overseen>`
    select s.id, s.code, s.kind, s.name, coalesce(t.name, a.name) as town_name, o.short_name as organisation_name,
      g.stars, g.year as stars_of, g.id as rating_id
    from station s
    join area a on a.district = s.district and a.id = s.area_id
    left join area t on t.district = a.district and t.id = a.parent_id and a.kind in ('village', 'community')
    join organisation o on o.district = s.district and o.id = s.organisation_id
    left join lateral (select g.id, g.stars, g.year from station_rating g where g.district = s.district and g.station_id = s.id
      and g.status = 'published' and (g.published_at at time zone 'Asia/Shanghai')::date <= ${asOf} and g.year <= extract(year from ${to}::date)
      order by g.year desc limit 1) g on true
    where ${sql.join(conditions, sql` and `)} order by s.sort_key, s.id limit ${most}`.execute(db);
  return found.rows;
}

/** What the kinds of stations are called, by their codes. */
export async function stationKindNames(db: Db, statutes: Statutes, district: string, today: DateISO): Promise<ReadonlyMap<string, string>> {
  const statute = await statutes.of(db, district);
  return new Map(statute.rule(stationKinds, today).value.map(({ code, name }) => [code, name]));
}
