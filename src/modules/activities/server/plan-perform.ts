import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { forbidden, invalid, isRefusal, notFound, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { officesOf, plannerOf } from "../access.ts";
import type { Plan, PlanItem } from "../plan.ts";
import { mayPlan, type PlanVerb } from "../plan-lifecycle.ts";
import { begunPlan, playPlan } from "../plan-play.ts";
import { activityKinds } from "../rule-definitions.ts";
import { groupToPlan, liaisonOffice, membersAmong } from "./plan-groups.ts";
import { loadPlan, lockPlan, storeNewPlan, storePlan } from "./plan-store.ts";

/** What the actor is to a plan today. */
export const planner = async (db: Db, actor: Actor, of: Plan) => plannerOf(actor, of, await membersAmong(db, actor, of.groupId));

const noOffice = refuse("conflict", { code: "activity_plan.no_office", source: "F3.1" });

interface Order {
  readonly id: string;
  readonly verb: PlanVerb;
  readonly input: unknown;
  readonly now: Instant;
}

/** A verb's way: lock, look, may?, decide, store. Returns why not, or nothing. */
export async function performPlan(tx: Tx, statutes: Statutes, actor: Actor, order: Order): Promise<Refusal | undefined> {
  const { id, verb, input, now } = order;
  const { district } = actor;
  const before = await lockPlan(tx, district, id);
  if (!before) return notFound;
  const doer = await planner(tx, actor, before);
  if (doer.relations.length === 0 && before.publicEdition === null) return notFound;
  const refusal = mayPlan({ ...before, person: doer.person }, verb, doer.relations);
  if (refusal) return refusal;
  const [group, officeId] = [await groupToPlan(tx, district, before.groupId), await liaisonOffice(tx, district)];
  if (!officeId) return noOffice;
  const kinds = (await statutes.of(tx, district)).rule(activityKinds, dateIn(now)).value;
  const campaigns = await campaignIds(tx, district);
  const played = playPlan(
    {
      ...{ district, officeId, newId: randomUUIDv7, reviewerId: group?.reviewerId ?? before.reviewerId },
      isKind: (code) => kinds.some((kind) => kind.code === code),
      isCampaign: (campaign) => campaigns.has(campaign),
    },
    before,
    verb,
    input,
    doer,
    now,
  );
  if (isRefusal(played)) return played;
  await storePlan(tx, district, played);
  return undefined;
}

async function campaignIds(db: Db, district: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`select id from campaign where district = ${district}`.execute(db);
  return new Set(found.rows.map(({ id }) => id));
}

interface Wanted {
  readonly groupId: string;
  readonly year: number;
  readonly copy: boolean;
}

/** Begins the plan of a group for a year, empty or as a copy of the year before. Returns its identifier. */
export async function beginPlan(tx: Tx, actor: Actor, { groupId, year, copy }: Wanted, now: Instant): Promise<string | Refusal> {
  const { district } = actor;
  const [group, officeId] = [await groupToPlan(tx, district, groupId), await liaisonOffice(tx, district)];
  if (!group) return invalid({ field: "groupId", code: "field.no_such_thing" });
  if (!officeId) return noOffice;
  const drafterId = (await membersAmong(tx, actor, groupId))[0] ?? officesOf(actor).find((id) => id === group.reviewerId);
  if (drafterId === undefined) return forbidden;
  const thisYear = yearIn(dateIn(now));
  if (year !== thisYear && year !== thisYear + 1)
    return invalid({ field: "year", code: "activity_plan.year_far", params: { first: thisYear, last: thisYear + 1 }, source: "F3.1" });
  const same = await planOf(tx, district, groupId, year);
  if (same) return refuse("conflict", { code: "activity_plan.there_already", params: { group: group.name, year } });
  const model = copy ? await planOf(tx, district, groupId, year - 1) : undefined;
  if (copy && !model) return invalid({ field: "copy", code: "activity_plan.nothing_to_copy", params: { year: year - 1 } });
  const { aim, items } = model?.published ?? model ?? { aim: null, items: [] };
  const paper = {
    ...{ id: randomUUIDv7(), groupId, year, reviewerId: group.reviewerId, drafterId, aim },
    items: items.map((one): PlanItem => ({ ...one, id: randomUUIDv7() })),
  };
  const by = { account: actor.account, person: actor.person, actingFor: drafterId };
  await storeNewPlan(tx, district, begunPlan({ district, newId: randomUUIDv7 }, paper, by, now), officeId);
  return paper.id;
}

async function planOf(db: Db, district: string, groupId: string, year: number): Promise<Plan | undefined> {
  const found = await sql<{ id: string }>`
    select id from activity_plan where district = ${district} and group_id = ${groupId} and year = ${year} and status <> 'discarded'`.execute(
    db,
  );
  return found.rows[0] && (await loadPlan(db, district, found.rows[0].id));
}
