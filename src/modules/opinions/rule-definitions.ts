import { z } from "zod";
import type { Period, RuleDefinition } from "../calendar/index.ts";

const period = z.strictObject({ amount: z.int().min(1).max(366), unit: z.enum(["working_day", "day", "month"]) });
const limit = (key: string, amount: number, source: string): RuleDefinition<Period> => ({
  key: `opinion.${key}`,
  schema: period,
  value: { amount, unit: "working_day" },
  source,
  form: { kind: "period" },
});

export const appraisalRounds: RuleDefinition<{ max: number }> = {
  key: "opinion.appraisal_rounds",
  schema: z.strictObject({ max: z.int().min(1).max(5) }),
  value: { max: 2 },
  source: "R2.38",
  form: { kind: "count", most: 5, of: "times" },
};

/** Limits of the light track (domain.md §10.4). */
export const opinionRules: readonly RuleDefinition[] = [
  limit("assign", 3, "domain §10.4"),
  limit("handle", 20, "domain §10.4"),
  limit("appraise", 15, "domain §2.2"),
  appraisalRounds,
];
