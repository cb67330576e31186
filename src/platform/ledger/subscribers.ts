import { setImmediate as breath } from "node:timers/promises";
import { sql } from "kysely";
import type { Instant } from "../clock/instant.ts";
import type { Database, Tx } from "../db/database.ts";
import { brief } from "../loggable.ts";
import { headOf, typesBetween, wantedFacts } from "./chain.ts";
import type { Fact } from "./fact.ts";
import type { LedgerTables } from "./tables.ts";

/** So many facts, at most, are handled in one transaction. */
const atOnce = 25;

/** A reader of the ledger. What it writes and how far it has read are kept in one transaction. */
export interface Subscriber {
  readonly name: string;
  /** Facts it wants; others only move its position. */
  readonly types: readonly string[];
  /** What happened longer ago than so many milliseconds is history to it, and only moves its position. */
  readonly within?: number;
  /** `now` is when it is read, which can be long after it happened. */
  handle(tx: Tx, fact: Fact, now: Instant): Promise<void>;
}

/**
 * Those that have something to read in `district`. Readers for whom nothing new is of interest are moved past it, all in one
 * transaction: each on its own would have the disk keep a position that nobody misses.
 */
export async function behind(database: Database, subscribers: readonly Subscriber[], district: string): Promise<Subscriber[]> {
  const head = await headOf(database.read, district);
  const rows = database.read
    .withTables<LedgerTables>()
    .selectFrom("subscriber")
    .select(["name", "position"])
    .where("district", "=", district);
  const positions = new Map((await rows.execute()).map(({ name, position }) => [name, position]));
  const late = subscribers.filter(({ name }) => (positions.get(name) ?? -1) < head.position);
  const known = late.flatMap(({ name, types }) => {
    const position = positions.get(name);
    return position === undefined ? [] : [{ name, types, position }];
  });
  if (known.length === 0) return late;
  const since = Math.max(head.position - wayBack, Math.min(...known.map(({ position }) => position)));
  const news = await typesBetween(database.read, district, since, head.position);
  const unconcerned = known.filter(
    ({ position, types }) => position >= since && !news.some((fact) => fact.position > position && types.includes(fact.type)),
  );
  const done = await moveOn(database, district, unconcerned, head.position);
  return late.filter(({ name }) => !done.has(name));
}

/** Readers that are further behind have something to read, or read it up in portions. */
const wayBack = 1000;

/** Moves readers past what does not concern them; one that has failed waits where it is. Gives the names of those that were moved. */
async function moveOn(
  database: Database,
  district: string,
  readers: readonly { name: string; position: number }[],
  to: number,
): Promise<Set<string>> {
  if (readers.length === 0) return new Set();
  const from = readers.map(({ name, position }) => sql`(${name}, ${position}::bigint)`);
  const moved = await database.write((tx) =>
    sql<{ name: string }>`
      update subscriber s set position = ${to} from (values ${sql.join(from)}) w (name, position)
      where s.district = ${district} and s.name = w.name and s.failed_fact is null and s.position >= w.position and s.position < ${to}
      returning s.name`.execute(tx),
  );
  return new Set(moved.rows.map(({ name }) => name));
}

/** Lets `subscriber` read on in `district`. Returns how many facts it passed; a failing fact is kept for the administrator and tried again later. */
export async function readOn(database: Database, subscriber: Subscriber, district: string, now: Instant): Promise<number> {
  const key = { district, name: subscriber.name };
  let failing: Fact | undefined;
  try {
    return await database.write(async (tx) => {
      const at = await positionOf(tx, key);
      if (at === undefined || (at.retryAt && at.retryAt > now)) return 0;
      // What is linked from here on comes with the next call.
      const until = (await headOf(tx, district)).position;
      const since = subscriber.within === undefined ? undefined : (new Date(Date.parse(now) - subscriber.within).toISOString() as Instant);
      const facts = await wantedFacts(tx, district, at.position, { until, types: subscriber.types, since, limit: atOnce });
      const handled = await handleEach(database, facts, (fact) => {
        failing = fact;
        return subscriber.handle(tx, fact, now);
      });
      const position = handled === facts.length && handled < atOnce ? until : facts[handled - 1]!.position;
      if (position <= at.position) return 0;
      const moved = { position, failures: 0, failedFact: null, lastError: null, retryAt: null };
      await change(tx, key).set(moved).execute();
      return position - at.position;
    });
  } catch (error) {
    await database.write((tx) => noteFailure(tx, key, failing, error, now));
    return 0;
  }
}

/** Handles one fact after the other. On the embedded engine it ends early as soon as somebody else waits for the one connection. */
async function handleEach(database: Database, facts: readonly Fact[], handle: (fact: Fact) => Promise<void>): Promise<number> {
  let handled = 0;
  for (const fact of facts) {
    await handle(fact);
    handled++;
    if (database.kind === "server") continue;
    // The embedded engine answers without leaving this thread: nobody's request is even read until a breath is taken.
    await breath();
    if (database.crowded()) break;
  }
  return handled;
}

type Key = { district: string; name: string };

async function positionOf(tx: Tx, { district, name }: Key) {
  const tables = tx.withTables<LedgerTables>();
  const find = () =>
    tables
      .selectFrom("subscriber")
      .select(["position", "retryAt"])
      .where("district", "=", district)
      .where("name", "=", name)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
  const found = await find();
  if (found) return found;
  const blank = { district, name, position: 0, failedFact: null, lastError: null, retryAt: null };
  await tables
    .insertInto("subscriber")
    .values(blank)
    .onConflict((on) => on.doNothing())
    .execute();
  return await find();
}

const change = (tx: Tx, { district, name }: Key) =>
  tx.withTables<LedgerTables>().updateTable("subscriber").where("district", "=", district).where("name", "=", name);

/** The reader's first fact can fail too: then its row went with the transaction and is made here. */
async function noteFailure(tx: Tx, key: Key, fact: Fact | undefined, error: unknown, now: Instant): Promise<void> {
  await positionOf(tx, key);
  const wait = sql<number>`least(3600, 2 ^ least(failures + 1, 12))`;
  await change(tx, key)
    .set({
      failures: sql<number>`failures + 1`,
      failedFact: fact?.id ?? null,
      lastError: brief(error),
      retryAt: sql<Instant>`${now}::timestamptz + make_interval(secs => ${wait})`,
    })
    .execute();
}
