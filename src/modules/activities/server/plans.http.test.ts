import exceljs from "exceljs";
import { sql } from "kysely";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { differences } from "../../../../src/command/differences.ts";
import { testHouse } from "../../../../test/support/house.ts";
import { begunPlan, roads, study } from "../../../../test/support/plan.ts";
import { campaigns } from "../../../../test/world/campaigns.ts";

const world = testHouse();
const tasks = async (who: string): Promise<string[]> =>
  (await (await world.as(who)).get("/api/tasks?subjectType=activity_plan")).body.items.map(({ verb }: { verb: string }) => verb);
const portal = async (path: string) => {
  const answer = await world.home.web.request(path);
  return { status: answer.status, body: await answer.text() };
};
const sheet = async (who: string, path: string): Promise<string[]> => {
  const { bytes } = await (await world.as(who)).bytes(path);
  return new TextDecoder().decode(bytes).trimEnd().split("\r\n");
};

let plan: Awaited<ReturnType<typeof begunPlan>>;
beforeAll(async () => {
  plan = await begunPlan(world);
});
// Whoever a plan concerns is asked when its fact is read: before it goes on.
afterEach(() => world.home.pump.drain());

describe("a yearly plan", () => {
  test("is drafted by a deputy, approved by the organ of his town, published by the office, and stands on the to-do list of each in turn", async () => {
    expect(plan.plan).toMatchObject({ status: "draft", year: 2023, townName: "矿山集街道", items: [], relations: ["group", "drafter"] });
    expect(plan.plan.cannot).toMatchObject([{ verb: "submit" }, { verb: "drop_amendment" }]);
    expect(await tasks("deputy")).toEqual(["submit"]);
    expect((await plan.tries("deputy", "submissions")).status).toBe(409);
    const written = await plan.writes("deputy", [roads, { ...study, campaignId: campaigns[0]?.id, concern: null }], "活动办到村组");
    expect(written.body.items).toMatchObject([
      { theme: "学习代表法", kindName: "学习交流", campaignName: "聚民生、惠民意行动", place: null },
      { theme: "视察农村公路管护情况", kindName: "视察", concern: "村组道路破损、雨天积水", deputies: 12 },
    ]);
    await plan.does("deputy", "submissions", { note: "请审核" });
    expect([await tasks("deputy"), await tasks("committee")]).toEqual([[], ["approve"]]);
    expect((await plan.writes("deputy", [])).status).toBe(409);
    const back = await plan.does("committee", "returns", { note: "请增加接待活动" });
    expect(back).toMatchObject({ status: "draft", returned: { verb: "return", note: "请增加接待活动" } });
    expect(await tasks("deputy")).toEqual(["submit"]);
    expect((await plan.does("deputy", "submissions")).returned).toBeNull();
    expect((await plan.does("deputy", "takings-back")).status).toBe("draft");
    await plan.does("deputy", "submissions");
    await plan.does("committee", "approvals");
    expect([await tasks("committee"), await tasks("office")]).toEqual([[], ["publish"]]);
    expect((await plan.sees("unit_clerk")).status).toBe(404);
    const published = await plan.does("office", "publications");
    expect(published).toMatchObject({ status: "published", publicEdition: 1, published: null, items: [{}, {}] });
    expect(await tasks("office")).toEqual([]);
    expect((await world.facts("activity_plan.published")).at(-1)?.data).toEqual({
      ...{ from: "approved", to: "published", groupId: plan.groupId, year: 2023, edition: 1, items: 2 },
    });
  });

  test("stays public as it was published while it is amended", async () => {
    const { items } = (await plan.sees("deputy")).body;
    await plan.does("deputy", "amendments", { note: "增加一次调研" });
    const more = { ...roads, theme: "农网改造专题调研", kind: "research", fromMonth: 9, toMonth: 9 };
    const kept = items.map(({ kindName: _k, campaignName: _c, ...item }: Record<string, unknown>) => item);
    const revised = (await plan.writes("deputy", [...kept, more])).body;
    expect(revised.items.slice(0, 2).map(({ id }: { id: string }) => id)).toEqual(items.map(({ id }: { id: string }) => id));
    expect(revised.published.items).toHaveLength(2);
    const outside = (await plan.sees("unit_clerk")).body;
    expect(outside).toMatchObject({ status: "published", publicEdition: 1, can: [], steps: [], relations: [], published: null });
    expect(outside.items).toHaveLength(2);
    expect((await portal(`/portal/plans/${plan.id}`)).body).not.toContain("农网改造专题调研");
    expect((await portal("/portal/plans?search=农网改造")).body).not.toContain(plan.id);
    const listed = async (who: string, query: string) => (await (await world.as(who)).get(`/api/activity-plans?${query}`)).body;
    expect((await listed("unit_clerk", "search=农网改造")).items).toEqual([]);
    expect((await listed("deputy", "search=农网改造")).items).toMatchObject([{ id: plan.id, status: "draft", items: 3 }]);
    expect((await listed("unit_clerk", "status=published")).items).toMatchObject([{ id: plan.id, items: 2 }]);
    expect((await listed("unit_clerk", "")).counts).toEqual({ published: 1 });
    expect((await sheet("unit_clerk", "/api/exports/activity-plans?format=csv"))[1]).toMatch(
      /^2023,矿山集第三代表小组,矿山集街道,2,1,.*已公布$/,
    );
    await plan.does("deputy", "submissions");
    await plan.does("committee", "approvals");
    await plan.does("office", "publications");
    expect((await plan.sees("unit_clerk")).body).toMatchObject({ publicEdition: 2, items: [{}, {}, {}] });
    expect((await portal(`/portal/plans/${plan.id}`)).body).toContain("农网改造专题调研");
  });

  test("goes back to what was published when the amendment is dropped", async () => {
    await plan.does("committee", "amendments", { note: "误点" });
    await plan.writes("committee", []);
    expect(await tasks("committee")).toEqual(["submit"]);
    expect(await plan.does("committee", "amendment-drops")).toMatchObject({ status: "published", items: [{}, {}, {}], publicEdition: 2 });
  });

  test("is public no more once it is withdrawn, with the reason kept", async () => {
    expect((await plan.tries("committee", "withdrawals", { note: "内容有误" })).status).toBe(403);
    expect((await plan.tries("office", "withdrawals", {})).status).toBe(422);
    const after = await plan.does("office", "withdrawals", { note: "地点有误" });
    expect(after).toMatchObject({ status: "draft", publicEdition: null, returned: { verb: "withdraw", note: "地点有误" } });
    await world.home.pump.drain();
    expect((await plan.sees("unit_clerk")).status).toBe(404);
    expect((await plan.tries("unit_clerk", "submissions")).status).toBe(404);
    expect((await portal(`/portal/plans/${plan.id}`)).status).toBe(404);
    expect((await portal("/portal/plans")).body).not.toContain(plan.id);
    const kept = await sql<{ edition: number; withdrawalReason: string | null }>`
      select edition, withdrawal_reason from activity_plan_edition order by edition`.execute(world.database.read);
    expect(kept.rows).toEqual([
      { edition: 1, withdrawalReason: null },
      { edition: 2, withdrawalReason: "地点有误" },
    ]);
    await plan.does("deputy", "submissions");
    await plan.does("committee", "approvals");
    expect(await plan.does("office", "sendings-back", { note: "地点还要核对" })).toMatchObject({ returned: { verb: "send_back" } });
    await plan.does("deputy", "submissions");
    await plan.does("committee", "approvals");
    expect(await plan.does("office", "publications")).toMatchObject({ publicEdition: 3 });
  });

  test("names what is wrong, and never overwrites what somebody else wrote meanwhile", async () => {
    const other = await begunPlan(world, { year: 2024 });
    const wrong = await other.writes("deputy", [
      { ...roads, fromMonth: 9, toMonth: 3, concern: "" },
      { ...roads, kind: "excursion" },
    ]);
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(["items.0.toMonth", "items.0.concern", "items.1.kind"]);
    const { version } = (await other.sees("deputy")).body;
    expect((await other.tries("deputy", "revisions", { seen: version, items: [roads] })).status).toBe(201);
    const late = await other.tries("committee", "revisions", { seen: version, items: [] });
    expect([late.status, late.body.code]).toEqual([409, "problem.changed_meanwhile"]);
    expect((await other.sees("committee")).body.items).toHaveLength(1);
    await other.does("committee", "submissions");
    const own = await other.tries("committee", "approvals");
    expect([own.status, own.body.reasons?.[0]?.code]).toEqual([409, "activity_plan.need.submitted_by_another"]);
  });
});

