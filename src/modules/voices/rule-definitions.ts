import { z } from "zod";
import type { Period, RuleDefinition } from "../calendar/index.ts";

const period = z.strictObject({ amount: z.int().min(1).max(366), unit: z.enum(["working_day", "day", "month"]) });

const limit = (key: string, amount: number, unit: Period["unit"], source: string): RuleDefinition<Period> => ({
  key: `voice.${key}`,
  schema: period,
  value: { amount, unit },
  source,
  form: { kind: "period" },
});

const count = (key: string, max: number, most: number, of: "times" | "days", source: string): RuleDefinition<{ max: number }> => ({
  key: `voice.${key}`,
  schema: z.strictObject({ max: z.int().min(1).max(most) }),
  value: { max },
  source,
  form: { kind: "count", most, of },
});

/** How often a dissatisfied speaker brings the matter back. */
export const rounds = count("rounds", 2, 5, "times", "domain §10.5");
/** So long after closing it is still known who spoke. */
export const contactRetention = limit("contact_retention", 24, "month", "domain §11.1");

/** Voices from one network address in an hour; a village can share an address. */
export const spokenLimit = count("limits.speak", 20, 10_000, "times", "domain §10.1");
/** Voices that one station takes from the public in an hour. */
export const stationLimit = count("limits.station", 200, 100_000, "times", "domain §10.1");
/** How often one network address may ask by receipt in an hour, whether there is such a receipt or not. */
export const askedLimit = count("limits.ask", 60, 10_000, "times", "domain §10.1");

const way = z.strictObject({
  code: z.string().regex(/^[a-z_]{2,40}$/),
  name: z.string().min(2).max(60),
  /** Where to go, in a sentence for the speaker. */
  where: z.string().min(2).max(400),
});

/** What is not taken, and where to go with it (domain.md §10.2). */
export const elsewhere: RuleDefinition<z.infer<typeof way>[]> = {
  key: "voice.elsewhere",
  schema: z.array(way).min(1).max(30),
  value: [
    { code: "court", name: "诉讼中的事项", where: "已经或者依法应当通过诉讼解决的，请向人民法院提出；法律援助可拨打 12348。" },
    { code: "arbitration", name: "仲裁中的事项", where: "劳动人事、土地承包等仲裁事项，请向有管辖权的仲裁委员会提出。" },
    { code: "reconsideration", name: "行政复议事项", where: "对行政行为不服的，请在期限内向区人民政府行政复议机构申请复议。" },
    { code: "petition", name: "信访事项", where: "已在信访程序中办理的，请向原受理的信访部门了解进展；信访可登录国家信访局网上信访平台。" },
    { code: "discipline", name: "违纪、职务违法的检举控告", where: "请直接向纪检监察机关反映，电话 12388，此处不留存内容。" },
    { code: "crime", name: "犯罪线索举报", where: "请直接拨打 110 或者到公安机关报案，此处不留存内容。" },
    {
      code: "secret",
      name: "涉及国家秘密、商业秘密的内容",
      where: "请勿在此填写，也不要通过互联网传送，请当面向有关机关或者区保密行政管理部门反映。",
    },
    { code: "disclosure", name: "政府信息公开申请", where: "请向制作或者保存该信息的行政机关申请信息公开。" },
    { code: "hotline", name: "一般咨询和便民服务", where: "请拨打政务服务便民热线 12345。" },
    { code: "outside", name: "不属于本区管辖的事项", where: "请向事项所在地的人大代表联络站或者政务服务便民热线 12345 反映。" },
  ],
  source: "domain §10.2",
  form: { kind: "entries", words: "voice.elsewhere", columns: [{ name: "code" }, { name: "name" }, { name: "where", long: true }] },
};

/** Limits and lists of voters' voices. */
export const voiceRules: readonly RuleDefinition[] = [
  limit("triage", 3, "working_day", "domain §10.4"),
  limit("handle.simple", 10, "working_day", "domain §10.4"),
  limit("handle.other", 20, "working_day", "domain §10.4"),
  limit("handle.urgent", 1, "day", "domain §10.4"),
  limit("revisit", 5, "working_day", "domain §10.5"),
  // So long after closing the speaker can open the matter once more.
  limit("reopen", 30, "day", "domain §10.5"),
  contactRetention,
  rounds,
  spokenLimit,
  stationLimit,
  askedLimit,
  elsewhere,
];
