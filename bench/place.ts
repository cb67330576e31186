import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { migrations, nothing } from "../src/app.ts";
import type { Database } from "../src/platform/db/database.ts";
import { DurableFolder, durableStart } from "../src/platform/db/durable-folder.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { openFolder, openServer } from "../src/platform/db/open.ts";
import { fileFolder } from "../src/platform/files/folder.ts";
import { startPostgres } from "../test/support/postgres-server.ts";
import { loadWorld } from "../test/world/load.ts";
import { multiply } from "./crowd.ts";

/** Where the database is: on a server, or in a folder. */
export interface Place {
  readonly url?: string;
  readonly folder?: string;
}

type Made = Place & { gone(): Promise<void> };

/** What the product is told, to find it. */
export const environmentOf = ({ url, folder }: Place): Record<string, string> =>
  url ? { DATABASE_URL: url, DATA_DIR: join(tmpdir(), "lianxin-bench-data") } : { DATA_DIR: folder ?? "" };

/** Connections to it, for whoever is the only one there; `end` closes an embedded database for the next. */
export async function poolOf(where: string, connections = 10): Promise<{ pool: pg.Pool; end(): Promise<void> }> {
  if (where.startsWith("postgres")) {
    const pool = new pg.Pool({ connectionString: where, max: connections, options: "-c jit=off" });
    return { pool, end: () => pool.end() };
  }
  const pglite = await PGlite.create({ fs: new DurableFolder(join(where, "db")), extensions: { pg_trgm }, startParams: durableStart });
  const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1 } as pg.PoolConfig);
  async function end(): Promise<void> {
    if (!pool.ended) await pool.end();
    await pglite.close();
  }
  return { pool, end };
}

/** A PostgreSQL of its own as an office would run it: durable, with memory for a database of this size. */
export async function serverWorld(suggestions: number): Promise<Made> {
  const memory = { shared_buffers: "1GB", maintenance_work_mem: "512MB", work_mem: "32MB", max_wal_size: "8GB" };
  const server = await startPostgres(Object.entries(memory).flatMap(([name, value]) => ["-c", `${name}=${value}`]));
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("create database bench");
  await hurriedly(admin, () => filled(openServer(server.url("bench")), suggestions));
  await admin.end();
  console.log(server.url("bench"));
  return { url: server.url("bench"), gone: () => server.stop() };
}

/** Only what is measured need survive a power cut. */
async function hurriedly(admin: pg.Client, work: () => Promise<void>): Promise<void> {
  const say = async (...statements: string[]) => {
    for (const statement of [...statements, "select pg_reload_conf()"]) await admin.query(statement);
  };
  await say("alter system set fsync = off", "alter system set full_page_writes = off");
  await work();
  await say("alter system reset fsync", "alter system reset full_page_writes");
  await admin.query("checkpoint");
}

export async function embeddedWorld(suggestions: number): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-bench-"));
  await filled(await openFolder(folder), suggestions);
  return { folder, gone: async () => rmSync(folder, { recursive: true }) };
}

async function filled(database: Database, suggestions: number): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), "lianxin-bench-files-"));
  await migrate(database, migrations());
  await loadWorld(database, fileFolder(files), nothing.seal);
  if (suggestions > 0) await multiply(database, { suggestions, deputies: 5000, units: 60 });
  await database.close();
  rmSync(files, { recursive: true });
}
