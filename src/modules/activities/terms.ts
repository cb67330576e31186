/** The words of deputies' activities (代表活动; domain.md §1.6–1.7, F3). */

export const planStates = ["draft", "submitted", "approved", "published", "discarded"] as const;
export type PlanState = (typeof planStates)[number];

/**
 * What an actor is to a plan: a deputy of the group, of the organ that reviews it, of the district's liaison office, or whoever
 * wrote last.
 */
export const planRelations = ["group", "reviewer", "office", "drafter"] as const;
export type PlanRelation = (typeof planRelations)[number];

/** Orders of the list of plans, the usual one first. */
export const planSorts = ["-year", "group", "-published"] as const;
