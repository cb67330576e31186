import { sql } from "kysely";
import type { TestHouse } from "./house.ts";

/** Waits until every fact is linked and read. A transaction in another test's database of the same server can hold the chain back for a moment. */
export async function drained({ home, database }: TestHouse): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await home.pump.drain();
    const found = await sql<{ waiting: number }>`
      select count(*) as waiting from fact where (xid, seq) > (select xid, seq from chain_head)`.execute(database.read);
    if (found.rows[0]?.waiting === 0) return await home.pump.drain();
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error("the ledger is not read to its end");
}
