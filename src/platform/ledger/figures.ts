import { type RawBuilder, sql } from "kysely";
import type { Db } from "../db/database.ts";

/** How many things of a group, belonging to a year, have come to what. */
export interface Figure {
  readonly group: string;
  readonly measure: string;
  readonly n: number;
}

/** The figures of a shelf as everything recorded so far makes them, from sums kept ready; of one year, or of all. */
export async function figuresOn(db: Db, district: string, shelf: string, year?: number): Promise<Figure[]> {
  const found = await sql<Figure>`
    select substr(book, 6) as group, status as measure, sum(n)::integer as n from tally
    where district = ${district} and shelf = ${shelf} ${year === undefined ? sql`` : sql`and left(book, 4) = ${String(year)}`}
    group by 1, 2 having sum(n) <> 0`.execute(db);
  return found.rows;
}

interface Figured {
  /** Rows `t` with a `year` of four digits. */
  readonly things: RawBuilder<unknown>;
  /** Rows of what a thing `t` is broken down by, and of its key in that. */
  readonly groups: RawBuilder<unknown>;
  /** What must hold of a thing `t` that has come so far. */
  readonly measures: Readonly<Record<string, RawBuilder<unknown>>>;
}

/** What the figures of a kind must be, one row of `shelf`, `book`, `status` for each thing, group and measure. The SQL twin of `countedInFigures`. */
export function figuredRows(kind: string, { things, groups, measures }: Figured): RawBuilder<unknown> {
  const all = Object.entries(measures).map(([measure, holds]) => sql`(${sql.lit(measure)}, ${holds})`);
  return sql`
    select ${sql.lit(`${kind}.by_`)} || g.by as shelf, t.year || '/' || g.key as book, m.status
    from (${things}) t cross join lateral (${groups}) g (by, key) cross join lateral (values ${sql.join(all)}) m (status, holds) where m.holds`;
}
