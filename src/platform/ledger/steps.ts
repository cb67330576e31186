import { sql } from "kysely";
import type { Db, Tx } from "../db/database.ts";
import type { Step } from "../lifecycle/evidence.ts";
import { Refused, refuse } from "../refusal.ts";
import type { Fact } from "./fact.ts";
import { record } from "./record.ts";

/** Where the things of a life cycle and their steps are kept. */
export interface Kept {
  readonly table: string;
  readonly steps: string;
  readonly subjectType: string;
}

type Columns = Readonly<Record<string, unknown>>;

/**
 * Moves a thing: guarded status, step and fact, in the caller's transaction. The one writer of every status.
 * Throws `Refused` when someone else has changed the thing since it was read.
 */
export async function advance(
  tx: Tx,
  kept: Kept,
  district: string,
  { step, fact, set }: { step: Step; fact: Fact; set: Columns },
): Promise<void> {
  const columns: Columns = { ...set, status: step.toStatus };
  const guarded = await sql`
    update ${sql.table(kept.table)}
    set ${sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}, version = version + 1
    where district = ${district} and id = ${step.subjectId} and status = ${step.fromStatus} and version = ${step.position - 1}`.execute(tx);
  if (Number(guarded.numAffectedRows ?? 0) !== 1) throw new Refused(refuse("conflict", { code: "problem.busy" }));
  await addStep(tx, kept, district, step);
  await record(tx, fact);
}

/** A thing at its beginning: its row, and the step and the fact that begin its life. */
export interface Beginning {
  readonly row: Columns;
  readonly step: Step;
  readonly fact: Fact;
}

/** Writes things for the first time, each with the step and the fact that begin its life. */
export async function beginLives(tx: Tx, kept: Kept, district: string, lives: readonly Beginning[]): Promise<void> {
  await insertRows(
    tx,
    kept.table,
    lives.map(({ row }) => ({ district, ...row })),
  );
  await insertRows(
    tx,
    kept.steps,
    lives.map(({ step }) => ({ district, ...step })),
  );
  await record(tx, ...lives.map(({ fact }) => fact));
}

const addStep = (tx: Tx, kept: Kept, district: string, step: Step) => insertRows(tx, kept.steps, [{ district, ...step }]);

/** All rows have the columns of the first. */
async function insertRows(tx: Tx, table: string, rows: readonly Columns[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values ${sql.join(rows.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`))}`.execute(tx);
}

/** The steps of a thing, in their order. */
export async function stepsOf<State extends string, Verb extends string>(
  db: Db,
  kept: Kept,
  district: string,
  id: string,
): Promise<Step<State, Verb>[]> {
  const found = await sql<Step<State, Verb> & { district: string }>`
    select * from ${sql.table(kept.steps)} where district = ${district} and subject_id = ${id} order by position`.execute(db);
  return found.rows.map(({ district: _, ...step }) => step);
}

/** Recomputes each thing's state from its steps, and holds steps against facts. Names every difference. */
export async function stepFaults(db: Db, { table, steps, subjectType }: Kept, district: string): Promise<string[]> {
  const [things, evidence] = [sql.table(table), sql.table(steps)];
  const found = await sql<{ fault: string }>`
    select format('%s %s: status is %s, its steps end in %s', ${subjectType}::text, s.id, s.status, coalesce(last.to_status, 'nothing')) as fault
      from ${things} s left join lateral (select to_status from ${evidence} t where t.district = s.district and t.subject_id = s.id order by position desc limit 1) last on true
      where s.district = ${district} and last.to_status is distinct from s.status
    union all
    select format('%s %s: step %s begins in %s, the one before ended in %s', ${subjectType}::text, t.subject_id, t.position, t.from_status, p.to_status)
      from ${evidence} t join ${evidence} p on p.district = t.district and p.subject_id = t.subject_id and p.position = t.position - 1
      where t.district = ${district} and p.to_status <> t.from_status
    union all
    select format('%s %s: version is %s, but there are %s steps', ${subjectType}::text, s.id, s.version, count(t.id))
      from ${things} s left join ${evidence} t on t.district = s.district and t.subject_id = s.id
      where s.district = ${district} group by s.id, s.version having s.version <> count(t.id)
    union all
    select format('%s %s: step %s has no fact', ${subjectType}::text, t.subject_id, t.id)
      from ${evidence} t where t.district = ${district} and not exists (select 1 from fact f where f.district = t.district and f.id = t.id)
    union all
    select format('%s %s: fact %s (%s) has no step', ${subjectType}::text, f.subject_id, f.id, f.type)
      from fact f where f.district = ${district} and f.subject_type = ${subjectType} and f.type like ${`${subjectType}.%`}
        and not exists (select 1 from ${evidence} t where t.district = f.district and t.id = f.id)`.execute(db);
  return found.rows.map((row) => row.fault);
}
