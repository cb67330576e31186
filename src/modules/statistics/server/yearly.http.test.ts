import exceljs from "exceljs";
import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, promised, solved, toReply, toWork, visit, type Way } from "../../../../test/support/suggestion.ts";

const world = testHouse();

interface Figures {
  counts: Record<string, number>;
  rates: { key: string; numerator: number; denominator: number; value: number | null }[];
}
interface Yearly {
  asOf: string;
  asOfBefore: string;
  whole: Figures;
  before: Figures;
  tables: { by: string; groups: (Figures & { key: string; before: Figures })[] }[];
  promises: { year: number; counts: Record<string, number>; rate: number | null }[];
  keys: { whole: Figures; before: Figures };
}

const report = async (persona: string, query: string): Promise<Yearly> => {
  const { status, body } = await (await world.as(persona)).get(`/api/statistics/yearly?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

const then = "2022-09-20";

async function toEnd(way: Way): Promise<void> {
  await toWork(way);
  for (const stage of ["before", "during"] as const) await way.does("unit_clerk", "contacts", { ...contact(stage), heldOn: then });
  await way.does("unit_clerk", "replies", solved);
  await way.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2022〕1号" });
  await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "SATISFIED" });
  await way.does("office", "return-visits", { ...visit, heldOn: then });
  await way.does("office", "closings");
}

test("a year's tables add up to the whole, each number opens its rows, and the year before stands beside", async () => {
  world.on(then);
  await toEnd(await begin(world));
  world.on("2023-09-22");
  const key = await begin(world);
  await toWork(key);
  await key.does("office", "key-markings", { leader: "副主任", decidedOn: "2023-09-22" });
  const replied = await begin(world, "deputy", { category: "water" });
  await toWork(replied);
  await toReply(replied, promised);

  const now = await report("office", "year=2023");
  expect([now.asOf, now.asOfBefore]).toEqual(["2023-09-22", "2022-09-22"]);
  expect(now.whole.counts).toMatchObject({ count: 2, closed: 0, open: 2 });
  expect(now.before.counts).toMatchObject({ count: 1, closed: 1, solved: 1, satisfied: 1 });
  expect(now.keys.whole.counts).toMatchObject({ count: 1, closed: 0 });
  expect(now.keys.before.counts["count"]).toBe(0);
  expect(now.promises).toEqual([
    { year: 2023, counts: { promised: 1, promisesOpen: 1, promisesOverdue: 0, promisesKept: 0, promisesAnsweredAgain: 0 }, rate: 0 },
    { year: 2022, counts: { promised: 0, promisesOpen: 0, promisesOverdue: 0, promisesKept: 0, promisesAnsweredAgain: 0 }, rate: null },
  ]);
  expect(now.tables.map(({ by }) => by)).toEqual(["category", "unit", "class"]);
  const office = await world.as("office");
  for (const { by, groups } of now.tables) {
    for (const side of [now.whole, now.before] as const)
      for (const [measure, count] of Object.entries(side.counts)) {
        const of = groups.map((group) => (side === now.whole ? group : group.before).counts[measure] ?? 0);
        expect(
          of.reduce((sum, one) => sum + one, 0),
          `${by} ${measure}`,
        ).toBe(count);
      }
    const { body } = await office.get(`/api/statistics/suggestions/breakdowns/${by}?year=2023`);
    expect(body.whole).toEqual(now.whole);
    for (const { key: group, counts } of groups) {
      const rows = await office.get(
        `/api/statistics/suggestions/breakdowns/${by}/rows?year=2023&measure=count&group=${encodeURIComponent(group)}`,
      );
      expect(rows.body.items.length, `${by} ${group}`).toBe(counts["count"]);
    }
  }
  const rows = async (query: string) => (await office.get(`/api/statistics/suggestions/breakdowns/category/rows?${query}`)).body.items;
  expect(await rows("year=2022&asOf=2022-09-22&measure=closed")).toHaveLength(1);
  expect(await rows("year=2023&key=true&measure=count")).toMatchObject([{ id: key.id }]);
  const promises = await office.get("/api/statistics/yearly/promises?year=2023&measure=promisesOpen");
  expect(promises.body.items).toMatchObject([{ about: "完成四条支路硬化", place: "区交通局建设股", until: null }]);
  expect((await report("peer_deputy", "year=2022")).whole.counts).toMatchObject({ count: 1, closed: 1 });
});

test("it is taken away as a book of sheets and as a paper, with the cut-off days in it", async () => {
  const office = await world.as("office");
  const { status, bytes } = await office.bytes("/api/exports/statistics/yearly?year=2023");
  expect(status).toBe(200);
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "2023年度代表建议办理情况",
    "按类别",
    "按承办单位",
    "按办理结果类别",
    "承诺落实",
    "重点督办建议",
  ]);
  const [first, fields] = book.worksheets;
  expect(first?.getRow(1).values).toContain("本年（截至2023-09-22）");
  expect([2, 5].map((column) => first?.getRow(2).getCell(column).value)).toEqual([2, 1]);
  const last = fields?.getRow(fields.rowCount).values as unknown[];
  expect(last.slice(1, 3)).toEqual(["合计", 2]);
  expect((await world.facts("export.begun")).at(-1)?.data).toMatchObject({ list: "yearly", format: "xlsx" });
  for (const format of ["docx", "pdf"]) {
    const paper = await office.bytes(`/api/statistics/yearly/paper?year=2023&format=${format}`);
    expect(paper.status, format).toBe(200);
    expect(paper.bytes.length, format).toBeGreaterThan(4000);
  }
  expect((await office.get("/api/statistics/yearly?year=1800")).status).toBe(422);
  expect((await world.nobody.get("/api/statistics/yearly?year=2023")).status).toBe(401);
});
