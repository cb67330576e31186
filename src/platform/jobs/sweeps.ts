import { sql } from "kysely";
import type { Clock } from "../clock/clock.ts";
import type { Instant } from "../clock/instant.ts";
import type { Database } from "../db/database.ts";
import { brief, loggable } from "../loggable.ts";
import type { Sweep } from "../module.ts";

type SweepTables = { sweep: { name: string; ranAt: Instant | null; failures: number; lastError: string | null } };

/** Runs every sweep once. One that fails is noted and does not hold back the others. */
export async function sweepOnce(database: Database, sweeps: readonly Sweep[], now: Instant): Promise<void> {
  for (const sweep of sweeps) {
    const error = await sweep.run(database, now).then(() => null, brief);
    if (error !== null) console.error(`the task ${sweep.name} failed: ${error}`);
    await database.write(async (tx) => {
      const fresh = { name: sweep.name, ranAt: now, failures: error === null ? 0 : 1, lastError: error };
      const failures = error === null ? sql<number>`0` : sql<number>`sweep.failures + 1`;
      const insert = tx.withTables<SweepTables>().insertInto("sweep").values(fresh);
      await insert.onConflict((on) => on.column("name").doUpdateSet({ ranAt: now, lastError: error, failures })).execute();
    });
  }
}

/** Runs the sweeps every minute until stopped. */
export function keepSweeping(database: Database, sweeps: readonly Sweep[], clock: Clock): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => sweepOnce(database, sweeps, clock.now()))
      .catch((error) => console.error("recurring tasks stopped for now:", loggable(error)));
  }, 60_000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
