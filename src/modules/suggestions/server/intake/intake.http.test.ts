import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { type Caller, testHouse } from "../../../../../test/support/house.ts";
import { rowsIn, sheetFile } from "../../../../../test/support/sheet.ts";
import { begin, toWork } from "../../../../../test/support/suggestion.ts";
import { district } from "../../../../../test/world/places.ts";

const world = testHouse();
let office: Caller;
let congress = "";
let deputies: { personName: string; cardNo: string }[] = [];
beforeAll(async () => {
  office = await world.as("office");
  const { id, name } = (await office.get("/api/congresses?level=district")).body.items.at(-1);
  congress = name;
  deputies = (await office.get(`/api/mandates?congressId=${id}&limit=200`)).body.items;
});

const headings = [
  ...["届", "会议次数或年度", "编号", "标题", "事由", "具体建议", "类别", "领衔代表", "领衔代表证号", "联名代表", "主办单位"],
  ...["会办单位", "提出日期", "交办日期", "答复日期", "办理结果类别", "办理结果", "答复内容", "满意度", "办结日期", "状态"],
] as const;
type Heading = (typeof headings)[number];

const usual = (): Record<Heading, unknown> => ({
  ...{ 届: congress, 会议次数或年度: "2019年", 编号: 901, 标题: "关于整治老旧水渠的建议", 事由: "水渠淤塞多年", 具体建议: "清淤并衬砌" },
  ...{ 类别: "农业水利", 领衔代表: deputies[3]?.personName, 领衔代表证号: deputies[3]?.cardNo, 联名代表: null, 主办单位: "区交通局" },
  ...{ 会办单位: null, 提出日期: "2019-01-10", 交办日期: "2019.2.1", 答复日期: "2019年5月5日", 办理结果类别: "A", 办理结果: null },
  ...{ 答复内容: "已清淤三公里，衬砌一公里", 满意度: "满意", 办结日期: "2019-06-01", 状态: null },
});

const sheet = (...rows: Partial<Record<Heading, unknown>>[]) =>
  sheetFile([[...headings], ...rows.map((row) => headings.map((heading) => ({ ...usual(), ...row })[heading]))]);
const propose = async (file: File, who = office) => (await who.upload("/api/import-drafts?kind=suggestion", file)).body;
const rows = async (id: string, outcome: string) =>
  (await office.get(`/api/import-drafts/${id}/rows?outcome=${outcome}&limit=200`)).body.items;
const apply = (id: string) => office.post(`/api/import-drafts/${id}/applications`);
const found = async (search: string, who = office) => (await who.get(`/api/suggestions?search=${encodeURIComponent(search)}`)).body.items;
const differences = async () => {
  const checks = world.home.modules.filter(({ name }) => name === "suggestions").flatMap(({ verify }) => verify ?? []);
  return (await Promise.all(checks.map((verify) => verify(world.database.read, district)))).flat();
};

test("earlier suggestions come in with honest evidence, are found and counted, and never come in twice", async () => {
  const file = await sheet(
    {},
    {
      编号: "902",
      标题: "关于增设校门口斑马线的建议",
      类别: "道路交通",
      联名代表: `${deputies[5]?.personName}（${deputies[5]?.cardNo}）`,
      会办单位: "区城管局",
    },
    { 编号: 903, 标题: "关于完善夜间照明的建议", 办理结果类别: "B类", 办理结果: "列入规划计划", 状态: "已办结", 满意度: "基本满意" },
  );
  const draft = await propose(file);
  expect(draft.counts, JSON.stringify(await rows(draft.id, "wrong"))).toEqual({ new: 3, changed: 0, unchanged: 0, wrong: 0 });
  expect(await found("老旧水渠")).toEqual([]);
  expect((await apply(draft.id)).status).toBe(201);

  const [line] = await found("老旧水渠");
  expect(line).toMatchObject({ label: "2019-901", status: "archived", units: ["区交通局"], submittedAt: "2019-01-09T16:00:00.000Z" });
  const byReply = (await found("衬砌一公里")).find((one: { id: string }) => one.id === line.id);
  expect(byReply.match).toMatchObject({ field: "reply" });
  const view = (await office.get(`/api/suggestions/${line.id}`)).body;
  expect(view).toMatchObject({ imported: true, closedAt: "2019-05-31T16:00:00.000Z", assignedOn: "2019-02-01", can: [] });
  expect(view.timeline.map(({ verb, toStatus }: { verb: string; toStatus: string }) => [verb, toStatus])).toEqual([["import", "archived"]]);
  expect(view.replies[0]).toMatchObject({ body: "已清淤三公里，衬砌一公里", outcome: "resolved", draftedByName: null, signedByName: null });
  expect(view.feedbacks[0]).toMatchObject({ attitude: null, result: "SATISFIED" });

  const facts = await world.facts("suggestion.imported");
  expect(facts).toHaveLength(3);
  expect(facts.map(({ data }) => Object.keys(data).sort())).toEqual(Array(3).fill(["from", "round", "to"]));
  await world.home.pump.drain();
  const told = await sql<{ count: number }>`select count(*) as count from notice where subject_id = ${line.id}`.execute(
    world.database.read,
  );
  expect(told.rows[0]?.count).toBe(0);
  expect(await differences()).toEqual([]);
  expect((await propose(file)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, wrong: 0 });
}, 60_000);

