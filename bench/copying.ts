import { type RawBuilder, sql } from "kysely";
import { columnsOf } from "../src/platform/backup/tables.ts";
import type { Database, Db, Tx } from "../src/platform/db/database.ts";

type Sql = RawBuilder<unknown>;

/** The identifier of a copy `k` follows from that of the original (version 8: made by a rule of one's own). */
const copyOf = (id: Sql): Sql => sql`overlay(overlay(md5(${id}::text || k) placing '8' from 13) placing '8' from 17)::uuid`;
/** What a copy of a row `t` names instead of what the row names: its copy. */
export const own = (column: string): Sql => copyOf(sql`t.${sql.ref(column)}`);
export const earlier = (column: string): Sql => sql`t.${sql.ref(column)} - make_interval(hours => k % 2000)`;

/** Which rows `t` of a table are copied, and what becomes of their columns; all others stay as they are. */
export interface Copying {
  readonly of: Sql;
  readonly columns: Readonly<Record<string, Sql>>;
}

/** Makes copies 1 to `times` of rows inside the database, and does to them what is left to do. */
export async function multiplyRows(
  database: Database,
  copied: Readonly<Record<string, Copying>>,
  times: number,
  finish: (tx: Tx) => Promise<void>,
): Promise<void> {
  const indexes = await indexesTaken(database.read, Object.keys(copied));
  await database.write(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(tx);
    for (const [table, { of, columns }] of Object.entries(copied)) {
      const names = (await columnsOf(tx, table)).filter(({ identity }) => !identity).map(({ name }) => name);
      const values = names.map((name) => columns[name] ?? sql`t.${sql.ref(name)}`);
      await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
        select ${sql.join(values)} from ${sql.table(table)} t, generate_series(1, ${sql.lit(times)}) k where ${of}`.execute(tx);
    }
    await finish(tx);
    // What is copied counts as linked: the bench measures what comes after it.
    await sql`update chain_head set (xid, seq) = (select pg_current_xact_id(), max(seq) from fact)`.execute(tx);
  });
  for (const { definition } of indexes) await sql.raw(definition).execute(database.read);
  await sql`vacuum analyze`.execute(database.read);
}

/** Indexes that are quicker made after the rows. */
async function indexesTaken(db: Db, tables: readonly string[]) {
  const found = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema() and tablename = any(${[...tables]}) and indexdef not like 'CREATE UNIQUE%'`.execute(db);
  return found.rows;
}
