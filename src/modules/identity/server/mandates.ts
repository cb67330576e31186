import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { record } from "../../../platform/ledger/record.ts";
import { invalid, isRefusal, notFound, type Refusal, refuse } from "../../../platform/refusal.ts";
import { duties } from "../access.ts";
import type { Actor } from "../actor.ts";
import type { MandateDetail, MandateFields, MandateStepInput, MandateView, mandateContracts } from "../contract.ts";
import { type MandateVerb, mandateAfter, mandateCan } from "../mandate-lifecycle.ts";
import type { MandateState } from "../terms.ts";
import type { IdentityTables } from "./tables.ts";

type View = z.output<typeof MandateView>;
type Detail = z.output<typeof MandateDetail>;
type Query = z.output<NonNullable<(typeof mandateContracts)["list"]["query"]>>;

const view = sql`
  select m.id, m.person_id, m.congress_id, m.electoral_district_id, m.delegation_id, m.group_id, m.area_id, m.card_no,
    m.directly_elected, m.by_election, m.elected_on, m.status, m.ended_on, m.version,
    p.name as person_name, p.sort_key, c.name as congress_name, c.level, g.name as group_name
  from mandate m
  join person p on p.district = m.district and p.id = m.person_id
  join congress c on c.district = m.district and c.id = m.congress_id
  left join deputy_group g on g.district = m.district and g.id = m.group_id`;

type Row = Omit<View, "can"> & { sortKey: string };

const shown = (row: Row, actor: Actor): View => {
  const { sortKey: _, ...rest } = row;
  return { ...rest, can: duties["identity.keep"](actor) ? mandateCan(row.status) : [] };
};

/** Deputies by mandate, ordered by name. */
export async function listMandates(db: Db, actor: Actor, query: Query) {
  const conditions: RawBuilder<unknown>[] = [sql`m.district = ${actor.district}`];
  if (query.congressId) conditions.push(sql`m.congress_id = ${query.congressId}`);
  if (query.groupId) conditions.push(sql`m.group_id = ${query.groupId}`);
  if (query.areaId) conditions.push(sql`m.area_id in (${within(actor.district, query.areaId)})`);
  if (query.personId) conditions.push(sql`m.person_id = ${query.personId}`);
  if (query.status) conditions.push(sql`m.status = ${query.status}`);
  if (query.search?.trim()) {
    const pattern = containing(query.search.trim());
    conditions.push(sql`(p.name ilike ${pattern} or p.sort_key ilike ${pattern} or m.card_no ilike ${pattern})`);
  }
  const after = keysAt(query.cursor, 2);
  if (after) conditions.push(sql`(p.sort_key, m.id) > (${after[0]}, ${after[1]})`);
  const found =
    await sql<Row>`${view} where ${sql.join(conditions, sql` and `)} order by p.sort_key, m.id limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => shown(row, actor)),
    next: found.rows.length > query.limit && last ? cursorAt([last.sortKey, last.id]) : null,
  };
}

/** An area and everything in it: a deputy comes from a village, and is looked for by town. */
const within = (district: string, areaId: string) => sql`
  with recursive inside as (
    select id from area where district = ${district} and id = ${areaId}
    union
    select a.id from area a join inside on a.parent_id = inside.id where a.district = ${district}
  ) select id from inside`;

/** One mandate with all that happened to it; undefined when there is none. */
export async function mandateDetail(db: Db, actor: Actor, id: string): Promise<Detail | undefined> {
  const found = await sql<Row>`${view} where m.district = ${actor.district} and m.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const steps = await db
    .withTables<IdentityTables>()
    .selectFrom("mandateStep")
    .select(["id", "verb", "at", "effectiveOn", "ground", "documentNo", "note"])
    .where("district", "=", actor.district)
    .where("mandateId", "=", id)
    .orderBy("at")
    .execute();
  const keeper = duties["identity.keep"](actor);
  return { ...shown(row, actor), steps: keeper ? steps : [] };
}

type Typed = z.output<typeof MandateFields>;

