import { migrations } from "../app.ts";
import { migrate } from "../platform/db/migrate.ts";
import { openDatabase } from "../platform/db/open.ts";
import type { Settings } from "./settings.ts";

/** Brings the database to this version without serving anything: for a cluster, before its servers are started anew. */
export async function migrateOnly(settings: Settings): Promise<void> {
  const database = await openDatabase(settings);
  try {
    const ran = await migrate(database, migrations());
    for (const name of ran) console.log(`lianxin: ran ${name}`);
    console.log(`lianxin: ${ran.length} migrations run; the database is of this version`);
  } finally {
    await database.close();
  }
}
