import type { Instant } from "../../platform/clock/instant.ts";
import type { Fact } from "../../platform/ledger/fact.ts";
import type { Awaited } from "../../platform/lifecycle/awaited.ts";
import { evidenceOf, type Hand, type Step } from "../../platform/lifecycle/evidence.ts";
import { isRefusal, type Refusal } from "../../platform/refusal.ts";
import { type Plan, type Planner, planType } from "./plan.ts";
import { mayPlan, type PlanVerb, planRow } from "./plan-lifecycle.ts";
import { type PlanChange, type PlanContext, planDecisions } from "./plan-verbs.ts";
import type { PlanState } from "./terms.ts";

export interface PlanStage extends Omit<PlanContext, "now" | "actingFor" | "person"> {
  readonly district: string;
  /** The district's liaison office, which publishes. */
  readonly officeId: string;
}

export interface PlanPlayed {
  readonly after: Plan;
  readonly change: PlanChange;
  readonly step: Step<PlanState, PlanVerb>;
  readonly fact: Fact;
  readonly awaited: readonly Awaited[];
}

/** One verb of a plan: may it happen, what does it do, which evidence does it leave. Pure. */
export function playPlan(
  { district, officeId, ...stage }: PlanStage,
  of: Plan,
  verb: PlanVerb,
  typed: unknown,
  doer: Planner,
  now: Instant,
): PlanPlayed | Refusal {
  const refusal = mayPlan({ ...of, person: doer.person }, verb, doer.relations);
  if (refusal) return refusal;
  const actingFor = planRow(verb).by.flatMap((relation) => doer.actsFor[relation] ?? [])[0] ?? of.drafterId;
  const change = planDecisions[verb].decide(of, typed as never, { ...stage, now, actingFor, person: doer.person });
  if (isRefusal(change)) return change;
  const { to = of.status, note = null } = change;
  const after: Plan = {
    ...{ ...of, ...change.set, status: to, version: of.version + 1, items: change.items ?? of.items },
    published: change.published === undefined ? of.published : change.published,
  };
  const told = { note, data: dataOf(after) };
  const occasion = { id: stage.newId(), district, now, subjectType: planType, verb, tells: planRow(verb).tells, to, told };
  const hand: Hand = { account: doer.account, person: doer.person, actingFor };
  return { after, change, ...evidenceOf(of, hand, occasion), awaited: awaitedInPlan(after, officeId) };
}

/** What a fact tells of a plan: numbers, and never the words of its items. */
const dataOf = ({ groupId, year, edition, items }: Plan) => ({ groupId, year, edition, items: items.length });

export type PlanBeginning = Pick<Plan, "id" | "groupId" | "year" | "reviewerId" | "drafterId" | "aim" | "items">;

/** A plan at its beginning. */
export function begunPlan(
  { district, newId }: Pick<PlanStage, "district" | "newId">,
  paper: PlanBeginning,
  by: Hand,
  now: Instant,
): Pick<PlanPlayed, "after" | "step" | "fact"> {
  const after: Plan = {
    ...{ ...paper, status: "draft", submittedBy: null, edition: 0, publicEdition: null, publishedAt: null, published: null, version: 1 },
  };
  const occasion = {
    ...{ id: newId(), district, now, subjectType: planType, verb: "begin" as const, tells: "activity_plan.begun", to: after.status },
    told: { data: dataOf(after) },
  };
  return { after, ...evidenceOf<PlanState, PlanVerb>({ ...after, version: 0 }, by, occasion) };
}

/** What a plan waits for and from whom: whoever wrote last, the organ that reviews it, the office that publishes it. */
export function awaitedInPlan(of: Pick<Plan, "status" | "drafterId" | "reviewerId">, officeId: string): Awaited[] {
  const entry = (verb: PlanVerb, holder: string): Awaited => ({
    ...{ verb, holder, leadersOnly: false, partId: null, clockId: null, dueOn: null },
  });
  switch (of.status) {
    case "draft":
      return [entry("submit", of.drafterId)];
    case "submitted":
      return [entry("approve", of.reviewerId)];
    case "approved":
      return [entry("publish", officeId)];
    case "published":
    case "discarded":
      return [];
  }
}
