import { setImmediate as breath } from "node:timers/promises";
import { sql } from "kysely";
import { systemClock } from "../clock/clock.ts";
import type { Sweep } from "../module.ts";
import type { Database } from "./database.ts";

const day = 86_400_000;

/** The embedded engine has no autovacuum: without fresh statistics its planner goes astray. Once a day is enough. */
export function upkeep(): Sweep {
  let last = 0;
  return {
    name: "database.upkeep",
    async run(database) {
      const now = Date.parse(systemClock.now());
      if (database.kind !== "embedded" || now - last < day) return;
      await refreshStatistics(database);
      last = now;
    },
  };
}

/** Tells the planner what the tables hold; after a large load it cannot know. One table after the other: nobody waits for all of them. */
export async function refreshStatistics({ read }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'r' order by name`.execute(read);
  for (const { name } of rows) {
    await sql`vacuum analyze ${sql.raw(name)}`.execute(read);
    await breath();
  }
}
