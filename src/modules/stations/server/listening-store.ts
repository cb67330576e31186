import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { upsert } from "../../../platform/db/upsert.ts";
import { awaitedFaults, keepAwaited } from "../../../platform/ledger/awaited.ts";
import { advance, beginLives, type Kept } from "../../../platform/ledger/steps.ts";
import type { Awaited } from "../../../platform/lifecycle/awaited.ts";
import { clocksOf, saveClocks } from "../../calendar/index.ts";
import { type Listening, type ListeningColumns, listeningType, type Point } from "../listening.ts";
import { awaitedInListening, type ListeningPlayed } from "../listening-play.ts";

export const keptListening: Kept = { table: "listeningSession", steps: "listeningStep", subjectType: listeningType };

/** Locks a listening session for the rest of the transaction and loads it whole; undefined when there is none. */
export async function lockListening(tx: Tx, district: string, id: string): Promise<Listening | undefined> {
  await sql`select 1 from listening_session where district = ${district} and id = ${id} for update`.execute(tx);
  return loadListening(tx, district, id);
}

/** A whole listening session with its points and clocks; undefined when there is none. */
export async function loadListening(db: Db, district: string, id: string): Promise<Listening | undefined> {
  const found = await sql<ListeningColumns & { district: string; points: Point[] }>`
    select l.*, (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'position', p.position, 'content', p.content, 'mandateId', p.mandate_id,
      'unitId', p.unit_id, 'status', p.status, 'answer', p.answer, 'answeredOn', p.answered_on, 'outcome', p.outcome, 'followUp', p.follow_up,
      'followedUpOn', p.followed_up_on) order by p.position), '[]') from listening_point p
      where p.district = l.district and p.session_id = l.id) as points
    from listening_session l where l.district = ${district} and l.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { district: _, ...rest } = row;
  return { ...rest, clocks: await clocksOf(db, district, listeningType, id) };
}

/** Writes what a verb did, in the caller's transaction. */
export async function storeListening(tx: Tx, district: string, { after, change, step, fact }: ListeningPlayed): Promise<void> {
  const { mandates, ...set } = change.set ?? {};
  await advance(tx, keptListening, district, { step, fact, set: { ...set, ...(mandates ? { mandates: JSON.stringify(mandates) } : {}) } });
  await upsert(
    tx,
    "listeningPoint",
    (change.points ?? []).map((point) => ({ ...point, district, sessionId: after.id })),
  );
  await saveClocks(tx, district, change.clocks ?? []);
  await keepAwaited(tx, { district, subjectType: listeningType, subjectId: after.id }, awaitedInListening(after), step.at);
}

/** The first writing of a listening session. */
export async function storeNewListening(tx: Tx, district: string, { after, step, fact }: Omit<ListeningPlayed, "change">): Promise<void> {
  const { points: _p, clocks: _c, mandates, ...row } = after;
  await beginLives(tx, keptListening, district, [{ row: { ...row, mandates: JSON.stringify(mandates) }, step, fact }]);
  await keepAwaited(tx, { district, subjectType: listeningType, subjectId: after.id }, awaitedInListening(after), step.at);
}

/** Holds the to-do lists against the listening sessions they were made from. */
export async function listeningFaults(db: Db, district: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from listening_session where district = ${district} and status in ('planned', 'announced', 'held')
    union select subject_id from awaited where district = ${district} and subject_type = ${listeningType}`.execute(db);
  const expected = new Map<string, readonly Awaited[]>();
  for (const { id } of found.rows) {
    const of = await loadListening(db, district, id);
    if (of) expected.set(id, awaitedInListening(of));
  }
  return awaitedFaults(db, { district, subjectType: listeningType }, expected);
}
