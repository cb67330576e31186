import { sql } from "kysely";
import type { Tx } from "./database.ts";

/** Adds rows, or replaces those of the same district and identifier. All rows have the columns of the first. */
export async function upsert(tx: Tx, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const replaced = columns.filter((column) => column !== "district" && column !== "id");
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`))}
    on conflict (district, id) do update
    set ${sql.join(replaced.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))}`.execute(tx);
}
