import { z } from "zod";
import type { RuleDefinition } from "../calendar/index.ts";

/** Days before the due day from which a lamp is yellow; red is what is overdue. */
export const lamps: RuleDefinition<{ max: number }> = {
  key: "desk.lamps",
  schema: z.strictObject({ max: z.int().min(1).max(60) }),
  value: { max: 5 },
  source: "R2.42",
  form: { kind: "count", most: 60, of: "days" },
};

export const deskRules: readonly RuleDefinition[] = [lamps];
