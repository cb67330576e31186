import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { attach } from "../../../platform/files/attachments.ts";
import { isRefusal, notFound, type Refusal } from "../../../platform/refusal.ts";
import { clocksUnder, type Statute, type Statutes } from "../../calendar/index.ts";
import { type Actor, directory, type MandateState } from "../../identity/index.ts";
import { standingOf } from "../access.ts";
import { applied, type Case } from "../case.ts";
import { subjectType } from "../clockwork.ts";
import type { Context, Doer, Session, Verb } from "../context.ts";
import { may, type VerbName } from "../lifecycle.ts";
import type { IssuedKind } from "../papers/kinds.ts";
import { verbs } from "../verbs.ts";
import { loadCase, lockCase } from "./load.ts";
import { paperToIssue } from "./paper-numbers.ts";
import { store } from "./store.ts";

interface Order {
  readonly district: string;
  readonly id: string;
  readonly verb: VerbName;
  readonly input: unknown;
  /** Files that come with it. */
  readonly attachments?: readonly string[] | undefined;
  readonly now: Instant;
}

/** A verb's way: lock, look, may?, decide, store. Returns the case as it is afterwards, or why not. */
export async function perform(tx: Tx, statutes: Statutes, order: Order, who: Actor | Doer): Promise<Case | Refusal> {
  const { district, id, verb, input, attachments, now } = order;
  if (!(await lockCase(tx, district, id))) return notFound;
  const before = await loadCase(tx, district, id);
  if (!before) return notFound;
  const doer = "relations" in who ? who : standingOf(who, before);
  if ("sees" in doer && !doer.sees) return notFound;
  const part = partOf(before, doer);
  const refusal = may(before, verb, { relations: doer.relations, part, today: dateIn(now) });
  if (refusal) return refusal;
  const statute = await statutes.held(tx, district);
  const looked = await lookUp(tx, { district, of: before, statute, input, now }, verbs[verb]);
  const context: Context = { now, today: dateIn(now), doer, statute, clocks: clocksUnder(statute), part, newId: randomUUIDv7, ...looked };
  const change = verbs[verb].decide(before, input as never, context);
  if (isRefusal(change)) return change;
  const attached =
    attachments && !("relations" in who) ? await attach(tx, who, { subjectType, subjectId: id }, attachments, now) : undefined;
  if (isRefusal(attached)) return attached;
  const whole = attached ? { ...change, data: { ...change.data, attachments: attached } } : change;
  await store(tx, district, before, verb, whole, doer, now);
  return applied(before, change);
}

/** A unit can have had a part handed back and been given another: the newest of its parts counts. */
export function partOf(of: Case, doer: Pick<Doer, "partIds">) {
  return of.parts.findLast((part) => doer.partIds.includes(part.id));
}

type LookedUp = Pick<Context, "organisation" | "mandate" | "nextNumber" | "sessions" | "other" | "paper">;

interface Looking {
  readonly district: string;
  readonly of: Case;
  readonly statute: Statute;
  readonly input: unknown;
  readonly now: Instant;
}

async function lookUp(tx: Tx, looking: Looking, { wants = [] }: Verb): Promise<LookedUp> {
  const { district, of, input, now } = looking;
  const organisations = wants.includes("organisations") ? await directory(tx, district) : new Map();
  const mandates = wants.includes("mandates") ? await mandatesIn(tx, district, (input as { mandateIds: string[] }).mandateIds) : new Map();
  return {
    organisation: (id) => organisations.get(id),
    mandate: (id) => mandates.get(id),
    nextNumber: wants.includes("number") ? await takeNumber(tx, district, of, now) : 0,
    sessions: wants.includes("sessions") ? await sessionsOf(tx, district, of.congressId) : [],
    other: wants.includes("other") ? await otherCase(tx, district, (input as { otherId: string }).otherId) : undefined,
    paper: wants.includes("paper") ? await paperToIssue(tx, { ...looking, kind: (input as { kind: IssuedKind }).kind }) : undefined,
  };
}

export async function mandatesIn(tx: Tx, district: string, ids: readonly string[]) {
  const found = await sql<{ id: string; congressId: string; status: MandateState; personId: string }>`
    select id, congress_id, status, person_id from mandate where district = ${district} and id = any(${ids}::uuid[])`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
}

async function sessionsOf(tx: Tx, district: string, congressId: string): Promise<readonly Session[]> {
  const found =
    await sql<Session>`select id, opened_on, closed_on from congress_session where district = ${district} and congress_id = ${congressId}`.execute(
      tx,
    );
  return found.rows;
}

async function otherCase(tx: Tx, district: string, id: string): Promise<Context["other"]> {
  const found = await sql<NonNullable<Context["other"]>>`
    select id, congress_id, status, merged_into_id from suggestion where district = ${district} and id = ${id} for share`.execute(tx);
  return found.rows[0];
}

/** Numbers run by session, and by year out of session. The row's lock keeps two from taking one. */
async function takeNumber(tx: Tx, district: string, { congressId, sessionId }: Case, now: Instant): Promise<number> {
  const series = sessionId ?? String(yearIn(dateIn(now)));
  const found = await sql<{ last: number }>`
    insert into suggestion_series (district, congress_id, series, last) values (${district}, ${congressId}, ${series}, 1)
    on conflict (district, congress_id, series) do update set last = suggestion_series.last + 1 returning last`.execute(tx);
  return found.rows[0]?.last ?? 0;
}
