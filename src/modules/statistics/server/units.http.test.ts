import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import {
  begin,
  contact,
  governmentOffice,
  housing,
  promised,
  solved,
  toReply,
  toWork,
  transport,
  urban,
  visit,
} from "../../../../test/support/suggestion.ts";
import { type UnitMeasure, unitMeasures } from "../terms.ts";

const world = testHouse();

interface Unit {
  id: string;
  name: string;
  place: number | null;
  counts: Record<UnitMeasure, number>;
  rates: { key: string; numerator: number; denominator: number; value: number | null }[];
  averageDays: number | null;
}

const ask = async (persona: string, path = "", query = "") => (await world.as(persona)).get(`/api/statistics/units${path}?${query}`);
const glance = async (persona: string, query = ""): Promise<{ units: Unit[]; whole: Unit; all: boolean }> =>
  (await ask(persona, "", query)).body;
const rate = (unit: Pick<Unit, "rates"> | undefined, key: string) => unit?.rates.find((one) => one.key === key);

/** Follows the rows of a number to their end, two at a time. */
async function rowsOf(persona: string, unit: string, query: string): Promise<{ suggestionId: string; urgeable: boolean; dueOn: string }[]> {
  const rows = [];
  for (let cursor = ""; ; ) {
    const { body } = await ask(persona, `/${unit}/rows`, `${query}&limit=2${cursor && `&cursor=${cursor}`}`);
    rows.push(...body.items);
    if (!body.next) return rows;
    cursor = body.next;
  }
}

test("a unit's row says what it has, answers, solves and keeps; every number opens its rows and reconciles", async () => {
  const answered = await begin(world);
  await toWork(answered);
  await answered.does("unit_clerk", "contacts", { ...contact("before"), way: "visit" });
  await toReply(answered, promised);
  const closed = await begin(world);
  await toWork(closed);
  await toReply(closed, solved, "杜交函〔2023〕13号");
  await closed.does("deputy", "appraisals", { attitude: "SATISFIED", result: "BASIC" });
  await closed.does("office", "return-visits", visit);
  await closed.does("office", "closings");
  const late = await begin(world);
  await toWork(late);
  const back = await begin(world);
  await toWork(back);
  await back.does("unit_clerk", "handback-requests", { reason: "不属于本单位职责" });
  await back.does("government", "handback-decisions", { granted: true, note: "同意退办" });
  await back.does("government", "forwardings", { units: [housing] });

  const { units, whole, all } = await glance("government");
  expect(all).toBe(true);
  const unit = units.find(({ id }) => id === transport.unitId);
  expect(unit?.counts).toEqual({
    ...{ count: 3, inHandling: 1, replied: 2, overdue: 0, nearlyDue: 0, handedBack: 1, met: 1 },
    ...{ closed: 1, solved: 1, heard: 1, satisfied: 0, satisfiedOrBasic: 1 },
    ...{ promised: 1, promisesOpen: 1, promisesOverdue: 0, promisesKept: 0, opinionsOverdue: 0 },
  });
  expect(unit?.averageDays).toBe(0);
  expect(rate(unit, "reply_rate")).toEqual({ key: "reply_rate", numerator: 2, denominator: 3, value: 66.67 });
  expect(rate(unit, "contact_rate")?.value).toBe(50);
  expect(rate(unit, "solved_rate")?.value).toBe(100);
  expect(rate(unit, "satisfaction_rate")?.value).toBe(0);
  expect(rate(unit, "satisfaction_and_basic_rate")?.value).toBe(100);
  expect(unit?.place).toBe(1);
  expect(units.find(({ id }) => id === housing.unitId)).toMatchObject({ place: null, counts: { count: 1, inHandling: 1 } });

  for (const measure of unitMeasures) {
    expect(
      units.reduce((sum, { counts }) => sum + counts[measure], 0),
      measure,
    ).toBe(whole.counts[measure]);
    for (const { id, counts } of units)
      expect(await rowsOf("office", id, `measure=${measure}`), `${id} ${measure}`).toHaveLength(counts[measure]);
  }
  expect(whole.counts.count).toBe(whole.counts.inHandling + whole.counts.replied);
  const { body } = await (await world.as("office")).get("/api/statistics/suggestions/breakdowns/unit");
  for (const measure of ["count", "closed", "solved", "heard", "satisfied", "satisfiedOrBasic"] as const) {
    expect(whole.counts[measure], measure).toBe(body.whole.counts[measure]);
    for (const group of body.groups)
      expect(units.find(({ id }) => id === group.key)?.counts[measure], group.label).toBe(group.counts[measure]);
  }

  world.on("2023-12-20");
  const soon = (await glance("office")).units.find(({ id }) => id === transport.unitId);
  expect(soon?.counts).toMatchObject({ overdue: 0, nearlyDue: 1 });
  world.on("2024-07-01");
  const then = (await glance("office")).units.find(({ id }) => id === transport.unitId);
  expect(then?.counts).toMatchObject({ overdue: 1, nearlyDue: 0, inHandling: 1, promisesOverdue: 1 });
  const rows = await rowsOf("government", transport.unitId, "measure=overdue");
  expect(rows).toMatchObject([{ suggestionId: late.id, dueOn: "2023-12-22", seen: true, urgeable: true }]);
  await late.does("government", "urgings", { note: "请抓紧办理" });
  const before = (await glance("office", "asOf=2023-09-22")).units.find(({ id }) => id === transport.unitId);
  expect(before?.counts).toMatchObject({ overdue: 0, promisesOverdue: 0 });
  world.on("2023-09-22");
});

