import { z } from "zod";
import type { RuleDefinition } from "../calendar/index.ts";

const codeList = z
  .array(z.strictObject({ code: z.string().regex(/^[a-z_]{2,40}$/), name: z.string().min(1).max(60) }))
  .min(1)
  .max(60);

/** Kinds of deputies' activity: districts name their own, so the list is open (F3.2). */
export const activityKinds: RuleDefinition<z.infer<typeof codeList>> = {
  key: "activity.kinds",
  schema: codeList,
  value: Object.entries({
    group_activity: "小组活动",
    enforcement_check: "执法检查",
    inspection: "视察",
    research: "专题调研",
    appointment: "约见国家机关负责人",
    six_visits: "代表“六进”",
    reception: "代表接待日",
    study: "学习交流",
    duty_report: "向选民述职",
    good_deed: "为民办实事",
  }).map(([code, name]) => ({ code, name })),
  source: "F3.2",
  form: { kind: "codes" },
};

export const activityRules: readonly RuleDefinition[] = [activityKinds];