describe("a new plan", () => {
  test("is begun once for a year, this or the next, by the group or by who reviews it", async () => {
    const begin = async (who: string, body: object) =>
      (await world.as(who)).post("/api/activity-plans", { groupId: plan.groupId, ...body });
    expect((await begin("deputy", { year: 2023 })).status).toBe(409);
    expect((await begin("deputy", { year: 2022 })).body.errors).toMatchObject([{ field: "year" }]);
    expect((await begin("deputy", { year: 2025 })).body.errors).toMatchObject([{ field: "year" }]);
    expect((await begin("presidium", { year: 2024 })).status).toBe(403);
    expect((await begin("unit_clerk", { year: 2024 })).status).toBe(403);
    const [free] = (await (await world.as("presidium")).get("/api/activity-plan-groups")).body.items;
    expect((await begin("presidium", { groupId: free.id, year: 2023, copy: true })).body.errors).toMatchObject([{ field: "copy" }]);
    expect((await begin("presidium", { groupId: free.id, year: 2023 })).body).toMatchObject({ relations: ["reviewer", "drafter"] });
    expect((await (await world.as("unit_clerk")).get("/api/activity-plan-groups")).body.items).toEqual([]);
    const fields = (await (await world.as("office")).get("/api/activity-plan-groups")).body.items.map(({ name }: { name: string }) => name);
    expect(fields.sort()).toEqual(["区直机关代表小组", "工业企业代表小组"]);
  });

  test("begun by mistake is discarded and stays as evidence; its group may begin another", async () => {
    const presidium = await world.as("presidium");
    const [{ id }] = (await presidium.get("/api/activity-plans?mine=true&year=2023&status=draft")).body.items;
    const { groupId } = (await presidium.get(`/api/activity-plans/${id}`)).body;
    const discard = async (who: string) => (await world.as(who)).post(`/api/activity-plans/${id}/discards`, { note: "选错了小组" });
    expect(await tasks("presidium")).toEqual(["submit"]);
    expect((await discard("unit_clerk")).status).toBe(404);
    expect((await discard("office")).status).toBe(403);
    expect((await discard("presidium")).body).toMatchObject({ status: "discarded", can: [] });
    expect((await discard("presidium")).status).toBe(409);
    expect(await tasks("presidium")).toEqual([]);
    const groups = (await presidium.get("/api/activity-plan-groups")).body.items;
    expect(groups.find((group: { id: string }) => group.id === groupId)).toMatchObject({ years: [] });
    const again = await presidium.post("/api/activity-plans", { groupId, year: 2023 });
    expect([again.status, again.body.items]).toEqual([201, []]);
    const statuses = (await presidium.get("/api/activity-plans?mine=true&year=2023&sort=group")).body.counts;
    expect(statuses).toMatchObject({ discarded: 1, draft: 1 });
    const published = await plan.tries("deputy", "discards");
    expect([published.status, (await plan.sees("deputy")).body.status]).toEqual([409, "published"]);
  });

  test("two who begin the same plan at once: one has it, the other is told in words", async () => {
    const committee = await world.as("committee");
    const [{ id: groupId }] = (await committee.get("/api/activity-plan-groups")).body.items.filter(
      ({ id, years }: { id: string; years: number[] }) => id !== plan.groupId && years.length === 0,
    );
    const answers = await Promise.all([1, 2].map(() => committee.post("/api/activity-plans", { groupId, year: 2023 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { detail } = answers.find(({ status }) => status === 409)!.body;
    expect(detail).toContain("请在那一份上修改");
  });

  test("can begin as a copy of the year before, with identifiers of its own", async () => {
    await sql`update activity_plan set year = 2021 where year = 2024`.execute(world.database.read);
    const copy = await begunPlan(world, { year: 2024, copy: true });
    const before = (await plan.sees("deputy")).body;
    const bare = ({ id: _, ...item }: Record<string, unknown>) => item;
    expect(copy.plan.items.map(bare)).toEqual(before.items.map(bare));
    const ids = new Set(before.items.map(({ id }: { id: string }) => id));
    expect(copy.plan.items.some(({ id }: { id: string }) => ids.has(id))).toBe(false);
    expect(copy.plan.aim).toBe(before.aim);
  });
});

test("lists are narrowed, sorted, and read page by page", async () => {
  const office = await world.as("office");
  const list = async (query: string) => (await office.get(`/api/activity-plans?${query}`)).body;
  const all = (await list("")).items.map(({ id }: { id: string }) => id);
  expect(all.length).toBeGreaterThanOrEqual(4);
  for (const sort of ["-year", "group", "-published"]) {
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const page = await list(`sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(seen, sort).toEqual((await list(`sort=${sort}`)).items.map(({ id }: { id: string }) => id));
    expect(seen.toSorted(), sort).toEqual(all.toSorted());
  }
  expect((await list("year=2023")).items.every(({ year }: { year: number }) => year === 2023)).toBe(true);
  const [{ id: town }] = (await office.get("/api/areas?search=石台镇")).body.items;
  expect((await list(`areaId=${town}`)).items).toMatchObject([{ townName: "石台镇" }, { townName: "石台镇" }]);
  expect((await list("search=%25")).items).toEqual([]);
  expect((await (await world.as("town_deputy")).get("/api/activity-plans?mine=true")).body.items.length).toBeLessThan(all.length);
});

test("what is exported holds every activity; open data holds what is public", async () => {
  const lines = await sheet("office", "/api/exports/activity-plans?format=csv&columns=title,number,status&year=2023&status=published");
  expect(lines).toEqual(["代表小组,年度,状态", "矿山集第三代表小组,2023,已公布"]);
  const { bytes } = await (await world.as("unit_clerk")).bytes("/api/exports/activity-plans?year=2023");
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const activities: string[][] = [];
  book.worksheets[1]?.eachRow((row) => void activities.push((row.values as unknown[]).slice(1).map(String)));
  expect(activities[0]?.slice(0, 6)).toEqual(["年度", "代表小组", "开始月份", "结束月份", "活动主题", "活动类别"]);
  expect(activities.slice(1).map((row) => row.slice(0, 6).join())).toEqual([
    "2023,矿山集第三代表小组,2,2,学习代表法,学习交流",
    "2023,矿山集第三代表小组,4,5,视察农村公路管护情况,视察",
    "2023,矿山集第三代表小组,9,9,农网改造专题调研,专题调研",
  ]);
  const answer = await world.home.web.request("/open-data/activity-plans.csv?year=2023");
  const rows = (await answer.text()).trimEnd().split("\r\n");
  expect(rows).toHaveLength(1 + 3);
  expect(rows.join()).toContain("视察农村公路管护情况,视察,任庄村,,村组道路破损、雨天积水,12");
  expect((await (await world.home.web.request("/open-data/activity-plans.csv?year=2019")).text()).trimEnd().split("\r\n")).toHaveLength(1);
});

test("those whose turn it is are told, and each hears of what concerns him", async () => {
  await world.home.pump.drain();
  const told = async (who: string) =>
    (await (await world.as(who)).get("/api/notices?limit=100")).body.items
      .filter(({ subjectType }: { subjectType: string }) => subjectType === "activity_plan")
      .map(({ type, kind }: { type: string; kind: string }) => `${type.slice("activity_plan.".length)} ${kind}`);
  expect(new Set(await told("committee"))).toEqual(
    new Set(["submitted act", "taken_back know", "published know", "amended know", "withdrawn act", "sent_back know"]),
  );
  expect(await told("office")).toContain("approved act");
  expect(await told("deputy")).toEqual(expect.arrayContaining(["returned act", "sent_back act", "withdrawn know", "published know"]));
  expect(await told("unit_clerk")).toEqual([]);
});

test("everything follows from its steps", async () => {
  expect(await differences(world.database, world.home.modules)).toEqual([]);
  await sql`update activity_plan set public_edition = null, published_at = null, status = 'draft' where id = ${plan.id}`.execute(
    world.database.read,
  );
  expect((await differences(world.database, world.home.modules)).join()).toMatch(/status is draft, its steps end in published/);
  expect((await differences(world.database, world.home.modules)).join()).toMatch(/public edition is none, its editions say 3/);
});