/** Gives a person a mandate. One person cannot have two in one congress. */
export async function addMandate(tx: Tx, actor: Actor, body: Typed, now: Instant): Promise<Detail | Refusal> {
  const id = randomUUIDv7();
  await tx
    .withTables<IdentityTables>()
    .insertInto("mandate")
    .values({ ...body, electedOn: body.electedOn as DateISO, district: actor.district, id, status: "in_force", endedOn: null })
    .execute();
  await tell(tx, actor, id, "mandate.added", now, { personId: body.personId, congressId: body.congressId });
  return (await mandateDetail(tx, actor, id)) ?? notFound;
}

/** Changes what is typed of a mandate; its state changes only by a verb. */
export async function changeMandate(
  tx: Tx,
  actor: Actor,
  { id, body, seen, now }: { id: string; body: Typed; seen: number; now: Instant },
): Promise<Detail | Refusal> {
  const before = await mandateDetail(tx, actor, id);
  if (!before) return notFound;
  const result = await tx
    .withTables<IdentityTables>()
    .updateTable("mandate")
    .set({ ...body, electedOn: body.electedOn as DateISO, version: sql`version + 1` })
    .where("district", "=", actor.district)
    .where("id", "=", id)
    .where("version", "=", seen)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) return refuse("changed_meanwhile", { code: "problem.changed_meanwhile" });
  await tell(tx, actor, id, "mandate.changed", now, { version: seen + 1 });
  return (await mandateDetail(tx, actor, id)) ?? notFound;
}

/** Suspends, resumes or ends a mandate: the step, the state and the fact in one. */
export async function moveMandate(
  tx: Tx,
  actor: Actor,
  { id, verb, body, now }: { id: string; verb: MandateVerb; body: z.output<typeof MandateStepInput>; now: Instant },
): Promise<Detail | Refusal> {
  const status = await lockStatus(tx, actor.district, id);
  if (!status) return notFound;
  const next = mandateAfter(status, verb, body.ground);
  if (isRefusal(next)) return next;
  const effectiveOn = body.effectiveOn as DateISO;
  const fault = await dayFault(tx, actor.district, id, effectiveOn, dateIn(now));
  if (fault) return fault;
  const { ground, documentNo, note } = body;
  const step = {
    district: actor.district,
    id: randomUUIDv7(),
    mandateId: id,
    verb,
    at: now,
    byAccount: actor.account,
    effectiveOn,
    ground,
    documentNo,
    note,
  };
  await tx.withTables<IdentityTables>().insertInto("mandateStep").values(step).execute();
  await tx
    .withTables<IdentityTables>()
    .updateTable("mandate")
    .set({ status: next, endedOn: next === "ended" ? effectiveOn : null, version: sql`version + 1` })
    .where("district", "=", actor.district)
    .where("id", "=", id)
    .where("status", "=", status)
    .execute();
  await tell(tx, actor, id, `mandate.${pastOf[verb]}`, now, { effectiveOn });
  return (await mandateDetail(tx, actor, id)) ?? notFound;
}

/** Steps of a mandate follow one another, after the election and not before their day has come. */
async function dayFault(tx: Tx, district: string, id: string, on: DateISO, today: DateISO): Promise<Refusal | undefined> {
  const found = await sql<{ start: DateISO }>`
    select greatest(m.elected_on, (select max(t.effective_on) from mandate_step t where t.district = m.district and t.mandate_id = m.id)) as start
    from mandate m where m.district = ${district} and m.id = ${id}`.execute(tx);
  const start = found.rows[0]?.start;
  if (start && on < start) return invalid({ field: "effectiveOn", code: "field.before_start", params: { start } });
  if (on > today) return invalid({ field: "effectiveOn", code: "identity.mandate.not_yet" });
  return undefined;
}

const pastOf: Record<MandateVerb, string> = { suspend: "suspended", resume: "resumed", end: "ended" };

async function lockStatus(tx: Tx, district: string, id: string): Promise<MandateState | undefined> {
  const found = await tx
    .withTables<IdentityTables>()
    .selectFrom("mandate")
    .select("status")
    .where("district", "=", district)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return found?.status;
}

const tell = (tx: Tx, actor: Actor, id: string, type: string, at: Instant, data: Record<string, unknown>) =>
  record(tx, {
    district: actor.district,
    id: randomUUIDv7(),
    at,
    actor: actor.account,
    subjectType: "mandate",
    subjectId: id,
    type,
    version: 1,
    data,
  });
