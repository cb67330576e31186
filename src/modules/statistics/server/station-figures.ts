import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import type { Counting } from "../../stations/index.ts";
import { functionMeasures, type StationMeasure, sourceOf, stationMeasures, stationMeasuresOf, stationSources } from "../station-terms.ts";
import { holdsOf, stationPopulations } from "./station-definitions.ts";

export type StationCounts = Record<StationMeasure, number>;

/** The counts of each of these stations by one statement, zeros included, by identifier. */
export async function stationCounts(
  db: Db,
  counting: Counting & { stations: readonly string[] },
): Promise<ReadonlyMap<string, StationCounts>> {
  const sources = stationSources.map((source) => {
    const counts = stationMeasuresOf[source].map((measure) => sql`count(*) filter (where ${holdsOf(measure)}) as ${sql.ref(measure)}`);
    const visitors =
      source === "receptions" ? [sql`coalesce(sum(m.amount) filter (where ${holdsOf("visitors")}), 0)::bigint as visitors`] : [];
    return sql`${sql.ref(source)} as (select m.station_id, ${sql.join([...counts, ...visitors])}
      from (${stationPopulations[source](counting)}) m group by m.station_id)`;
  });
  const columns = stationMeasures.map((measure) => sql`coalesce(${sql.ref(`${sourceOf(measure)}.${measure}`)}, 0) as ${sql.ref(measure)}`);
  const joins = stationSources.map((source) => sql`left join ${sql.ref(source)} on ${sql.ref(`${source}.station_id`)} = x.id`);
  const found = await sql<StationCounts & { id: string }>`
    with ${sql.join(sources)}
    select x.id, ${sql.join(columns)} from unnest(${[...counting.stations]}::uuid[]) as x(id) ${sql.join(joins, sql` `)}`.execute(db);
  return new Map(found.rows.map(({ id, ...counts }) => [id, counts as StationCounts]));
}

/** Of each number the sum over these stations: each thing belongs to one station, so nothing counts twice. */
export const summed = (all: Iterable<StationCounts>): StationCounts => {
  const sums = noCounts();
  for (const counts of all) for (const measure of stationMeasures) sums[measure] += counts[measure];
  return sums;
};

export const noCounts = (): StationCounts => Object.fromEntries(stationMeasures.map((measure) => [measure, 0])) as StationCounts;

/** How many of the five functions were seen at all (F2.1). */
export const functionsSeen = (counts: StationCounts): number => functionMeasures.filter((measure) => counts[measure] > 0).length;

/** A row behind a number of a station. */
export interface StationRow {
  readonly id: string;
  readonly kind: "reception" | "turn" | "voice" | "listening" | "point" | "event" | "post";
  /** What can be opened: the reception, voice or session; of an event and a post, the station. */
  readonly opens: string;
  readonly stationId: string;
  readonly stationName: string;
  readonly day: string;
  readonly about: string;
  readonly place: string;
  /** The deputies, or the number of a voice. */
  readonly who: string;
  readonly state: string;
  /** Visitors, or those present. */
  readonly amount: number | null;
}

/** The rows behind one number, of one station or of several, the newest first: by the same query that counted them. */
export async function stationRows(
  db: Db,
  counting: Counting & { stations: readonly string[] },
  measure: StationMeasure,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: StationRow[]; next: string | null }> {
  const after = keysAt(cursor, 2);
  const found = await sql<StationRow>`
    select m.id, m.kind, m.opens, m.station_id, s.name as station_name, m.day, m.about, m.place, m.who, m.state, m.amount
    from (${stationPopulations[sourceOf(measure)](counting)}) m
    join station s on s.district = ${counting.district} and s.id = m.station_id
    where ${holdsOf(measure)} ${after ? sql`and (m.day, m.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by m.day desc, m.id desc limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([last.day, last.id]) : null };
}