test("they are counted where they belong, in session and out of it", async () => {
  const figure = async (by: string, key: string) => {
    const { groups } = (await office.get(`/api/statistics/suggestions/breakdowns/${by}`)).body;
    return groups.find((one: { key: string }) => one.key === key)?.counts ?? { count: 0, closed: 0, satisfied: 0, solved: 0 };
  };
  const before = await figure("category", "agriculture");
  expect(await figure("month", "2019-01")).toMatchObject({ count: 3, closed: 3, heard: 3, satisfied: 2, solved: 2 });
  const draft = await propose(await sheet({ 会议次数或年度: "第一次会议", 编号: 888, 标题: "关于兴修小水库的建议" }));
  expect((await apply(draft.id)).status).toBe(201);
  const after = await figure("category", "agriculture");
  expect([after.count - before.count, after.closed - before.closed, after.solved - before.solved]).toEqual([1, 1, 1]);
  expect((await found("小水库"))[0].label).toMatch(/^11-1-888$/);
});

test("an import does not bury what its doer did one by one", async () => {
  const { items } = (await office.get("/api/done-tasks?limit=100")).body;
  expect(items.some(({ verb }: { verb: string }) => verb === "import")).toBe(false);
});

test("a sheet that tells it differently changes the same suggestion, and says what from", async () => {
  const [before] = await found("老旧水渠");
  const draft = await propose(
    await sheet({ 标题: "关于整治老旧水渠和泵站的建议", 主办单位: "区城管局", 满意度: "不满意", 状态: "已办结" }),
  );
  expect(draft.counts).toMatchObject({ changed: 1 });
  expect((await rows(draft.id, "changed"))[0].changes).toEqual([
    { field: "title", from: "关于整治老旧水渠的建议", to: "关于整治老旧水渠和泵站的建议" },
    { field: "leadUnitId", from: expect.stringContaining("交通"), to: "区城管局" },
    { field: "satisfaction", from: "满意", to: "不满意" },
  ]);
  expect((await apply(draft.id)).status).toBe(201);
  const [after] = await found("老旧水渠和泵站");
  expect(after).toMatchObject({ id: before.id, units: ["区城管局"], status: "archived" });
  const view = (await office.get(`/api/suggestions/${after.id}`)).body;
  expect(view.timeline).toHaveLength(2);
  expect(view.feedbacks.map(({ result }: { result: string }) => result)).toEqual(["DISSATISFIED"]);
  expect(await differences()).toEqual([]);
});

