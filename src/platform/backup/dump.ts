import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Instant } from "../clock/instant.ts";
import type { Database, Db, Tx } from "../db/database.ts";
import type { FileFolder } from "../files/folder.ts";
import type { Put } from "./archive.ts";
import { tableNames } from "./tables.ts";

/** What a backup says of itself before anything else. */
export interface About {
  readonly format: 1;
  readonly madeAt: Instant;
  /** Migrations that had run, in the order they ran. */
  readonly migrations: readonly { readonly module: string; readonly name: string; readonly digest: string }[];
}

/** What it says at the end, so that a cut or changed one is found. */
export interface Contents {
  readonly tables: Readonly<Record<string, { rows: number; digest: string }>>;
  readonly files: number;
}

const chunk = 2_000;
const text = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** A whole database and its files as pieces of an archive, as they were at one moment. Engines can be changed by way of it. */
export async function dump(database: Database, files: FileFolder, madeAt: Instant, put: Put): Promise<Contents> {
  return await database.write(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx);
    const migrations = await sql<About["migrations"][number]>`select module, name, digest from migration order by at, module, name`.execute(
      tx,
    );
    const about: About = { format: 1, madeAt, migrations: migrations.rows };
    await put({ name: "about.json", bytes: text(about) });
    const tables: Record<string, { rows: number; digest: string }> = {};
    for (const table of await tableNames(tx)) if (table !== "migration") tables[table] = await dumpTable(tx, table, put);
    const contents = { tables, files: await dumpFiles(tx, files, put) };
    await put({ name: "contents.json", bytes: text(contents) });
    return contents;
  });
}

async function dumpTable(tx: Tx, table: string, put: Put): Promise<{ rows: number; digest: string }> {
  const hash = createHash("sha256");
  let rows = 0;
  await sql`declare rows no scroll cursor for select to_jsonb(t)::text as line from ${sql.table(table)} t`.execute(tx);
  for (let part = 1; ; part++) {
    const found = await sql<{ line: string }>`fetch ${sql.lit(chunk)} from rows`.execute(tx);
    if (found.rows.length === 0) break;
    const bytes = Buffer.from(found.rows.map((row) => row.line).join("\n"));
    hash.update(bytes);
    rows += found.rows.length;
    await put({ name: `tables/${table}/${String(part).padStart(6, "0")}.ndjson`, bytes });
  }
  await sql`close rows`.execute(tx);
  return { rows, digest: hash.digest("hex") };
}

/** Files that something uses; those on their way are gone in a day anyhow. */
async function dumpFiles(db: Db, files: FileFolder, put: Put): Promise<number> {
  let [count, after] = [0, "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const found = await sql<{ id: string }>`select id from file where used and id > ${after} order by id limit 500`.execute(db);
    for (const { id } of found.rows)
      for (const size of ["whole", "small"] as const) {
        const bytes = await files.bytes(id, size);
        if (!bytes) continue;
        count++;
        await put({ name: `files/${size}/${id}`, bytes });
      }
    const last = found.rows.at(-1);
    if (!last) return count;
    after = last.id;
  }
}
