import { join } from "node:path";
import { house, migrations, nothing } from "../app.ts";
import { systemClock } from "../platform/clock/clock.ts";
import { missing } from "../platform/db/migrate.ts";
import { openDatabase } from "../platform/db/open.ts";
import { fileFolder } from "../platform/files/folder.ts";
import { extendChain } from "../platform/ledger/chain.ts";
import { differences } from "./differences.ts";
import type { Settings } from "./settings.ts";

/** Holds everything stored against what it was derived from. Ends with 1 and names each difference when there is one. */
export async function verify(settings: Settings): Promise<number> {
  const database = await openDatabase(settings);
  try {
    const open = await missing(database.read, migrations());
    if (open.length > 0) throw new Error(`migrations not run: ${open.map((file) => `${file.module}/${file.name}`).join(", ")}`);
    while ((await extendChain(database)) > 0);
    const home = house(database, systemClock, { ...nothing, demo: false, files: fileFolder(join(settings.folder, "files")) });
    const found = await differences(database, home.modules);
    await home.close();
    for (const difference of found) console.error(difference);
    console.log(found.length === 0 ? "lianxin: no difference" : `lianxin: ${found.length} differences`);
    return found.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}
