import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant, instant } from "../../../platform/clock/instant.ts";
import type { Database, Db, Tx } from "../../../platform/db/database.ts";
import { refusalOf } from "../../../platform/db/faults.ts";
import { forbidden, invalid, isRefusal, type Reason, type Refusal } from "../../../platform/refusal.ts";
import { type Actor, organisationsAs, worksIn } from "../../identity/index.ts";
import type { Entry } from "../contract.ts";
import type { Doer } from "../voice.ts";
import { atStations } from "./at-stations.ts";
import { labelOf } from "./label.ts";
import { type Place, placeOf } from "./places.ts";
import { writtenBefore } from "./receipts.ts";
import { type Parts, type Written, write } from "./writing.ts";

type Entered = z.output<typeof Entry>;

/** Writes down what someone said to the actor, who hands the receipt over. What was written for this form before stays as it was. */
export async function enter(tx: Tx, parts: Parts, actor: Actor, entered: Entered, now: Instant): Promise<Written | Refusal> {
  // Asked first: a station that closed since must not make of what came in something that was refused.
  const earlier = await writtenBefore(tx, parts.seal, actor.district, entered.submission);
  if (earlier) return { id: earlier.id, label: labelOf(earlier), receipt: earlier.receipt };
  const { spokenAt, minutesAgo, ...said } = entered;
  const place = await placeOf(tx, actor.district, said, dateIn(now));
  if (isRefusal(place)) return place;
  const doer = await writer(tx, actor, place, said.mandateId, now);
  if (!doer) return atOwnStation(tx, parts, actor, entered, now);
  const by = { district: actor.district, doer, bringer: actor, now };
  // What a deputy writes down was said to him, unless he says to whom.
  const mandateId = said.mandateId ?? (doer.relations.includes("addressed") ? doer.actingFor : null);
  const when = spokenAt === null ? before(now, minutesAgo ?? 0) : instant(spokenAt);
  return write(tx, parts, { said: { ...said, mandateId, spokenAt: when }, place, by });
}

/**
 * Whoever may write for his station alone need not name it: on a phone without a line the form does not know it. Who works at several
 * says at which; everyone else may not.
 */
async function atOwnStation(tx: Tx, parts: Parts, actor: Actor, entered: Entered, now: Instant): Promise<Written | Refusal> {
  const [own, another] = (await atStations(tx, actor, dateIn(now))).staffed;
  if (own === undefined || entered.stationId !== null || entered.receptionId !== null) return forbidden;
  return another === undefined
    ? enter(tx, parts, actor, { ...entered, stationId: own }, now)
    : invalid({ field: "stationId", code: "field.required" });
}

const before = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) - minutes * 60_000).toISOString() as Instant;

/**
 * As whom the actor writes down what he was told: staff of the station or a deputy placed there, the deputy to whom it was said
 * or who met someone on his way, whoever receives in this place, or the district's office. Undefined for everyone else.
 */
async function writer(db: Db, actor: Actor, place: Place, mandateId: string | null, now: Instant): Promise<Doer | undefined> {
  const { staffed, placed } = await atStations(db, actor, dateIn(now));
  const offices = organisationsAs(actor, "officer", "leader");
  const inForce = actor.mandates.filter(({ status }) => status === "in_force").map(({ id }) => id);
  const heard = mandateId === null && place.stationId === null ? inForce[0] : inForce.find((id) => id === mandateId);
  const own = heard ?? placed.find((one) => one.stationId === place.stationId)?.mandateId;
  const by = { account: actor.account, person: actor.person };
  if (offices.includes(place.receiverId)) return { ...by, actingFor: place.receiverId, relations: ["receiver"] };
  if (place.stationId !== null && staffed.includes(place.stationId))
    return { ...by, actingFor: (await keeperOf(db, actor.district, place.stationId)) ?? null, relations: ["station"] };
  if (own !== undefined && inForce.includes(own)) return { ...by, actingFor: own, relations: ["addressed"] };
  if (worksIn(actor, "deputy_office")) return { ...by, actingFor: offices[0] ?? null, relations: ["office"] };
  return undefined;
}

async function keeperOf(db: Db, district: string, stationId: string): Promise<string | undefined> {
  const found = await sql<{
    id: string;
  }>`select organisation_id as id from station where district = ${district} and id = ${stationId}`.execute(db);
  return found.rows[0]?.id;
}

interface Result {
  submission: string;
  written: Written | null;
  refusal: { reasons: Told[]; fields: (Told & { field: string })[] } | null;
}

interface Told {
  code: string;
  params?: Record<string, string | number>;
}

/** Entries that were kept while there was no line. Each is written on its own: one that is refused holds no other back. */
export async function enterAll(
  database: Database,
  parts: Parts,
  actor: Actor,
  entries: readonly Entered[],
  now: Instant,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const entry of entries) {
    const { submission } = entry;
    const written = await attempt(() => database.write((tx) => enter(tx, parts, actor, entry, now)));
    results.push(isRefusal(written) ? { submission, written: null, refusal: told(written) } : { submission, written, refusal: null });
  }
  return results;
}

async function attempt(work: () => Promise<Written | Refusal>): Promise<Written | Refusal> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}

const sentence = ({ code, params }: Reason): Told => ({ code, ...(params ? { params: { ...params } } : {}) });

const told = ({ reasons, fields = [] }: Refusal): Result["refusal"] => ({
  reasons: reasons.map(sentence),
  fields: fields.map(({ field, ...reason }) => ({ field, ...sentence(reason) })),
});
