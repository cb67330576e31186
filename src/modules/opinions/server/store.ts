import { sql } from "kysely";
import { instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { upsert } from "../../../platform/db/upsert.ts";
import { keepAwaited } from "../../../platform/ledger/awaited.ts";
import { advance, beginLives, type Kept } from "../../../platform/ledger/steps.ts";
import { keepTally } from "../../../platform/ledger/tally.ts";
import { clocksOf, saveClocks } from "../../calendar/index.ts";
import type { MandateState } from "../../identity/index.ts";
import { awaitedIn } from "../awaited.ts";
import { type Opinion, type OpinionColumns, type Result, subjectType } from "../opinion.ts";
import type { Played } from "../play.ts";
import { talliedIn } from "../tallied.ts";

export const kept: Kept = { table: "opinion", steps: "opinionStep", subjectType };

/** Locks an opinion for the rest of the transaction and loads it whole; undefined when there is none. */
export async function lockOpinion(tx: Tx, district: string, id: string): Promise<Opinion | undefined> {
  const found = await sql`select 1 from opinion where district = ${district} and id = ${id} for update`.execute(tx);
  return found.rows.length > 0 ? loadOpinion(tx, district, id) : undefined;
}

type Row = OpinionColumns & { district: string; mandateStatus: MandateState; results: Record<string, unknown>[] };

/** A whole opinion with its clocks; undefined when there is none. */
export async function loadOpinion(db: Db, district: string, id: string): Promise<Opinion | undefined> {
  const found = await sql<Row>`
    select o.*, m.status as mandate_status,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'round', r.round, 'answer', r.answer, 'solved', r.solved, 'cost', r.cost,
        'households', r.households, 'people', r.people, 'answeredOn', r.answered_on, 'grade', r.grade, 'gradeReasons', r.grade_reasons,
        'gradedAt', r.graded_at) order by r.round), '[]') from opinion_result r where r.district = o.district and r.opinion_id = o.id) as results
    from opinion o join mandate m on m.district = o.district and m.id = o.mandate_id
    where o.district = ${district} and o.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { district: _, results, ...columns } = row;
  return { ...columns, results: results.map(resultOf), clocks: await clocksOf(db, district, subjectType, id) };
}

const resultOf = (json: Record<string, unknown>): Result =>
  ({ ...json, gradedAt: typeof json["gradedAt"] === "string" ? instant(json["gradedAt"]) : null }) as Result;

/** Writes what a verb did, in the caller's transaction. */
export async function store(tx: Tx, district: string, before: Opinion, { after, change, step, fact }: Played): Promise<void> {
  await advance(tx, kept, district, { step, fact, set: { ...change.set } });
  await upsert(
    tx,
    "opinionResult",
    (change.results ?? []).map((result) => ({ ...result, district, opinionId: before.id })),
  );
  await saveClocks(tx, district, change.clocks ?? []);
  const urging = change.urges ? { by: step.actingFor } : undefined;
  await keepAwaited(tx, { district, subjectType, subjectId: before.id }, awaitedIn(after), step.at, urging);
  await keepTally(tx, district, talliedIn(before), talliedIn(after));
}

/** The first writing of an opinion. */
export async function storeNew(tx: Tx, district: string, { after, step, fact }: Omit<Played, "change">): Promise<void> {
  const { results: _r, clocks, mandateStatus: _m, ...row } = after;
  await beginLives(tx, kept, district, [{ row, step, fact }]);
  await saveClocks(tx, district, clocks);
  await keepAwaited(tx, { district, subjectType, subjectId: after.id }, awaitedIn(after), step.at);
  await keepTally(tx, district, [], talliedIn(after));
}
