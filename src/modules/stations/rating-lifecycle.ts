import { type Offers, offersOf, refusalBy, type Transition } from "../../platform/lifecycle/table.ts";
import type { Refusal } from "../../platform/refusal.ts";
import type { Rating } from "./rating.ts";
import type { RatingRelation, RatingState } from "./terms.ts";

export type RatingRow = Transition<RatingState, RatingRelation, Rating>;

const source = "domain §9.3";

/** The life cycle of a station's star rating of a year (星级评定): own claim, assessment, stars. */
export const ratingTable = {
  revise: { path: "revisions", from: ["claimed"], by: ["station"], attaches: true, tells: "rating.revised", source },
  assess: { path: "assessments", from: ["claimed", "assessed"], to: ["assessed"], by: ["office"], tells: "rating.assessed", source },
  publish: { path: "publications", from: ["assessed"], to: ["published"], by: ["office"], tells: "rating.published", source },
} as const satisfies Record<string, RatingRow>;

export type RatingVerb = keyof typeof ratingTable;
export const ratingVerbs = Object.keys(ratingTable) as RatingVerb[];
export const ratingFacts: readonly string[] = ["rating.claimed", ...Object.values(ratingTable).map((row) => row.tells)];
export const ratingRow = (verb: RatingVerb): RatingRow => ratingTable[verb];

/** Nothing when `verb` may happen now; else why not. */
export const mayRating = (of: Rating, verb: RatingVerb, relations: readonly RatingRelation[]): Refusal | undefined =>
  refusalBy(ratingRow(verb), of, relations, { subject: "rating", verb });

export const ratingOffers = (of: Rating, relations: readonly RatingRelation[]): Offers<RatingVerb> =>
  offersOf(ratingVerbs, (verb) => mayRating(of, verb, relations));
