import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import { type Database, databaseOver } from "./database.ts";
import { DurableFolder, durableStart } from "./durable-folder.ts";
import { lockFolder } from "./folder-lock.ts";

/** Opens the database of `url`, or the embedded one in `folder` when there is no url. */
export function openDatabase(options: { url?: string | undefined; folder: string }): Promise<Database> {
  return options.url ? Promise.resolve(openServer(options.url)) : openFolder(options.folder);
}

/** A PostgreSQL server (15 or newer). A request waits for one of the connections so many milliseconds at most. */
export function openServer(url: string, connections = 10, patience = 10_000): Database {
  // Compiling a plan takes longer than any of the product's queries runs.
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: patience, options: "-c jit=off" });
  return databaseOver(pool, "server", async () => {});
}

/** The embedded database in `folder`: durable, and open in one process only. Throws `FolderInUse`. */
export async function openFolder(folder: string): Promise<Database> {
  const root = resolve(folder);
  mkdirSync(root, { recursive: true });
  const lock = await lockFolder(root);
  try {
    const pglite = await PGlite.create({ fs: new DurableFolder(join(root, "db")), extensions: { pg_trgm }, startParams: durableStart });
    return embedded(pglite, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** An embedded database in memory; `image` is what `imageOf` gave. Tests only: nothing of it is kept. */
export async function openMemory(image?: Blob, patience?: number): Promise<Database & { image(): Promise<Blob> }> {
  const pglite = await PGlite.create({ extensions: { pg_trgm }, ...(image ? { loadDataDir: image } : {}) });
  return { ...embedded(pglite, async () => {}, patience), image: () => pglite.dumpDataDir("none") };
}

function embedded(pglite: PGlite, release: () => Promise<void>, patience = 30_000): Database {
  // One engine, one connection. A query that asks for a second one inside a transaction gets an error, not a silent wait for ever.
  const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, connectionTimeoutMillis: patience } as pg.PoolConfig);
  return databaseOver(pool, "embedded", async () => {
    await pglite.close();
    await release();
  });
}
