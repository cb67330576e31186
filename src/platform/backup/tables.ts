import { sql } from "kysely";
import type { Db } from "../db/database.ts";

/** Every table of the product, by name; where the database's own tools have tables, they are elsewhere. */
export async function tableNames(db: Db): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'r' order by c.relname`.execute(db);
  return found.rows.map((row) => row.name);
}

interface Column {
  readonly name: string;
  /** Given by the database itself, unless it is told otherwise. */
  readonly identity: boolean;
}

/** Columns of a table that can be written. */
export async function columnsOf(db: Db, table: string): Promise<Column[]> {
  const found = await sql<Column>`
    select a.attname as name, a.attidentity <> '' as identity from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`.execute(db);
  return found.rows;
}
