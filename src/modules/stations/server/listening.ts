import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { attach } from "../../../platform/files/attachments.ts";
import { forbidden, invalid, isRefusal, notFound, type Refusal } from "../../../platform/refusal.ts";
import { clocksUnder, type Statutes } from "../../calendar/index.ts";
import { type Actor, directory } from "../../identity/index.ts";
import { isStationSide, listenerOf } from "../access.ts";
import { type Listening, listeningType } from "../listening.ts";
import { type ListeningVerb, mayListening } from "../listening-lifecycle.ts";
import { begunListening, playListening } from "../listening-play.ts";
import { hoursFault, timed } from "../verbs.ts";
import { lockListening, storeListening, storeNewListening } from "./listening-store.ts";
import { keepersOf, placedAt } from "./sides.ts";

interface Order {
  readonly id: string;
  readonly verb: ListeningVerb;
  readonly input: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly string[] | undefined;
  readonly now: Instant;
}

/** What the actor is to a listening session today. */
export async function listener(db: Db, actor: Actor, of: Listening, now: Instant) {
  const kept = await keepersOf(db, actor.district, of.stationId, dateIn(now));
  if (!kept) throw new Error(`listening session ${of.id} has no station`);
  return listenerOf(actor, of, kept, await placedAt(db, actor.district, of.stationId, dateIn(now)));
}

/** A verb's way: lock, look, may?, decide, store. Returns why not, or nothing. */
export async function performListening(tx: Tx, statutes: Statutes, actor: Actor, order: Order): Promise<Refusal | undefined> {
  const { id, verb, input, attachments = [], now } = order;
  const { district } = actor;
  const before = await lockListening(tx, district, id);
  if (!before) return notFound;
  const doer = await listener(tx, actor, before, now);
  if (doer.relations.length === 0) return notFound;
  const refusal = mayListening({ ...before, now }, verb, doer.relations);
  if (refusal) return refusal;
  const organisations = await directory(tx, district);
  const mandates = await mandatesAmong(tx, district, input);
  const stage = {
    ...{ district, newId: randomUUIDv7, clocks: clocksUnder(await statutes.held(tx, district)) },
    isThere: (organisation: string) => organisations.get(organisation)?.dissolved === false,
    isMandate: (mandate: string) => mandates.has(mandate),
  };
  const attached = await attach(tx, actor, { subjectType: listeningType, subjectId: id }, attachments, now);
  if (isRefusal(attached)) return attached;
  const played = playListening({ ...stage, attached }, before, verb, input, doer, now);
  if (isRefusal(played)) return played;
  await storeListening(tx, district, played);
  return undefined;
}

/** Those identifiers of the input that are mandates. */
async function mandatesAmong(db: Db, district: string, input: Readonly<Record<string, unknown>>): Promise<ReadonlySet<string>> {
  const named = JSON.stringify(input).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
  const found = await sql<{ id: string }>`select id from mandate where district = ${district} and id = any(${named}::uuid[])`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}

interface Planned {
  readonly stationId: string;
  readonly organId: string;
  readonly topic: string;
  readonly about: string | null;
  readonly day: string;
  readonly fromTime: string;
  readonly toTime: string;
}

/** Plans a listening session. Returns its identifier. */
export async function planListening(tx: Tx, actor: Actor, typed: Planned, now: Instant): Promise<string | Refusal> {
  const { day, fromTime, toTime, ...paper } = typed;
  const today = dateIn(now);
  const kept = await keepersOf(tx, actor.district, paper.stationId, today);
  if (!kept) return invalid({ field: "stationId", code: "field.no_such_thing" });
  if (!isStationSide(actor, kept)) return forbidden;
  const fault = hoursFault({ day, fromTime, toTime }, today);
  if (fault) return fault;
  if ((await directory(tx, actor.district)).get(paper.organId)?.dissolved !== false)
    return invalid({ field: "organId", code: "field.no_such_thing" });
  const { day: on, startsAt, endsAt } = timed({ day, fromTime, toTime }, { limits: (date) => ({ announceBy: date, recordBy: date }) });
  const id = randomUUIDv7();
  const by = { account: actor.account, person: actor.person, actingFor: paper.stationId };
  await storeNewListening(
    tx,
    actor.district,
    begunListening({ district: actor.district, newId: randomUUIDv7 }, { ...paper, id, day: on, startsAt, endsAt }, by, now),
  );
  return id;
}
