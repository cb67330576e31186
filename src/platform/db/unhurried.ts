import { sql } from "kysely";
import type { Tx } from "./database.ts";

/**
 * Lets this transaction end without waiting until it is on the disk, so that whoever waits for its rows goes on the sooner. If the
 * machine stops just then it may be lost: never half, and never where something that was written after it is kept.
 */
export async function unhurried(tx: Tx): Promise<void> {
  await sql`set local synchronous_commit to off`.execute(tx);
}
