import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database, Db } from "../db/database.ts";
import type { Account } from "../http/route.ts";
import type { Module, Sweep } from "../module.ts";
import { hoursBefore, keptHours } from "./attachments.ts";
import type { FileFolder } from "./folder.ts";
import { fileRoutes } from "./routes.ts";

/** Taking files in, throwing unused ones away, and holding the kept ones against their digests. */
export const files = <Actor extends Account>(folder: FileFolder): Module<Actor> => ({
  name: "files",
  migrations: { module: "files", folder: new URL("./migrations", import.meta.url).pathname },
  routes: fileRoutes<Actor>(folder),
  sweeps: [throwAway(folder)],
  verify: (db, district) => fileFaults(db, folder, district),
});

/** The bytes go before the row does: a fall in between leaves a row, and the next round finds it. */
const throwAway = (folder: FileFolder): Sweep => ({
  name: "files.throw_away_unused",
  async run(database: Database, now) {
    const before = hoursBefore(now, keptHours);
    const found = await sql<{ district: string; id: string }>`
      select district, id from file where not used and at < ${before} limit 500`.execute(database.read);
    for (const { district, id } of found.rows) {
      await folder.remove(id);
      await database.write((tx) => sql`delete from file where district = ${district} and id = ${id} and not used`.execute(tx));
    }
  },
});

/** Names every attached file whose bytes are missing or not what they were. */
async function fileFaults(db: Db, folder: FileFolder, district: string): Promise<string[]> {
  const faults: string[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const found = await sql<{ id: string; digest: string }>`
      select id, digest from file where district = ${district} and id > ${after} and used order by id limit 500`.execute(db);
    for (const { id, digest } of found.rows) {
      const bytes = await folder.bytes(id);
      if (!bytes) faults.push(`file ${id}: its bytes are missing`);
      else if (createHash("sha256").update(bytes).digest("hex") !== digest) faults.push(`file ${id}: its bytes are not those taken in`);
    }
    const last = found.rows.at(-1);
    if (!last) return faults;
    after = last.id;
  }
}
