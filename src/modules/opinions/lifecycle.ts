import { type Offers, offersOf, refusalBy, type Transition } from "../../platform/lifecycle/table.ts";
import type { Refusal } from "../../platform/refusal.ts";
import type { Opinion } from "./opinion.ts";
import type { OpinionRelation, OpinionState } from "./terms.ts";

export type Row = Transition<OpinionState, OpinionRelation, Opinion>;

const receivers = ["receiver", "office"] as const;

/** The life cycle of an opinion: short, so that a small matter is done before a form would be filled in. */
export const table = {
  resubmit: {
    path: "resubmissions",
    from: ["returned"],
    to: ["submitted"],
    by: ["deputy"],
    attaches: true,
    tells: "opinion.resubmitted",
    source: "R2.20",
    awaited: true,
  },
  withdraw: {
    path: "withdrawals",
    from: ["submitted", "returned"],
    to: ["withdrawn"],
    by: ["deputy"],
    tells: "opinion.withdrawn",
    source: "R2.15",
  },
  return: { path: "returns", from: ["submitted"], to: ["returned"], by: receivers, tells: "opinion.returned", source: "R2.14" },
  decline: { path: "declinations", from: ["submitted"], to: ["declined"], by: receivers, tells: "opinion.declined", source: "R2.14" },
  assign: {
    path: "assignments",
    from: ["submitted", "reassigning"],
    to: ["handling"],
    by: receivers,
    tells: "opinion.assigned",
    source: "SEED S10",
    awaited: true,
    within: ["opinion.assign"],
  },
  hand_back: {
    path: "handbacks",
    from: ["handling"],
    to: ["reassigning"],
    by: ["unit"],
    attaches: true,
    tells: "opinion.handed_back",
    source: "R2.25",
  },
  report_progress: {
    path: "progress-reports",
    from: ["handling"],
    by: ["unit"],
    attaches: true,
    tells: "opinion.progressed",
    source: "SEED S11",
  },
  supervise: {
    path: "supervisions",
    from: ["handling", "answered"],
    by: receivers,
    attaches: true,
    tells: "opinion.supervised",
    source: "SEED S11",
  },
  urge: { path: "urgings", from: ["handling"], by: receivers, tells: "opinion.urged", source: "SEED S11" },
  answer: {
    path: "answers",
    from: ["handling"],
    to: ["answered"],
    by: ["unit"],
    attaches: true,
    tells: "opinion.answered",
    source: "SEED S10",
    awaited: true,
    within: ["opinion.handle"],
  },
  appraise: {
    path: "appraisals",
    from: ["answered"],
    to: ["closed", "handling"],
    by: ["deputy"],
    tells: "opinion.appraised",
    source: "R2.32",
    awaited: true,
    within: ["opinion.appraise"],
  },
  lapse_appraisal: {
    path: "appraisal-lapses",
    from: ["answered"],
    to: ["closed"],
    by: ["house"],
    tells: "opinion.appraisal_lapsed",
    source: "R2.34",
  },
  upgrade: {
    path: "upgrades",
    from: ["submitted", "handling", "reassigning", "answered"],
    to: ["upgraded"],
    by: ["deputy"],
    tells: "opinion.upgraded",
    source: "R2.20",
  },
  conclude_upgrade: {
    path: "upgrade-conclusions",
    from: ["upgraded"],
    to: ["closed"],
    by: ["house"],
    tells: "opinion.upgrade_concluded",
    source: "R2.20",
  },
} as const satisfies Record<string, Row>;

export type OpinionVerb = keyof typeof table;
export const opinionVerbs = Object.keys(table) as OpinionVerb[];
/** Every kind of fact that an opinion leaves in the ledger. */
export const opinionFacts: readonly string[] = ["opinion.submitted", ...Object.values(table).map((row) => row.tells)];
export const transitionOf = (verb: OpinionVerb): Row => table[verb];

/** Nothing when `verb` may happen now; else why not. */
export const may = (of: Opinion, verb: OpinionVerb, relations: readonly OpinionRelation[]): Refusal | undefined =>
  refusalBy(transitionOf(verb), of, relations, { subject: "opinion", verb });

export const offers = (of: Opinion, relations: readonly OpinionRelation[]): Offers<OpinionVerb> =>
  offersOf(opinionVerbs, (verb) => may(of, verb, relations));