test("a suspended case is in handling, and nobody's delay", async () => {
  const before = (await glance("office")).units.find(({ id }) => id === transport.unitId);
  const way = await begin(world);
  await toWork(way);
  await way.does("office", "suspensions", { note: "等待上级规划批复" });
  world.on("2024-07-01");
  const after = (await glance("office")).units.find(({ id }) => id === transport.unitId);
  world.on("2023-09-22");
  expect(after?.counts).toMatchObject({ inHandling: (before?.counts.inHandling ?? 0) + 1, overdue: 1 });
});

test("a case of several units stands with each, and once in the whole", async () => {
  const way = await begin(world, "deputy", { category: "housing" });
  await way.does("deputy", "submissions");
  await way.does("office", "acceptances", { category: "housing" });
  const units = [
    { ...transport, role: "SEPARATE", scope: "道路部分" },
    { ...housing, role: "SEPARATE", scope: "房屋部分" },
  ];
  const before = await glance("office");
  await way.does("office", "assignments", { viaId: null, units });
  const after = await glance("office");
  expect(after.whole.counts.count).toBe(before.whole.counts.count + 1);
  const sum = (of: typeof after) => of.units.reduce((total, unit) => total + unit.counts.count, 0);
  expect(sum(after)).toBe(sum(before) + 2);
  expect(after.whole.counts.count).toBe(after.whole.counts.inHandling + after.whole.counts.replied);
});

test("a unit sees itself and nothing else; deputies and presidiums have no such page", async () => {
  const { units, all } = await glance("unit_clerk");
  expect([all, units.map(({ id }) => id)]).toEqual([false, [transport.unitId]]);
  expect((await ask("unit_clerk", `/${transport.unitId}/rows`)).status).toBe(200);
  expect((await ask("unit_clerk", `/${housing.unitId}/rows`)).status).toBe(404);
  const csv = Buffer.from((await (await world.as("unit_clerk")).bytes("/api/exports/statistics/units?format=csv")).bytes).toString("utf8");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(2);
  for (const persona of ["deputy", "presidium", "administrator"]) expect((await ask(persona)).status, persona).toBe(403);
});

test("an appraisal that is not yet final moves no number of the unit", async () => {
  const way = await begin(world);
  await toWork(way);
  await toReply(way, solved, "杜交函〔2023〕21号");
  const before = await glance("unit_clerk");
  await way.does("deputy", "appraisals", { attitude: "DISSATISFIED", result: "DISSATISFIED", reasons: "道路没有修好" });
  expect(await glance("unit_clerk")).toEqual(before);
});

test("narrowed by year, congress and name, in the order asked for", async () => {
  expect((await glance("office", "year=2022")).units).toEqual([]);
  const all = (await glance("office", "year=2023&sort=name")).units.map(({ name }) => name);
  expect(all).toEqual(all.toSorted());
  expect((await glance("office", "search=交通")).units.map(({ id }) => id)).toEqual([transport.unitId]);
  expect((await ask("office", "", "sort=luck")).status).toBe(422);
  expect((await ask("office", "", `congressId=${governmentOffice}`)).body.units).toEqual([]);
});

test("a co-handler's opinion is overdue after the limit, or after the day the lead asked for; each opens its rows", async () => {
  const overdue = async () => (await glance("office")).units.find(({ id }) => id === urban.unitId)?.counts.opinionsOverdue ?? 0;
  const before = await overdue();
  const [late, asked, spoken] = [await begin(world), await begin(world), await begin(world)];
  for (const way of [late, asked, spoken]) await toWork(way, { co: true });
  expect(await overdue()).toBe(before);
  const { body } = await (await world.as("unit_clerk")).get(`/api/suggestions/${asked.id}`);
  const part = body.parts.find(({ role }: { role: string }) => role === "CO");
  await asked.does("unit_clerk", "co-opinion-requests", { partId: part.id, dueOn: "2023-09-25", question: "管线由谁迁移？" });
  world.on("2023-09-25");
  expect(await overdue()).toBe(before);
  world.on("2023-09-26");
  expect(await overdue()).toBe(before + 1);
  world.on("2023-12-01");
  expect(await overdue()).toBe(before + 3);
  const { whole } = await glance("government");
  expect(whole.counts.opinionsOverdue).toBe(before + 3);
  const rows = await rowsOf("government", urban.unitId, "measure=opinionsOverdue");
  expect(rows.map(({ suggestionId }) => suggestionId)).toEqual(expect.arrayContaining([late.id, asked.id, spoken.id]));
  expect(rows[0]).toMatchObject({ suggestionId: asked.id, dueOn: "2023-09-25" });
  await late.does("office", "suspensions", { note: "等待上级规划批复" });
  expect(await overdue()).toBe(before + 2);
  world.on("2023-09-22");
});
