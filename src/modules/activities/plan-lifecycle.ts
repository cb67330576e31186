import { type Offers, offersOf, refusalBy, type Transition } from "../../platform/lifecycle/table.ts";
import type { Reason, Refusal } from "../../platform/refusal.ts";
import type { InHands, Plan } from "./plan.ts";
import type { PlanRelation, PlanState } from "./terms.ts";

export type PlanRow = Transition<PlanState, PlanRelation, InHands<Plan>>;

const source = "F3.1";
const published = "DL-43";

const hasItems = ({ items }: Plan): Reason | undefined => (items.length > 0 ? undefined : { code: "activity_plan.need.has_items", source });
/** Whoever submits a plan does not approve it. */
const submittedByAnother = ({ submittedBy, person }: InHands<Plan>): Reason | undefined =>
  submittedBy === null || submittedBy !== person ? undefined : { code: "activity_plan.need.submitted_by_another", source };
const neverPublic = ({ edition }: Plan): Reason | undefined =>
  edition === 0 ? undefined : { code: "activity_plan.need.never_public", source: published };
const isPublic = ({ publicEdition }: Plan): Reason | undefined =>
  publicEdition === null ? { code: "activity_plan.need.is_public", source: published } : undefined;

/** The life cycle of the yearly plan of a deputies' group (代表小组年度活动计划). */
export const planTable = {
  revise: { path: "revisions", from: ["draft"], by: ["group", "reviewer"], tells: "activity_plan.revised", source },
  submit: {
    path: "submissions",
    from: ["draft"],
    to: ["submitted"],
    by: ["group", "reviewer"],
    needs: [hasItems],
    tells: "activity_plan.submitted",
    source,
    awaited: true,
  },
  take_back: { path: "takings-back", from: ["submitted"], to: ["draft"], by: ["group"], tells: "activity_plan.taken_back", source },
  approve: {
    path: "approvals",
    from: ["submitted"],
    to: ["approved"],
    by: ["reviewer"],
    needs: [submittedByAnother],
    tells: "activity_plan.approved",
    source,
    awaited: true,
  },
  return: { path: "returns", from: ["submitted"], to: ["draft"], by: ["reviewer"], tells: "activity_plan.returned", source },
  publish: {
    path: "publications",
    from: ["approved"],
    to: ["published"],
    by: ["office"],
    tells: "activity_plan.published",
    source: published,
    awaited: true,
  },
  send_back: { path: "sendings-back", from: ["approved"], to: ["draft"], by: ["office"], tells: "activity_plan.sent_back", source },
  amend: { path: "amendments", from: ["published"], to: ["draft"], by: ["group", "reviewer"], tells: "activity_plan.amended", source },
  drop_amendment: {
    path: "amendment-drops",
    from: ["draft"],
    to: ["published"],
    by: ["group", "reviewer"],
    needs: [isPublic],
    tells: "activity_plan.amendment_dropped",
    source,
  },
  discard: {
    path: "discards",
    from: ["draft"],
    to: ["discarded"],
    by: ["group", "reviewer"],
    needs: [neverPublic],
    tells: "activity_plan.discarded",
    source,
  },
  withdraw: {
    path: "withdrawals",
    from: ["draft", "submitted", "approved", "published"],
    to: ["draft"],
    by: ["office"],
    needs: [isPublic],
    tells: "activity_plan.withdrawn",
    source: published,
  },
} as const satisfies Record<string, PlanRow>;

export type PlanVerb = keyof typeof planTable;
export const planVerbs = Object.keys(planTable) as PlanVerb[];
export const planFacts: readonly string[] = ["activity_plan.begun", ...Object.values(planTable).map((row) => row.tells)];
export const planRow = (verb: PlanVerb): PlanRow => planTable[verb];

/** Nothing when `verb` may happen now; else why not. */
export const mayPlan = (of: InHands<Plan>, verb: PlanVerb, relations: readonly PlanRelation[]): Refusal | undefined =>
  refusalBy(planRow(verb), of, relations, { subject: "activity_plan", verb });

export const planOffers = (of: InHands<Plan>, relations: readonly PlanRelation[]): Offers<PlanVerb> =>
  offersOf(planVerbs, (verb) => mayPlan(of, verb, relations));
