import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { Database, Db } from "./database.ts";

/** The migrations of one module: plain SQL files in a folder, run in the order of their names. */
export interface Migrations {
  readonly module: string;
  readonly folder: string;
}

type MigrationTable = {
  migration: { module: string; name: string; digest: string };
};

/** Someone changed a migration that a database has already run. */
export class MigrationChanged extends Error {}

/** Runs what is missing (of those `wanted`), each file in a transaction of its own. Returns the names it ran. */
export async function migrate(
  database: Database,
  all: readonly Migrations[],
  wanted: (file: MigrationFile) => boolean = () => true,
): Promise<string[]> {
  await sql`create table if not exists migration (
    module text not null, name text not null, digest text not null, at timestamptz not null default now(), primary key (module, name)
  )`.execute(database.read);
  const ran: string[] = [];
  for (const file of (await missing(database.read, all)).filter(wanted)) {
    await database.write(async (tx) => {
      await sql.raw(file.text).execute(tx);
      const { module, name, digest } = file;
      await tx.withTables<MigrationTable>().insertInto("migration").values({ module, name, digest }).execute();
    });
    ran.push(`${file.module}/${file.name}`);
  }
  return ran;
}

/** The migrations this database has not run yet. Throws `MigrationChanged` when a file differs from what was run. */
export async function missing(db: Db, all: readonly Migrations[]): Promise<MigrationFile[]> {
  const begun = await sql<{ begun: boolean }>`select to_regclass('migration') is not null as begun`.execute(db);
  const done = begun.rows[0]?.begun ? await db.withTables<MigrationTable>().selectFrom("migration").selectAll().execute() : [];
  const digests = new Map(done.map((row) => [`${row.module}/${row.name}`, row.digest]));
  return migrationFiles(all).filter((file) => {
    const digest = digests.get(`${file.module}/${file.name}`);
    if (digest !== undefined && digest !== file.digest)
      throw new MigrationChanged(`${file.module}/${file.name} was changed after it ran; write a new migration instead`);
    return digest === undefined;
  });
}

/** Every migration file there is, in the order in which they run. */
export const migrationFiles = (all: readonly Migrations[]): MigrationFile[] => all.flatMap(filesOf);

/** What tells one migration from all others, and from a changed one of the same name. */
export const known = ({ module, name, digest }: Pick<MigrationFile, "module" | "name" | "digest">): string => `${module}/${name}/${digest}`;

interface MigrationFile {
  module: string;
  name: string;
  digest: string;
  text: string;
}

function filesOf({ module, folder }: Migrations): MigrationFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return { module, name, text, digest: createHash("sha256").update(text).digest("hex") };
    });
}