describe("a row that cannot be taken over says why", () => {
  const named = (at: number) => deputies[at]?.personName ?? "";
  test.each<[Partial<Record<Heading, unknown>>, string, RegExp]>([
    [{ 会议次数或年度: "下次" }, "series", /不是会议次数或年度/],
    [{ 会议次数或年度: "第九十九次会议" }, "series", /没有登记第 99 次会议/],
    [{ 编号: "三十七" }, "number", /不是编号/],
    [{ 类别: "天文" }, "category", /只能填写以下之一/],
    [{ 领衔代表: "查无此人", 领衔代表证号: null }, "lead", /该届没有代表“查无此人”/],
    [{ 领衔代表证号: "没有这个证" }, "lead", /代表证号或选区与填写的不符/],
    [{ 领衔代表: "甲、乙" }, "lead", /只能填写一位/],
    [{ 联名代表: "查无此人" }, "cosigners", /该届没有代表/],
    [{ 主办单位: "没有的局" }, "leadUnitId", /没有“没有的局”/],
    [{ 会办单位: "区城管局、没有的局" }, "coUnits", /没有“没有的局”/],
    [{ 办理结果类别: "甲" }, "resultClass", /不是办理结果类别/],
    [{ 办理结果类别: "B" }, "outcome", /B 类有几种办理结果/],
    [{ 办理结果类别: "C", 办理结果: "已经解决" }, "outcome", /./],
    [{ 答复日期: "2018-01-01" }, "repliedOn", /./],
    [{ 办结日期: "2099-01-01" }, "closedOn", /./],
    [{ 标题: "长".repeat(61) }, "title", /60/],
    [{ 状态: "办理中" }, "status", /只能填写以下之一/],
  ])("%j", async (change, field, why) => {
    expect(named(3)).not.toBe("");
    const draft = await propose(await sheet({ 编号: 990, ...change }));
    expect(draft.counts).toEqual({ new: 0, changed: 0, unchanged: 0, wrong: 1 });
    const [{ reasons }] = await rows(draft.id, "wrong");
    expect(reasons.map((one: { field: string }) => one.field)).toContain(field);
    expect(reasons.find((one: { field: string }) => one.field === field).text).toMatch(why);
  });

  test("one number twice in a sheet, and a number that lives in this house", async () => {
    const twice = await propose(await sheet({ 编号: 991 }, { 编号: 991, 标题: "另一件同号的建议" }));
    expect(twice.counts).toMatchObject({ new: 1, wrong: 1 });
    const way = await begin(world);
    await toWork(way);
    const [, year, number] = /^(\d+)-(\d+)$/.exec((await office.get(`/api/suggestions/${way.id}`)).body.label) ?? [];
    const draft = await propose(await sheet({ 会议次数或年度: year, 编号: number }));
    expect((await rows(draft.id, "wrong"))[0].reasons).toEqual([{ field: "", text: expect.stringContaining("已有这个编号") }]);
  });

  test("of namesakes in one congress the card tells who it was", async () => {
    const [, , , one, another] = deputies;
    const twin = await sql<{ id: string; name: string }>`
      update person set name = ${one?.personName} where district = ${district} and id = (select person_id from mandate
        where district = ${district} and card_no = ${another?.cardNo}) returning id, name`.execute(world.database.read);
    expect(twin.rows).toHaveLength(1);
    const draft = await propose(await sheet({ 编号: 992, 领衔代表证号: null }, { 编号: 993 }));
    expect(draft.counts).toMatchObject({ new: 1, wrong: 1 });
    expect((await rows(draft.id, "wrong"))[0].reasons[0].text).toContain("请填写代表证号或选区");
  });
});

test("numbers that the house gives come after those taken over", async () => {
  const year = 2023;
  const draft = await propose(
    await sheet({
      会议次数或年度: year,
      编号: 4321,
      提出日期: "2023-01-10",
      交办日期: null,
      答复日期: "2023-02-01",
      办结日期: "2023-03-01",
    }),
  );
  expect((await apply(draft.id)).status).toBe(201);
  const way = await begin(world);
  await toWork(way);
  expect((await office.get(`/api/suggestions/${way.id}`)).body.label).toBe("2023-4322");
});

test("the template says what each column wants, and the wrong rows come back to be mended", async () => {
  const { bytes } = await office.bytes("/api/import-templates/suggestion");
  const [head = [], remarks = []] = await rowsIn(bytes);
  expect(head[0]).toBe("届 *");
  expect(remarks[head.indexOf("办理结果")]).toMatch(/可不填；.*已经解决、正在解决/);
  const draft = await propose(await sheet({ 编号: 994, 办理结果类别: "B" }));
  const faults = await rowsIn((await office.bytes(`/api/import-drafts/${draft.id}/faults`)).bytes);
  const [titles = [], row = []] = faults;
  expect(row.at(-1)).toBe("办理结果：B 类有几种办理结果，请填写是哪一种");
  row[titles.indexOf("办理结果")] = "列入规划计划";
  expect((await propose(await sheetFile([titles, row]))).counts).toMatchObject({ new: 1, wrong: 0 });
});

test("it is the office's to import; a deputy of that congress finds what was taken over, a unit only its own", async () => {
  const deputy = await world.as("deputy");
  expect((await deputy.upload("/api/import-drafts?kind=suggestion", await sheet({}))).status).toBe(403);
  expect(await found("水渠和泵站", deputy)).toHaveLength(1);
  expect(await found("水渠和泵站", await world.as("town_clerk"))).toEqual([]);
});

test("five thousand rows are held against the house, taken over, and found unchanged", async () => {
  const many = Array.from({ length: 5000 }, (_, at) => ({ 会议次数或年度: "2018", 编号: at + 1, 标题: `关于第${at + 1}号历史事项的建议` }));
  const file = await sheet(
    ...many.map((row) => ({ ...row, 提出日期: "2018-01-10", 交办日期: "2018-02-01", 答复日期: "2018-05-01", 办结日期: "2018-06-01" })),
  );
  const draft = await propose(file);
  expect(draft.counts).toEqual({ new: 5000, changed: 0, unchanged: 0, wrong: 0 });
  expect((await apply(draft.id)).status).toBe(201);
  expect((await office.get("/api/suggestions?search=2018-4999")).body.items[0].title).toBe("关于第4999号历史事项的建议");
  expect((await propose(file)).counts).toMatchObject({ new: 0, unchanged: 5000 });
  expect(await differences()).toEqual([]);
}, 240_000);
