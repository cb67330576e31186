import { z } from "zod";
import type { Period, RuleDefinition } from "../calendar/index.ts";
import type { RatingItem } from "./rating.ts";

const codeList = z
  .array(z.strictObject({ code: z.string().regex(/^[a-z_]{2,40}$/), name: z.string().min(1).max(60) }))
  .min(1)
  .max(60);
type CodeList = z.infer<typeof codeList>;

const codes = (key: string, source: string, names: Readonly<Record<string, string>>): RuleDefinition<CodeList> => ({
  key: `station.${key}`,
  schema: codeList,
  value: Object.entries(names).map(([code, name]) => ({ code, name })),
  source,
  form: { kind: "codes" },
});

/** Kinds of stations: their names change every few years, so the list is open (domain.md §9.1). */
export const stationKinds = codes("kinds", "domain §9.1", {
  home: "代表之家",
  room: "代表活动室",
  station: "代表联络站",
  point: "代表联系点",
  practice_station: "全过程人民民主实践站",
});

export const stationEquipment = codes("equipment", "domain §9.4", {
  signboard: "牌匾标识",
  reception_room: "接待室",
  meeting_room: "会议室",
  computer: "电脑",
  printer: "打印机",
  screen: "显示屏",
  bookshelf: "图书资料",
  notice_board: "公示栏",
  suggestion_box: "意见箱",
  accessible: "无障碍设施",
});

const days = (key: string, max: number, most: number, source: string): RuleDefinition<{ max: number }> => ({
  key,
  schema: z.strictObject({ max: z.int().min(1).max(most) }),
  value: { max },
  source,
  form: { kind: "count", most, of: "days" },
});

/** At least so many days before it a reception is announced. */
export const announceDays = days("reception.announce", 3, 30, "domain §9.3");
/** Within so many working days after it a reception is recorded. */
export const recordDays = days("reception.hold", 2, 30, "domain §9.4");

const listeningAnswer: RuleDefinition<Period> = {
  key: "listening.answer",
  schema: z.strictObject({ amount: z.int().min(1).max(366), unit: z.enum(["working_day", "day", "month"]) }),
  value: { amount: 1, unit: "month" },
  source: "F2.5",
  form: { kind: "period" },
};

const item: z.ZodType<RatingItem> = z.strictObject({
  code: z.string().regex(/^[a-z_]{2,40}$/),
  name: z.string().min(1).max(60),
  points: z.coerce.number().int().min(1).max(100),
});

/** The item sheet of the yearly star rating; what all items are worth together is the full mark. */
export const ratingItems: RuleDefinition<RatingItem[]> = {
  key: "station.rating",
  schema: z.array(item).min(1).max(40),
  value: [
    { code: "organisation", name: "组织健全：站长、联络员、进站代表到位", points: 20 },
    { code: "facilities", name: "阵地规范：场所、标识、设施齐全", points: 15 },
    { code: "rota", name: "活动经常：按轮值安排接待选民", points: 25 },
    { code: "results", name: "作用明显：问题解决和群众满意", points: 25 },
    { code: "publicity", name: "宣传学习：公示公开和代表学习", points: 15 },
  ],
  source: "domain §9.4",
  form: { kind: "entries", words: "station.rating_item", columns: [{ name: "code" }, { name: "name" }, { name: "points" }] },
};

export const stationRules: readonly RuleDefinition[] = [
  stationKinds,
  stationEquipment,
  announceDays,
  recordDays,
  listeningAnswer,
  ratingItems,
];
