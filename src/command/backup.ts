import { join } from "node:path";
import { writeArchive } from "../platform/backup/archive.ts";
import { dump } from "../platform/backup/dump.ts";
import { systemClock } from "../platform/clock/clock.ts";
import { openDatabase } from "../platform/db/open.ts";
import { fileFolder } from "../platform/files/folder.ts";
import { oneFile, type Settings } from "./settings.ts";

/** Writes the whole installation, database and files, into one file that is not there yet. */
export async function backup(settings: Settings, words: readonly string[]): Promise<void> {
  const path = oneFile("backup", words);
  const database = await openDatabase(settings);
  try {
    const files = fileFolder(join(settings.folder, "files"));
    const contents = await writeArchive(path, (put) => dump(database, files, systemClock.now(), put));
    const rows = Object.values(contents.tables).reduce((sum, table) => sum + table.rows, 0);
    console.log(`lianxin: saved ${rows} rows and ${contents.files} files in ${path}`);
    console.log("lianxin: the key of this installation is not in it: keep LIANXIN_KEY, or the file `key` of the data folder, elsewhere");
  } finally {
    await database.close();
  }
}
