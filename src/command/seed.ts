import { join } from "node:path";
import { migrations } from "../app.ts";
import { isEmpty } from "../modules/identity/index.ts";
import type { Database } from "../platform/db/database.ts";
import { migrate } from "../platform/db/migrate.ts";
import { openDatabase } from "../platform/db/open.ts";
import { type FileFolder, fileFolder } from "../platform/files/folder.ts";
import { keyIn } from "../platform/seal/key.ts";
import { type Seal, sealUnder } from "../platform/seal/seal.ts";
import type { Settings } from "./settings.ts";

/** Loads the demonstration world into a database that holds no one yet. */
export async function seed(settings: Settings): Promise<void> {
  const database = await openDatabase(settings);
  try {
    await migrate(database, migrations());
    if (!(await isEmpty(database.read)))
      throw new Error("there are people in this database already; the demonstration world needs a new one");
    await loadDemonstration(database, fileFolder(join(settings.folder, "files")), sealUnder(keyIn(settings.folder, settings.key)));
  } finally {
    await database.close();
  }
}

/** Loads the demonstration world and says how long it took. */
export async function loadDemonstration(database: Database, files: FileFolder, seal: Seal): Promise<void> {
  const { loadWorld } = await import("../../test/world/load.ts");
  const started = performance.now();
  await loadWorld(database, files, seal);
  console.log(`lianxin: the demonstration world was loaded in ${Math.round((performance.now() - started) / 1000)} s`);
}
