import type { Tx } from "../db/database.ts";
import type { Fact } from "./fact.ts";
import type { LedgerTables } from "./tables.ts";

/** Appends facts in the caller's transaction: they are there exactly when the change they tell of is. */
export async function record(tx: Tx, ...facts: Fact[]): Promise<void> {
  if (facts.length > 0) await tx.withTables<LedgerTables>().insertInto("fact").values(facts).execute();
}
