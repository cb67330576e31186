/** The words of the statutory track (domain.md §2, §13). */

export const caseStates = [
  "draft",
  "submitted",
  "returned",
  "letter",
  "merged",
  "accepted",
  "forwarding",
  "handling",
  "replied",
  "appraised",
  "reworking",
  "escalated",
  "closed",
  "struck_off",
  "archived",
  "withdrawn",
  "suspended",
] as const;
export type CaseState = (typeof caseStates)[number];

/** Not yet known to the other deputies of the congress, or never to be. */
export const unpublished: readonly CaseState[] = ["draft", "returned", "withdrawn", "letter", "submitted"];

/** States of a case that another can be merged into (R2.21). */
export const takesMergers: readonly CaseState[] = ["accepted", "forwarding", "handling", "reworking"];

/** Handling by one unit: a part of the case with a state of its own. */
export const partStates = ["offered", "handback_asked", "handed_back", "working", "signing", "answered", "opined", "ended"] as const;
export type PartState = (typeof partStates)[number];

/** 主办、会办(协办)、分办. */
export const partRoles = ["LEAD", "CO", "SEPARATE"] as const;
export type PartRole = (typeof partRoles)[number];

/** 逐一答复每位代表、只答复领衔代表. */
export const addressings = ["each", "lead"] as const;
export type Addressing = (typeof addressings)[number];

/** What an actor is to a case. `house` is the product itself, when time alone makes something due. */
export const relations = [
  "lead",
  "cosigner",
  "invited",
  "merged_lead",
  "reviewer",
  "forwarder",
  "unit_officer",
  "unit_leader",
  "peer",
  "house",
] as const;
export type Relation = (typeof relations)[number];

/** How a suggestion came about (R2.19). */
export const formations = ["research", "forum", "visit", "other"] as const;
/** For how many years it has been raised (R2.19). */
export const repetitions = ["first", "two_years", "three_years", "more"] as const;
/** What its deputy agrees to have published (R2.19, R2.44). */
export const publicities = ["full", "title"] as const;

/** 办前联系、办中沟通、办后回访; the reply at the end is a reply. */
export const contactStages = ["before", "during", "after"] as const;
export type ContactStage = (typeof contactStages)[number];
/** 走访、座谈、电话、网络、视频. */
export const contactWays = ["visit", "meeting", "phone", "online", "video"] as const;

export const grades = ["SATISFIED", "BASIC", "DISSATISFIED"] as const;
export type Grade = (typeof grades)[number];

/** Outcomes that every local class scheme maps onto (§2.8). */
export const outcomes = ["resolved", "in_progress", "planned", "not_now", "reference_only", "not_permitted", "passed_upward"] as const;
export type Outcome = (typeof outcomes)[number];

/** A promise is a draft until the reply is signed, and dropped when the draft is written anew without it. */
export const commitmentStates = ["draft", "open", "kept", "answered_again", "dropped"] as const;
/** What a promise that was made comes to: 未兑现, 已兑现, 已再次答复. */
export const promiseStates = ["open", "kept", "answered_again"] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** Organs of a people's congress that can watch over a key suggestion. */
export const supervisingKinds = [
  ...(["standing_committee", "chairpersons_council", "special_committee", "deputy_office"] as const),
  ...(["presidium", "subdistrict_committee"] as const),
] as const;

/** What the council of chairpersons makes of a report on supervision (R2.41): the matter rests, or it goes on. */
export const supervisionResults = ["accepted", "continued"] as const;
export type SupervisionResult = (typeof supervisionResults)[number];

export const requestKinds = ["handback", "extension", "withdrawal", "co_opinion"] as const;
export type RequestKind = (typeof requestKinds)[number];
