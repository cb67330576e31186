import { type RawBuilder, sql } from "kysely";
import type { Db } from "../db/database.ts";
import { cursorAt, keysAt, type Page } from "./paging.ts";

/** How a list can be sorted: by what, which way, and what the last line of a page says of it. The identifier comes last by itself. */
export interface Sorting<Row> {
  readonly by: RawBuilder<unknown>;
  readonly downwards: boolean;
  readonly key: (row: Row) => string | number;
}

interface Wanted<Row> {
  /** Columns, and the tables that they stand in. */
  readonly lines: RawBuilder<unknown>;
  readonly where: readonly RawBuilder<unknown>[];
  readonly id: RawBuilder<unknown>;
  readonly sorting: Sorting<Row>;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of a list, from where the page before ended. */
export async function sortedPage<Row extends { readonly id: string }>(db: Db, wanted: Wanted<Row>): Promise<Page<Row>> {
  const { lines, id, sorting, limit } = wanted;
  const [beyond, direction] = sorting.downwards ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  const after = keysAt(wanted.cursor, 2);
  const where = after ? [...wanted.where, sql`(${sorting.by}, ${id}) ${beyond} (${after[0]}, ${after[1]})`] : wanted.where;
  const found = await sql<Row>`
    select ${lines} where ${sql.join(where, sql` and `)}
    order by ${sorting.by} ${direction}, ${id} ${direction} limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([sorting.key(last), last.id]) : null };
}
