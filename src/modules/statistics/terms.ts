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
export const measures = ["count", "closed", "open", "solved", "heard", "satisfied"] as const;
export type Measure = (typeof measures)[number];

/** Solved stands beside satisfied, so that politeness alone makes no good figure. */
export const rates = {
  closing_rate: ["closed", "count"],
  solved_rate: ["solved", "closed"],
  satisfaction_rate: ["satisfied", "heard"],
} as const satisfies Record<string, readonly [Measure, Measure]>;
export type Rate = keyof typeof rates;
