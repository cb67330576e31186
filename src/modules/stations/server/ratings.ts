import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { attach } from "../../../platform/files/attachments.ts";
import type { Attached } from "../../../platform/files/contract.ts";
import { advance, beginLives, type Kept } from "../../../platform/ledger/steps.ts";
import { evidenceOf } from "../../../platform/lifecycle/evidence.ts";
import { forbidden, invalid, isRefusal, notFound, type Refusal } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { isOffice, isStationSide } from "../access.ts";
import { type Rating, ratingType } from "../rating.ts";
import { claimSheet, claimsOf, ratingDecisions, sheetFault } from "../rating-decisions.ts";
import { mayRating, type RatingVerb, ratingRow } from "../rating-lifecycle.ts";
import { ratingItems } from "../rule-definitions.ts";
import type { RatingRelation, RatingState } from "../terms.ts";
import { keepersOf } from "./sides.ts";

export const keptRating: Kept = { table: "stationRating", steps: "stationRatingStep", subjectType: ratingType };

/** A whole rating; undefined when there is none. */
export async function loadRating(db: Db, district: string, id: string): Promise<Rating | undefined> {
  const found = await sql<Omit<Rating, "score"> & { district: string; score: string | null }>`
    select * from station_rating where district = ${district} and id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { district: _, score, ...rest } = row;
  return { ...rest, score: score === null ? null : Number(score) };
}

/** What the actor is to a rating: of the station, of the district's office, or both. */
export async function raterOf(db: Db, actor: Actor, stationId: string, now: Instant): Promise<RatingRelation[]> {
  const kept = await keepersOf(db, actor.district, stationId, dateIn(now));
  if (!kept || !isStationSide(actor, kept)) return [];
  // The office assesses; it also is everywhere on the station's side.
  return isOffice(actor) ? ["station", "office"] : ["station"];
}

interface Claimed extends z.output<typeof claimSheet> {
  readonly stationId: string;
  readonly year: number;
}

/** A station's own claim begins its rating of a year, under the sheet in force. Returns its identifier. */
export async function claim(tx: Tx, actor: Actor, statutes: Statutes, typed: Claimed, now: Instant): Promise<string | Refusal> {
  const { stationId, year, claimed } = typed;
  const today = dateIn(now);
  if (!(await keepersOf(tx, actor.district, stationId, today))) return invalid({ field: "stationId", code: "field.no_such_thing" });
  if ((await raterOf(tx, actor, stationId, now)).length === 0) return forbidden;
  if (year > yearIn(today)) return invalid({ field: "year", code: "rating.year_to_come" });
  const rule = (await statutes.of(tx, actor.district)).rule(ratingItems, today);
  const fault = sheetFault(rule.value, claimed, "claimed");
  if (fault) return fault;
  const id = randomUUIDv7();
  const attached = await evidence(tx, actor, id, claimed, now);
  if (isRefusal(attached)) return attached;
  const row = {
    ...{ id, stationId, year, ruleVersion: rule.version, items: JSON.stringify(rule.value) },
    ...{ claimed: JSON.stringify(claimsOf(claimed, attached)), status: "claimed", version: 1 },
  };
  const told = evidenceOf<RatingState, RatingVerb>(
    { id, status: "claimed", version: 0 },
    { account: actor.account, person: actor.person, actingFor: stationId },
    {
      ...{
        id: randomUUIDv7(),
        district: actor.district,
        now,
        subjectType: ratingType,
        verb: "begin",
        tells: "rating.claimed",
        to: "claimed",
      },
      told: { data: { stationId, year } },
    },
  );
  await beginLives(tx, keptRating, actor.district, [{ row, ...told }]);
  return id;
}

/** A verb's way: lock, look, may?, decide, store. Returns why not, or nothing. */
export async function performRating(
  tx: Tx,
  actor: Actor,
  { id, verb, input, now }: { id: string; verb: RatingVerb; input: unknown; now: Instant },
): Promise<Refusal | undefined> {
  await sql`select 1 from station_rating where district = ${actor.district} and id = ${id} for update`.execute(tx);
  const of = await loadRating(tx, actor.district, id);
  if (!of) return notFound;
  const relations = await raterOf(tx, actor, of.stationId, now);
  if (relations.length === 0 && of.status !== "published") return notFound;
  const refusal = mayRating(of, verb, relations);
  if (refusal) return refusal;
  const claimed = verb === "revise" ? claimSheet.parse(input).claimed : [];
  const attached = await evidence(tx, actor, id, claimed, now);
  if (isRefusal(attached)) return attached;
  const change = ratingDecisions[verb].decide(of, input as never, { now, attached });
  if (isRefusal(change)) return change;
  const to = change.to ?? of.status;
  const by = { account: actor.account, person: actor.person, actingFor: of.stationId };
  const told = evidenceOf<RatingState, RatingVerb>(of, by, {
    ...{ id: randomUUIDv7(), district: actor.district, now, subjectType: ratingType, verb, tells: ratingRow(verb).tells, to },
    told: { data: { stationId: of.stationId, year: of.year, ...change.data } },
  });
  const { claimed: claims, assessed, ...set } = change.set;
  const lists = {
    ...(claims ? { claimed: JSON.stringify(claims) } : {}),
    ...(assessed ? { assessed: JSON.stringify(assessed) } : {}),
  };
  await advance(tx, keptRating, actor.district, { ...told, set: { ...set, ...lists } });
  return undefined;
}

/** The files that a claim names become the rating's own. */
async function evidence(
  tx: Tx,
  actor: Actor,
  id: string,
  claimed: readonly { readonly attachments: readonly string[] }[],
  now: Instant,
): Promise<ReadonlyMap<string, Attached> | Refusal> {
  const wanted = claimed.flatMap(({ attachments }) => attachments);
  const attached = await attach(tx, actor, { subjectType: ratingType, subjectId: id }, wanted, now);
  return isRefusal(attached) ? attached : new Map(attached.map((one) => [one.id, one]));
}
