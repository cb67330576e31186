import { sql } from "kysely";
import type { Database } from "../db/database.ts";
import type { Seal } from "./seal.ts";

/**
 * Throws when this database was used with another key before: contacts would not open, receipts would be nobody's, and what is
 * written from now on would be lost in its turn. The first start notes the key.
 */
export async function assertKeyFits(database: Database, seal: Seal): Promise<void> {
  const own = Buffer.from(seal.mark("the key of this database", "key_mark"));
  const noted = await database.write(async (tx) => {
    await sql`insert into key_mark (digest) values (${own}) on conflict do nothing`.execute(tx);
    return await sql<{ digest: Uint8Array }>`select digest from key_mark`.execute(tx);
  });
  if (noted.rows[0] === undefined || own.compare(noted.rows[0].digest) !== 0)
    throw new Error(
      "the key is not the one that this database was used with; give the right LIANXIN_KEY, or put the file `key` back into the data folder",
    );
}
