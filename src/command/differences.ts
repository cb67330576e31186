import type { Actor } from "../modules/identity/index.ts";
import type { Database } from "../platform/db/database.ts";
import { chainFaults } from "../platform/ledger/chain.ts";
import type { LedgerTables } from "../platform/ledger/tables.ts";
import type { Module } from "../platform/module.ts";

/** Every difference between what is stored and what it was derived from, over all districts and modules. */
export async function differences(database: Database, modules: readonly Module<Actor>[]): Promise<string[]> {
  const districts = await database.read
    .withTables<LedgerTables>()
    .selectFrom("chain")
    .select("district")
    .where("position", "=", 1)
    .execute();
  const found: string[] = [];
  for (const { district } of districts) {
    found.push(...(await chainFaults(database.read, district)));
    for (const module of modules) found.push(...((await module.verify?.(database.read, district)) ?? []));
  }
  return found;
}
