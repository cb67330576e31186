import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../db/database.ts";
import type { Sweep } from "../module.ts";

/** A thing as it counts: in which row of books, in which of them, in which state. */
export interface Counted {
  readonly shelf: string;
  readonly book: string;
  readonly status: string;
}

/**
 * Moves the sums from how a thing counted before to how it counts now, in the transaction that changes it. Differences are
 * appended and not added up, so that two changes never wait for each other.
 */
export async function keepTally(tx: Tx, district: string, before: readonly Counted[], now: readonly Counted[]): Promise<void> {
  const moved = differences(before, now);
  if (moved.length === 0) return;
  // As lists, not as one parameter for each value: an import moves thousands of sums at once.
  const list = (of: (one: (typeof moved)[number]) => string | number) => moved.map(of);
  await sql`
    insert into tally (district, shelf, book, status, n)
    select ${district}, m.* from unnest(${list((one) => one.shelf)}::text[], ${list((one) => one.book)}::text[],
      ${list((one) => one.status)}::text[], ${list((one) => one.n)}::integer[]) m`.execute(tx);
}

/** What is more and what is less now than before; what stayed is not named. */
export function differences(before: readonly Counted[], now: readonly Counted[]): (Counted & { n: number })[] {
  const sums = new Map<string, Counted & { n: number }>();
  const add = ({ shelf, book, status }: Counted, n: number) => {
    const key = `${shelf} ${book} ${status}`;
    sums.set(key, { shelf, book, status, n: (sums.get(key)?.n ?? 0) + n });
  };
  for (const one of now) add(one, 1);
  for (const one of before) add(one, -1);
  return [...sums.values()].filter(({ n }) => n !== 0);
}

/** How many stand in each state. States in which there are none are left out. */
export type Counts = Readonly<Record<string, number>>;

/** How many stand in each state, over these books of a shelf together. */
export async function tallied(db: Db, district: string, shelf: string, books: readonly string[]): Promise<Counts> {
  return books.length > 0 ? await talliedWhere(db, district, shelf, sql`book = any(${[...books]})`) : {};
}

/** The same over all books of a shelf of which this holds; it goes through every `book` there is. */
export async function talliedWhere(db: Db, district: string, shelf: string, holds: RawBuilder<unknown>): Promise<Counts> {
  const found = await sql<{ status: string; n: number }>`
    select status, sum(n)::integer as n from tally
    where district = ${district} and shelf = ${shelf} and ${holds} group by status having sum(n) <> 0`.execute(db);
  return Object.fromEntries(found.rows.map(({ status, n }) => [status, n]));
}

/** Counts put together, without those that were counted `twice`. */
export function addedUp(all: readonly Counts[], twice: Counts = {}): Counts {
  const states = new Set([...all, twice].flatMap((counts) => Object.keys(counts)));
  const sums = [...states].map(
    (status) => [status, all.reduce((sum, counts) => sum + (counts[status] ?? 0), -(twice[status] ?? 0))] as const,
  );
  return Object.fromEntries(sums.filter(([, n]) => n !== 0));
}

/** Adds up what has been appended since the last time, so that reading a sum stays a matter of a few rows. */
export const gatherTallies: Sweep = {
  name: "ledger.gather_tallies",
  async run(database) {
    await database.write((tx) =>
      sql`with many as (select district, shelf, book, status from tally group by 1, 2, 3, 4 having count(*) > 1 limit 5000),
        gone as (delete from tally t using many m where t.district = m.district and t.shelf = m.shelf and t.book = m.book
          and t.status = m.status returning t.district, t.shelf, t.book, t.status, t.n)
        insert into tally (district, shelf, book, status, n)
        select district, shelf, book, status, sum(n) from gone group by 1, 2, 3, 4 having sum(n) <> 0`.execute(tx),
    );
  },
};

/** Holds the sums on these shelves against a count of the things themselves: rows of `shelf`, `book`, `status`, `n`. Names every difference. */
export async function tallyFaults(db: Db, district: string, shelves: readonly string[], counted: RawBuilder<unknown>): Promise<string[]> {
  const found = await sql<Counted & { kept: number; there: number }>`
    with kept as (select shelf, book, status, sum(n) as n from tally where district = ${district} and shelf = any(${[...shelves]}) group by 1, 2, 3 having sum(n) <> 0),
      there as (${counted})
    select shelf, book, status, coalesce(k.n, 0) as kept, coalesce(t.n, 0) as there from kept k full join there t using (shelf, book, status)
    where coalesce(k.n, 0) <> coalesce(t.n, 0)`.execute(db);
  return found.rows.map(({ shelf, book, status, kept, there }) => `${shelf}: ${book} has ${kept} in ${status}, there are ${there}`);
}
