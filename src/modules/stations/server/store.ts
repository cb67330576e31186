import { sql } from "kysely";
import { instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { upsert } from "../../../platform/db/upsert.ts";
import { keepAwaited } from "../../../platform/ledger/awaited.ts";
import { advance, beginLives, type Kept } from "../../../platform/ledger/steps.ts";
import { awaitedIn } from "../awaited.ts";
import type { Played } from "../play.ts";
import { type Exchange, type OnDuty, type Reception, type ReceptionColumns, subjectType } from "../reception.ts";

export const kept: Kept = { table: "reception", steps: "receptionStep", subjectType };

/** Locks receptions for the rest of the transaction, in the order of their identifiers, and loads the first whole. */
export async function lockReception(tx: Tx, district: string, id: string, ...others: readonly string[]): Promise<Reception | undefined> {
  await sql`select 1 from reception where district = ${district} and id = any(${[id, ...others]}::uuid[]) order by id for update`.execute(
    tx,
  );
  return loadReception(tx, district, id);
}

type Row = ReceptionColumns & { district: string; deputies: OnDuty[]; exchanges: Exchange[] };

const whole = sql`
  select r.*,
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'mandateId', d.mandate_id, 'state', d.state, 'standsInFor', d.stands_in_for,
      'signedInAt', d.signed_in_at, 'signedInBy', d.signed_in_by) order by d.id), '[]')
      from reception_deputy d where d.district = r.district and d.reception_id = r.id) as deputies,
    (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'asker', e.asker, 'asked', e.asked, 'swapReceptionId', e.swap_reception_id,
      'status', e.status, 'askedAt', e.asked_at, 'answeredAt', e.answered_at, 'note', e.note) order by e.id), '[]')
      from reception_exchange e where e.district = r.district and e.reception_id = r.id) as exchanges
  from reception r`;

/** A whole reception; undefined when there is none. */
export async function loadReception(db: Db, district: string, id: string): Promise<Reception | undefined> {
  const found = await sql<Row>`${whole} where r.district = ${district} and r.id = ${id}`.execute(db);
  return found.rows.map(receptionOf)[0];
}

/** Every whole reception among these, by identifier. */
export async function loadReceptions(db: Db, district: string, ids: readonly string[]): Promise<Map<string, Reception>> {
  const found = await sql<Row>`${whole} where r.district = ${district} and r.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, receptionOf(row)]));
}

/** Moments inside JSON come in the database's own words. */
const receptionOf = ({ district: _, deputies, exchanges, ...columns }: Row): Reception => ({
  ...columns,
  deputies: deputies.map((row) => ({ ...row, signedInAt: row.signedInAt && instant(row.signedInAt) })),
  exchanges: exchanges.map((row) => ({ ...row, askedAt: instant(row.askedAt), answeredAt: row.answeredAt && instant(row.answeredAt) })),
});

/** Writes what a verb did, in the caller's transaction. */
export async function store(tx: Tx, district: string, before: Reception, { after, change, step, fact }: Played): Promise<void> {
  await advance(tx, kept, district, { step, fact, set: { ...change.set } });
  if (change.deputies) {
    const stay = change.deputies.map(({ id }) => id);
    await sql`delete from reception_deputy where district = ${district} and reception_id = ${before.id} and id <> all(${stay}::uuid[])`.execute(
      tx,
    );
    await upsert(
      tx,
      "receptionDeputy",
      change.deputies.map((row) => ({ ...row, district, receptionId: before.id })),
    );
  }
  await upsert(
    tx,
    "receptionExchange",
    (change.exchanges ?? []).map((row) => ({ ...row, district, receptionId: before.id })),
  );
  await keepAwaited(tx, { district, subjectType, subjectId: before.id }, awaitedIn(after), step.at);
}

/** The first writing of receptions. */
export async function storeNew(tx: Tx, district: string, fresh: readonly Omit<Played, "change">[]): Promise<void> {
  const lives = fresh.map(({ after: { deputies: _d, exchanges: _e, ...row }, step, fact }) => ({ row, step, fact }));
  await beginLives(tx, kept, district, lives);
  await upsert(
    tx,
    "receptionDeputy",
    fresh.flatMap(({ after }) => after.deputies.map((row) => ({ ...row, district, receptionId: after.id }))),
  );
  for (const { after, step } of fresh) {
    const awaited = awaitedIn(after);
    if (awaited.length > 0) await keepAwaited(tx, { district, subjectType, subjectId: after.id }, awaited, step.at);
  }
}
