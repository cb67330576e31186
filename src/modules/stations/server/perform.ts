import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { attach } from "../../../platform/files/attachments.ts";
import { forbidden, invalid, isRefusal, notFound, type Refusal } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { isStationSide, standingOf } from "../access.ts";
import { may, type ReceptionVerb } from "../lifecycle.ts";
import { begun, play, type Stage } from "../play.ts";
import { type Doer, house, type Reception, subjectType } from "../reception.ts";
import type { ReceptionKind } from "../terms.ts";
import { hoursFault, timed } from "../verbs.ts";
import { isCalled, limitsUnder } from "./limits.ts";
import { keepersOf, placedAt } from "./sides.ts";
import { codeHolds } from "./sign-in-code.ts";
import { loadReception, lockReception, store, storeNew } from "./store.ts";

interface Order {
  readonly district: string;
  readonly id: string;
  readonly verb: ReceptionVerb;
  readonly input: unknown;
  /** Files that come with it. */
  readonly attachments?: readonly string[] | undefined;
  readonly now: Instant;
}

interface Typed {
  readonly swapReceptionId?: string | null;
  readonly exchangeId?: string;
  readonly code?: string | null;
}

/** A verb's way: lock, look, may?, decide, store. Returns why not, or nothing. */
export async function perform(tx: Tx, statutes: Statutes, seal: Seal, order: Order, who: Actor | Doer): Promise<Refusal | undefined> {
  const { district, id, verb, attachments = [], now } = order;
  const typed = order.input as Typed;
  const swap = await swapNamed(tx, district, id, typed);
  const before = await lockReception(tx, district, id, ...(swap ? [swap] : []));
  if (!before) return notFound;
  const doer = "relations" in who ? who : await standing(tx, who, before, now);
  const refusal = may({ ...before, now }, verb, doer.relations);
  if (refusal) return refusal;
  const wantsPeople = verb === "staff" || verb === "ask_exchange";
  const stage: Stage = {
    district,
    newId: randomUUIDv7,
    limits: limitsUnder(await statutes.held(tx, district)),
    candidates: wantsPeople ? await freeAt(tx, district, before.stationId, before.day) : [],
    other: swap ? await loadReception(tx, district, swap) : undefined,
    codeHolds: codeHolds(seal, id, typed.code, now),
  };
  const attached = "relations" in who ? [] : await attach(tx, who, { subjectType, subjectId: id }, attachments, now);
  if (isRefusal(attached)) return attached;
  const played = play({ ...stage, attached }, before, verb, order.input, doer, now);
  if (isRefusal(played)) return played;
  await store(tx, district, before, played);
  if (verb !== "answer_exchange" || played.fact.data["agrees"] !== true || !swap) return undefined;
  // The other half of a swap: whoever agreed is relieved by whoever asked.
  const input = { leaves: played.fact.data["asked"], comes: played.fact.data["asker"] };
  return perform(tx, statutes, seal, { district, id: swap, verb: "swap", input, now }, house);
}

/** The reception that is given in return, by what was typed or by the exchange that is answered. */
async function swapNamed(db: Db, district: string, id: string, typed: Typed): Promise<string | null> {
  if (typed.swapReceptionId) return typed.swapReceptionId;
  if (!typed.exchangeId) return null;
  const found = await sql<{ swapReceptionId: string | null }>`
    select swap_reception_id from reception_exchange where district = ${district} and reception_id = ${id} and id = ${typed.exchangeId}`.execute(
    db,
  );
  return found.rows[0]?.swapReceptionId ?? null;
}

/** What the actor is to a reception today. */
export async function standing(db: Db, actor: Actor, of: Reception, now: Instant): Promise<Doer> {
  const kept = await keepersOf(db, actor.district, of.stationId, dateIn(now));
  if (!kept) throw new Error(`reception ${of.id} has no station`);
  return standingOf(actor, of, kept, await placedAt(db, actor.district, of.stationId, of.day));
}

/** Deputies placed at a station who are not absent on a day. */
export async function freeAt(db: Db, district: string, stationId: string, day: DateISO): Promise<string[]> {
  const placed = await placedAt(db, district, stationId, day);
  const found = await sql<{ mandateId: string }>`
    select mandate_id from deputy_absence where district = ${district} and mandate_id = any(${placed}::uuid[])
      and from_on <= ${day} and to_on >= ${day}`.execute(db);
  const away = new Set(found.rows.map(({ mandateId }) => mandateId));
  return placed.filter((mandate) => !away.has(mandate));
}

export interface Appointed {
  readonly stationId: string;
  readonly kind: Exclude<ReceptionKind, "roster">;
  readonly day: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly areaId: string | null;
  readonly grid: string | null;
  readonly place: string | null;
  readonly theme: string | null;
  readonly liaisonId: string | null;
  readonly mandateIds: readonly string[];
}

/** Plans a reception beside the roster: by a liaison officer, by area or grid, on the road. Returns its identifier. */
export async function appoint(tx: Tx, actor: Actor, typed: Appointed, statutes: Statutes, now: Instant): Promise<string | Refusal> {
  const { stationId, mandateIds: mandates, day, fromTime, toTime, ...paper } = typed;
  const today = dateIn(now);
  const kept = await keepersOf(tx, actor.district, stationId, today);
  if (!kept) return invalid({ field: "stationId", code: "field.no_such_thing" });
  if (!isStationSide(actor, kept)) return forbidden;
  const fault = hoursFault({ day, fromTime, toTime }, today) ?? kindFault(typed, kept.staff);
  if (fault) return fault;
  const free = await freeAt(tx, actor.district, stationId, day as DateISO);
  const strange = mandates.findIndex((mandate) => !free.includes(mandate));
  if (strange >= 0) return invalid({ field: `mandateIds.${strange}`, code: "reception.not_free" });
  const limits = limitsUnder(await statutes.held(tx, actor.district));
  const times = timed({ day, fromTime, toTime }, { limits });
  const by: Doer = { account: actor.account, person: actor.person, actingFor: stationId, relations: ["station"], mandates: [] };
  const id = randomUUIDv7();
  const fresh = begun(
    { district: actor.district, newId: randomUUIDv7, called: isCalled(times.announceBy, today) },
    { ...paper, ...times, id, stationId, rosterId: null, plannedFor: null, mandates },
    by,
    now,
  );
  await storeNew(tx, actor.district, [fresh]);
  return id;
}

/** What a kind needs: an area its area, a grid its grid, the road its place, a liaison officer his name. */
function kindFault({ kind, areaId, grid, place, liaisonId, mandateIds }: Appointed, staff: readonly string[]): Refusal | undefined {
  const required = { liaison: liaisonId, area: areaId, grid: areaId && grid, mobile: place }[kind];
  const field = { liaison: "liaisonId", area: "areaId", grid: areaId ? "grid" : "areaId", mobile: "place" }[kind];
  if (!required) return invalid({ field, code: "field.required" });
  if (liaisonId && !staff.includes(liaisonId)) return invalid({ field: "liaisonId", code: "reception.not_posted_here" });
  return liaisonId || mandateIds.length > 0 ? undefined : invalid({ field: "mandateIds", code: "field.required" });
}
