import { z } from "zod";
import type { Period, RuleDefinition } from "../calendar/index.ts";
import { outcomes } from "./terms.ts";

const period = z.strictObject({ amount: z.int().min(1).max(366), unit: z.enum(["working_day", "day", "month"]) });

const limit = (key: string, amount: number, unit: Period["unit"], source: string, statutory?: Period): RuleDefinition<Period> => ({
  key: `suggestion.${key}`,
  schema: period,
  value: { amount, unit },
  source,
  form: { kind: "period" },
  ...(statutory ? { statutory } : {}),
});

const months = (amount: number): Period => ({ amount, unit: "month" });

/** Limits of the statutory track (domain.md §14). */
export const limits = [
  limit("review", 5, "working_day", "domain §2.2"),
  limit("forward", 5, "working_day", "domain §2.2"),
  limit("handback", 5, "working_day", "domain §2.2"),
  limit("reassign", 5, "working_day", "domain §2.2"),
  limit("first_contact", 20, "working_day", "CQ-18"),
  limit("co_opinion", 1, "month", "domain §2.2"),
  limit("reply", 3, "month", "DL-51", months(3)),
  limit("reply_hard", 6, "month", "DL-51", months(6)),
  limit("feedback", 15, "working_day", "domain §2.2"),
  limit("feedback_grace", 5, "working_day", "CQ-29"),
  limit("rework", 1, "month", "domain §2.2"),
];

/** How often a case can be reworked before people sit down together (R2.38). */
export const reworkRounds: RuleDefinition<{ max: number }> = {
  key: "suggestion.rework_rounds",
  schema: z.strictObject({ max: z.int().min(1).max(2) }),
  value: { max: 1 },
  source: "R2.38",
  form: { kind: "count", most: 2 },
};

/** Where the three months begin when the government forwards: with the committee's assignment, or with the unit's. */
export const replyStarts: RuleDefinition<{ at: "assigned" | "forwarded" }> = {
  key: "suggestion.reply_starts",
  schema: z.strictObject({ at: z.enum(["assigned", "forwarded"]) }),
  value: { at: "assigned" },
  source: "R2.26",
  form: { kind: "choice", name: "at", values: ["assigned", "forwarded"], words: "suggestion.reply_starts" },
};

const codeList = z
  .array(z.strictObject({ code: z.string().regex(/^[a-z_]{2,40}$/), name: z.string().min(1).max(60) }))
  .min(1)
  .max(60);
export type CodeList = z.infer<typeof codeList>;

const resultClass = z.strictObject({
  code: z.string().regex(/^[A-D]$/),
  name: z.string().min(1).max(60),
  outcomes: z.array(z.enum(outcomes)).min(1),
});

/** What the letter on a reply means (§2.8): a letter alone means nothing without its scheme. */
export const resultScheme: RuleDefinition<{ classes: z.infer<typeof resultClass>[] }> = {
  key: "suggestion.result_scheme",
  schema: z.strictObject({ classes: z.array(resultClass).min(2).max(6) }),
  value: {
    classes: [
      { code: "A", name: "已经解决或基本解决", outcomes: ["resolved"] },
      { code: "B", name: "正在解决或列入规划计划逐步解决", outcomes: ["in_progress", "planned"] },
      { code: "C", name: "因目前条件限制或其他原因待以后解决", outcomes: ["not_now", "reference_only", "not_permitted", "passed_upward"] },
    ],
  },
  source: "domain §2.8",
  form: { kind: "classes", values: outcomes, words: "suggestion.outcome" },
};

/** Grounds for not accepting (R2.14). */
export const rejectionReasons: RuleDefinition<CodeList> = {
  key: "suggestion.rejection_reasons",
  schema: codeList,
  value: [
    { code: "own_matter", name: "涉及代表本人或亲属的个人事务" },
    { code: "petition", name: "代转人民群众来信或信访、申诉材料" },
    { code: "academic", name: "属于学术探讨、产品推介或广告" },
    { code: "no_content", name: "没有具体内容" },
    { code: "judicial", name: "涉及正在办理的具体司法、监察案件" },
    { code: "tender", name: "涉及正在进行的招标投标的具体中标事项" },
    { code: "accusation", name: "属于检举、控告、举报" },
    { code: "outside_area", name: "超出本行政区域职权范围" },
    { code: "consultation", name: "属于法律、政策咨询" },
    { code: "interest", name: "存在利益冲突或干扰公平竞争" },
    { code: "other", name: "其他不应作为代表建议提出的情形" },
  ],
  source: "R2.14",
  form: { kind: "codes" },
};

/** Fields in which suggestions and opinions are counted. */
export const categories: RuleDefinition<CodeList> = {
  key: "suggestion.categories",
  schema: codeList,
  value: [
    { code: "roads", name: "道路交通" },
    { code: "water", name: "供水排水" },
    { code: "power", name: "供电供热" },
    { code: "housing", name: "物业小区" },
    { code: "sanitation", name: "环境卫生" },
    { code: "environment", name: "生态环境" },
    { code: "education", name: "教育" },
    { code: "health", name: "医疗卫生" },
    { code: "employment", name: "社保就业" },
    { code: "elderly", name: "养老助残" },
    { code: "agriculture", name: "农业水利" },
    { code: "land", name: "土地房屋" },
    { code: "safety", name: "治安安全" },
    { code: "government", name: "政务服务" },
    { code: "culture", name: "文化体育" },
    { code: "economy", name: "经济发展" },
    { code: "other", name: "其他" },
  ],
  source: "domain §10.1",
  form: { kind: "codes" },
};

export const suggestionRules: readonly RuleDefinition[] = [
  ...limits,
  reworkRounds,
  replyStarts,
  resultScheme,
  rejectionReasons,
  categories,
];
