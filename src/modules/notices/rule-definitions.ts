import { z } from "zod";
import type { RuleDefinition } from "../calendar/index.ts";

const days = (key: string, max: number): RuleDefinition<{ max: number }> => ({
  key: `notice.${key}`,
  schema: z.strictObject({ max: z.int().min(1).max(30) }),
  value: { max },
  source: "domain §2.2",
  form: { kind: "count", most: 30, of: "days" },
});

/** So many days before a limit ends, whoever must act is reminded. */
export const remindBefore = days("remind_before", 5);
/** Every so many days while a limit is overdue, he is reminded again. */
export const remindOverdue = days("remind_overdue", 5);

export const noticeRules: readonly RuleDefinition[] = [remindBefore, remindOverdue];
