import { z } from "zod";
import type { Period, RuleDefinition } from "../calendar/index.ts";
import { type Addressing, addressings, outcomes } from "./terms.ts";

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
  form: { kind: "count", most: 2, of: "times" },
};

/** Where the three months begin when the government forwards: with the committee's assignment, or with the unit's. */
export const replyStarts: RuleDefinition<{ at: "assigned" | "forwarded" }> = {
  key: "suggestion.reply_starts",
  schema: z.strictObject({ at: z.enum(["assigned", "forwarded"]) }),
  value: { at: "assigned" },
  source: "R2.26",
  form: { kind: "choice", name: "at", values: ["assigned", "forwarded"], words: "suggestion.reply_starts" },
};

/**
 * Whom the letters of a reply go to: each deputy who signed, which is the stricter and holds where nothing was set, or the lead,
 * who tells the others. Leads of merged suggestions are answered on their own under either (R2.21).
 */
export const replyAddressing: RuleDefinition<{ to: Addressing }> = {
  key: "suggestion.reply_addressing",
  schema: z.strictObject({ to: z.enum(addressings) }),
  value: { to: "each" },
  source: "R2.30",
  form: { kind: "choice", name: "to", values: addressings, words: "suggestion.reply_addressing" },
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

const template = z.strictObject({
  code: z.string().regex(/^[a-z_]{2,40}$/),
  title: z.string().min(2).max(60),
  /** Empty where it fits every class. */
  resultClass: z
    .string()
    .regex(/^[A-D]?$/)
    .default(""),
  opening: z.string().max(2000).default(""),
  closing: z.string().max(3000).default(""),
  /** One in a line. */
  phrases: z.string().max(3000).default(""),
});

const received = "收到您的建议后，我单位明确由……负责办理，并于……与您联系，听取您的意见。";

/** Templates for replies that every handling unit finds ready, in one form (R2.28). Dots stand for what each case fills in. */
export const standardTemplates: RuleDefinition<z.infer<typeof template>[]> = {
  key: "suggestion.reply_templates",
  schema: z.array(template).max(40),
  value: [
    {
      code: "resolved",
      title: "已经解决",
      resultClass: "A",
      opening: received,
      closing: "下一步，我单位将做好日常管理，巩固办理成果。感谢您对我们工作的关心，欢迎继续监督。",
      phrases: "该问题已于……解决。\n经现场核实，……\n办理结果已于……向您当面说明。",
    },
    {
      code: "in_progress",
      title: "正在解决或列入计划",
      resultClass: "B",
      opening: received,
      closing: "我单位将按照所列承诺事项和时限抓紧办理，办成后再次答复您。感谢您对我们工作的关心，欢迎继续监督。",
      phrases: "目前已完成……，其余部分计划于……前完成。\n该事项已列入……计划，由……负责实施。\n实施中的困难是……，拟采取……解决。",
    },
    {
      code: "not_now",
      title: "暂不具备条件",
      resultClass: "C",
      opening: received,
      closing: "待条件具备后，我单位将及时研究，并向您通报进展。感谢您的理解，欢迎继续提出宝贵意见。",
      phrases: "受……限制，目前尚不具备办理条件。\n依据……的规定，……\n该事项属于……职权，我单位已于……向其反映。",
    },
  ],
  source: "R2.28",
  form: {
    kind: "entries",
    words: "suggestion.template.field",
    columns: [
      { name: "code" },
      { name: "title" },
      { name: "resultClass", optional: true },
      { name: "opening", optional: true, long: true },
      { name: "closing", optional: true, long: true },
      { name: "phrases", optional: true, long: true },
    ],
  },
};

const documentMark = z.strictObject({
  /** The office that issues; empty for every office that is not named. */
  office: z.string().max(60).default(""),
  assignment: z.string().min(1).max(12),
  supervision: z.string().min(1).max(12),
});
export type DocumentMark = z.infer<typeof documentMark>;

/** 发文代字: under which marks an office numbers its notices. Numbers run by mark and year, whoever uses the mark. */
export const documentMarks: RuleDefinition<DocumentMark[]> = {
  key: "suggestion.document_marks",
  schema: z.array(documentMark).min(1).max(60),
  value: [{ office: "", assignment: "人代交", supervision: "人代督" }],
  source: "GB/T 9704-2012",
  form: {
    kind: "entries",
    words: "suggestion.document_mark",
    columns: [{ name: "office", optional: true }, { name: "assignment" }, { name: "supervision" }],
  },
};

/** The mark of an office, by its full or its short name; undefined where the rule knows none for it. */
export const markOf = (marks: readonly DocumentMark[], kind: "assignment" | "supervision", names: readonly string[]): string | undefined =>
  (marks.find((one) => names.includes(one.office)) ?? marks.find((one) => one.office === ""))?.[kind];

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
  replyAddressing,
  resultScheme,
  standardTemplates,
  documentMarks,
  rejectionReasons,
  categories,
];
