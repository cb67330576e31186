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

/** Tells the planner what the tables hold; after a large load it cannot know. */
export async function refreshStatistics(database: Database): Promise<void> {
  await sql`vacuum analyze`.execute(database.read);
}
