import { join } from "node:path";
import { migrations } from "../app.ts";
import { readArchive } from "../platform/backup/archive.ts";
import { aboutOf, BackupFault, load } from "../platform/backup/load.ts";
import type { Database } from "../platform/db/database.ts";
import { known, migrate, migrationFiles } from "../platform/db/migrate.ts";
import { openDatabase } from "../platform/db/open.ts";
import { refreshStatistics } from "../platform/db/upkeep.ts";
import { type FileFolder, fileFolder } from "../platform/files/folder.ts";
import { oneFile, type Settings } from "./settings.ts";

/** Puts a backup into a new, empty installation, of the same engine or the other one. All of it or nothing. */
export async function restore(settings: Settings, words: readonly string[]): Promise<void> {
  const path = oneFile("restore", words);
  const database = await openDatabase(settings);
  try {
    const { rows, files, madeAt } = await restoreFrom(path, database, fileFolder(join(settings.folder, "files")));
    console.log(`lianxin: restored ${rows} rows and ${files} files as they were at ${madeAt}`);
    console.log("lianxin: put the key of that installation beside it (LIANXIN_KEY, or the file `key` of the data folder), then verify");
  } finally {
    await database.close();
  }
}

/**
 * The rows come into the tables as they were when the backup was made; what this version has changed since then is done
 * to them afterwards, as at any start.
 */
export async function restoreFrom(path: string, database: Database, files: FileFolder) {
  const pieces = readArchive(path);
  try {
    const about = await aboutOf(pieces);
    const here = new Set(migrationFiles(migrations()).map(known));
    const newer = about.migrations.find((file) => !here.has(known(file)));
    if (newer) throw new BackupFault(`the backup was made by another version: ${newer.module}/${newer.name} is not known here`);
    const then = new Set(about.migrations.map(known));
    await migrate(database, migrations(), (file) => then.has(known(file)));
    const contents = await load(database, files, pieces);
    await migrate(database, migrations());
    await refreshStatistics(database);
    return {
      rows: Object.values(contents.tables).reduce((sum, table) => sum + table.rows, 0),
      files: contents.files,
      madeAt: about.madeAt,
    };
  } finally {
    await pieces.return(undefined);
  }
}
