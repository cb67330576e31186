import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../clock/instant.ts";
import type { Db, Tx } from "../db/database.ts";
import type { Awaited } from "../lifecycle/awaited.ts";

interface Subject {
  readonly district: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Who urged whoever is waited for; his own entries are not urged. */
export interface Urging {
  readonly by: string | null;
}

const columns = sql`district, subject_type, subject_id, verb, holder, leaders_only, part_id, clock_id, due_on, since, urged_at`;

const rowOf = (
  { district, subjectType, subjectId }: Subject,
  { verb, holder, leadersOnly, partId, clockId, dueOn }: Awaited,
  since: Instant,
  urgedAt: Instant | null,
): RawBuilder<unknown> =>
  sql`(${district}, ${subjectType}, ${subjectId}::uuid, ${verb}, ${holder}::uuid, ${leadersOnly}::boolean, ${partId}::uuid, ${clockId}::uuid,
    ${dueOn}::date, ${since}::timestamptz, ${urgedAt}::timestamptz)`;

/** What things that have just begun wait for: nothing was waited for before. */
export async function awaitFirst(
  tx: Tx,
  begun: readonly (Subject & { readonly awaited: readonly Awaited[]; readonly at: Instant })[],
): Promise<void> {
  const rows = begun.flatMap(({ awaited, at, ...subject }) => awaited.map((one) => rowOf(subject, one, at, null)));
  if (rows.length > 0) await sql`insert into awaited (${columns}) values ${sql.join(rows)}`.execute(tx);
}

/**
 * What a thing waits for now, in place of what it waited for before; written together with its status. What it still
 * waits for keeps the day since when.
 */
export async function keepAwaited(
  tx: Tx,
  { district, subjectType, subjectId }: Subject,
  awaited: readonly Awaited[],
  now: Instant,
  urging?: Urging,
): Promise<void> {
  const kept = sql`district = ${district} and subject_type = ${subjectType} and subject_id = ${subjectId}`;
  if (awaited.length === 0) {
    await sql`delete from awaited where ${kept}`.execute(tx);
    return;
  }
  const pairs = sql.join(awaited.map(({ verb, holder }) => sql`(${verb}, ${holder}::uuid)`));
  const rows = awaited.map((one) => rowOf({ district, subjectType, subjectId }, one, now, urging && urging.by !== one.holder ? now : null));
  await sql`
    with gone as (delete from awaited where ${kept} and (verb, holder) not in (${pairs}))
    insert into awaited (${columns}) values ${sql.join(rows)}
    on conflict (district, subject_type, subject_id, verb, holder) do update set leaders_only = excluded.leaders_only, part_id = excluded.part_id,
      clock_id = excluded.clock_id, due_on = excluded.due_on, urged_at = coalesce(excluded.urged_at, awaited.urged_at)`.execute(tx);
}

/** Holds what is kept of the things of a kind against what follows from the things themselves. Names every difference. */
export async function awaitedFaults(
  db: Db,
  { district, subjectType }: Omit<Subject, "subjectId">,
  expected: ReadonlyMap<string, readonly Awaited[]>,
): Promise<string[]> {
  const found = await sql<Awaited & { subjectId: string }>`
    select subject_id, verb, holder, leaders_only, part_id, clock_id, due_on from awaited
    where district = ${district} and subject_type = ${subjectType}`.execute(db);
  const line = (subjectId: string, { verb, holder, leadersOnly, partId, clockId, dueOn }: Awaited) =>
    [subjectId, verb, holder, leadersOnly, partId, clockId, dueOn].join(" ");
  const there = new Set(found.rows.map((row) => line(row.subjectId, row)));
  const wanted = new Set([...expected].flatMap(([subjectId, all]) => all.map((one) => line(subjectId, one))));
  return [
    ...[...wanted].filter((one) => !there.has(one)).map((one) => `${subjectType}: not on the to-do list: ${one}`),
    ...[...there].filter((one) => !wanted.has(one)).map((one) => `${subjectType}: on the to-do list, but nothing waits for it: ${one}`),
  ];
}
