import { setImmediate as breath, setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../clock/clock.ts";
import type { Database } from "../db/database.ts";
import { loggable } from "../loggable.ts";
import { extendChain, hasUnlinked } from "./chain.ts";
import { behind, readOn, type Subscriber } from "./subscribers.ts";
import type { LedgerTables } from "./tables.ts";

/** Keeps the chain and its readers up with the facts. */
export interface Pump {
  /** Something has been committed. */
  wake(): void;
  /** Resolves when everything committed before the call has been linked and read. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

const every = 2_000;
/** A portion can have waited for a lock; nobody is served by resting as long, and whoever stops the house waits for it. */
const longestRest = 1_000;

/** `moved` is called when readers have read on, once for all that they have read in a turn. */
export function pump(database: Database, subscribers: readonly Subscriber[], clock: Clock, moved: () => void = () => {}): Pump {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    do {
      again = false;
      while ((await inTurn(() => extendChain(database))) > 0);
      if (await readAll()) moved();
    } while (again && !stopped);
  }
  /** Has any reader read on? */
  async function readAll(): Promise<boolean> {
    let some = false;
    for (const district of await districts(database))
      for (const subscriber of await behind(database, subscribers, district))
        while ((await inTurn(() => readOn(database, subscriber, district, clock.now()))) > 0) some = true;
    return some;
  }
  /** Does one portion, and then lets others go on: half of the time while they wait for a connection. */
  async function inTurn(portion: () => Promise<number>): Promise<number> {
    const before = performance.now();
    const done = await portion();
    // The embedded engine answers without leaving this thread: nobody's request is even read until a breath is taken.
    if (done > 0 && database.crowded() && !stopped) await wait(Math.min(performance.now() - before, longestRest));
    else await breath();
    return done;
  }
  function wake(): void {
    again = true;
    if (stopped || running) return;
    running = run()
      .catch((error) => console.error("the ledger's readers stopped for now:", loggable(error)))
      .finally(() => (running = undefined));
  }
  const timer = setInterval(wake, every);
  timer.unref();
  return {
    wake,
    async drain() {
      // A transaction that is still open, be it of another database on the same server, holds the linking back for a while.
      do {
        wake();
        while (running) await running;
      } while ((await hasUnlinked(database.read)) && !stopped && (await wait(20, true)));
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Districts that have any fact. */
async function districts(database: Database): Promise<string[]> {
  const found = await database.read.withTables<LedgerTables>().selectFrom("chain").select("district").where("position", "=", 1).execute();
  return found.map((row) => row.district);
}
