/** What figures can be broken down of. */
export const breakdownSubjects = ["opinions", "suggestions"] as const;
export type BreakdownSubject = (typeof breakdownSubjects)[number];

/** What they can be broken down by. */
export const breakdownsBy = {
  opinions: ["month", "category", "area", "unit", "campaign"],
  suggestions: ["month", "category", "area", "unit", "class", "session"],
} as const;
export type BreakdownBy = (typeof breakdownsBy)[BreakdownSubject][number];

/** What is counted in each group. A rate is one of them against another. */
export const measures = ["count", "closed", "open", "solved", "heard", "satisfied", "satisfiedOrBasic"] as const;
export type Measure = (typeof measures)[number];

/** Solved stands beside satisfied, so that politeness alone makes no good figure. */
export const rates = {
  closing_rate: ["closed", "count"],
  solved_rate: ["solved", "closed"],
  satisfaction_rate: ["satisfied", "heard"],
  satisfaction_and_basic_rate: ["satisfiedOrBasic", "heard"],
} as const satisfies Record<string, readonly [Measure, Measure]>;
export type Rate = keyof typeof rates;

/** What is counted of one unit's cases: those it answers for, as lead or separately. */
export const caseMeasures = [
  ...(["count", "inHandling", "replied", "overdue", "nearlyDue", "handedBack", "met"] as const),
  ...(["closed", "solved", "heard", "satisfied", "satisfiedOrBasic"] as const),
] as const;
export type CaseMeasure = (typeof caseMeasures)[number];

/** What is counted of the promises in its signed replies. */
export const promiseMeasures = ["promised", "promisesOpen", "promisesOverdue", "promisesKept"] as const;
export type PromiseMeasure = (typeof promiseMeasures)[number];

/** What is counted of the opinions that it owes as a co-handler (R2.22). */
export const opinionMeasures = ["opinionsOverdue"] as const;
export type OpinionMeasure = (typeof opinionMeasures)[number];

export const unitMeasures = [...caseMeasures, ...promiseMeasures, ...opinionMeasures] as const;
export type UnitMeasure = (typeof unitMeasures)[number];
export const isPromise = (measure: UnitMeasure): measure is PromiseMeasure => (promiseMeasures as readonly string[]).includes(measure);
export const isOpinion = (measure: UnitMeasure): measure is OpinionMeasure => (opinionMeasures as readonly string[]).includes(measure);

/** The rates of a unit (R2.46); those that the breakdown has, too, are the same there. */
export const unitRates = {
  reply_rate: ["replied", "count"],
  contact_rate: ["met", "replied"],
  solved_rate: ["solved", "closed"],
  satisfaction_rate: ["satisfied", "heard"],
  satisfaction_and_basic_rate: ["satisfiedOrBasic", "heard"],
  keeping_rate: ["promisesKept", "promised"],
} as const satisfies Record<string, readonly [UnitMeasure, UnitMeasure]>;
export type UnitRate = keyof typeof unitRates;

/** What the units can be ordered by. */
export const unitSorts = [
  ...(["solved_rate", "satisfaction_rate", "satisfaction_and_basic_rate", "reply_rate", "contact_rate", "keeping_rate"] as const),
  ...(["count", "inHandling", "replied", "overdue", "nearlyDue", "handedBack", "averageDays", "promisesOpen", "promisesOverdue"] as const),
  ...opinionMeasures,
  "name",
] as const;
export type UnitSort = (typeof unitSorts)[number];

/** By what the report of a year counts (R2.45). */
export const yearlyBy = ["category", "unit", "class"] as const satisfies readonly BreakdownBy[];
export type YearlyBy = (typeof yearlyBy)[number];

/** What it says of promises; whatever was answered again was not kept. */
export const yearlyPromises = [...promiseMeasures, "promisesAnsweredAgain"] as const;
export type YearlyPromise = (typeof yearlyPromises)[number];
