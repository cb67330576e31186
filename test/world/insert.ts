import { sql } from "kysely";
import type { Tx } from "../../src/platform/db/database.ts";

/** Parameters that one statement can carry. */
const most = 30_000;

/** Adds rows in as few statements as possible. All rows have the columns of the first. */
export async function insertMany(tx: Tx, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const chunk = Math.floor(most / columns.length);
  for (let from = 0; from < rows.length; from += chunk) {
    const values = rows.slice(from, from + chunk).map((row) => sql`(${sql.join(columns.map((column) => Reflect.get(row, column)))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
      tx,
    );
  }
}
