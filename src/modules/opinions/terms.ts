/** The words of the light track: livelihood opinions (民生意见建议, R2.20). */

export const opinionStates = [
  "submitted",
  "returned",
  "declined",
  "handling",
  "reassigning",
  "answered",
  "upgraded",
  "closed",
  "withdrawn",
] as const;
export type OpinionState = (typeof opinionStates)[number];

/** What an actor is to an opinion. `house` is the product itself. */
export const opinionRelations = ["deputy", "receiver", "unit", "office", "house"] as const;
export type OpinionRelation = (typeof opinionRelations)[number];

export const opinionGrades = ["SATISFIED", "BASIC", "DISSATISFIED"] as const;
export type OpinionGrade = (typeof opinionGrades)[number];

/** How an opinion ended: by an answer, or with the suggestion it was upgraded to. */
export const endings = ["answered", "upgraded"] as const;
export type Ending = (typeof endings)[number];
