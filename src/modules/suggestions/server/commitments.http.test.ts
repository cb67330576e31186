import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { rowsIn } from "../../../../test/support/sheet.ts";
import { begin, contact, housing, promised, toReply, toWork, transport } from "../../../../test/support/suggestion.ts";

const world = testHouse();
const ask = async (persona: string, query = "") => (await (await world.as(persona)).get(`/api/commitments?${query}`)).body;

test("a promise stands in the ledger from the signed reply until it is kept, for those who may see the case", async () => {
  const way = await begin(world);
  await toWork(way);
  await way.does("unit_clerk", "contacts", contact("before"));
  await way.does("unit_clerk", "contacts", contact("during"));
  await way.does("unit_clerk", "replies", promised);
  expect((await ask("unit_clerk")).items, "a draft promises nothing").toEqual([]);
  await way.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2023〕12号" });
  for (const persona of ["unit_clerk", "office", "government", "deputy"]) {
    const { items, counts } = await ask(persona);
    expect(items, persona).toMatchObject([
      { suggestion: { id: way.id }, title: "完成四条支路硬化", dueOn: "2024-06-30", promisedFor: "2024-06-30", status: "open" },
    ]);
    expect(counts).toEqual({ open: 1 });
  }
  expect((await ask("other_clerk")).items).toEqual([]);
  world.on("2024-07-01");
  expect((await ask("office", "overdue=true")).items).toHaveLength(1);
  const [line] = (await ask("unit_clerk", "status=open")).items;
  await way.does("unit_clerk", "commitment-settlements", { commitmentId: line.id, kept: true, evidence: "四条支路已完成硬化" });
  expect((await ask("office")).counts).toEqual({ kept: 1 });
  expect((await ask("office", "status=kept")).items).toMatchObject([
    { evidence: "四条支路已完成硬化", settledOn: "2024-07-01", promisedFor: "2024-06-30", dueOn: null },
  ]);
  world.on("2023-09-22");
});

async function readOut(query: string): Promise<{ promisedFor: string; status: string }[]> {
  const read = [];
  for (let cursor = ""; ; ) {
    const page = await ask("office", `${query}&limit=1${cursor && `&cursor=${cursor}`}`);
    read.push(...page.items);
    if (!page.next) return read;
    cursor = page.next;
  }
}

test("it is read page by page: what is open first, the nearest day first; or the latest day first", async () => {
  for (const dueOn of ["2024-03-31", "2023-12-31", "2024-01-31"]) {
    const way = await begin(world);
    await toWork(way);
    await toReply(way, { ...promised, commitments: [{ ...promised.commitments[0], dueOn }] });
  }
  const days = async (query: string) => (await readOut(query)).map(({ promisedFor }) => promisedFor);
  expect(await days("status=open")).toEqual(["2023-12-31", "2024-01-31", "2024-03-31"]);
  expect(await days("")).toEqual(["2023-12-31", "2024-01-31", "2024-03-31", "2024-06-30"]);
  expect(await days("sort=latest")).toEqual(["2024-06-30", "2024-03-31", "2024-01-31", "2023-12-31"]);
  expect((await readOut("sort=latest"))[0]?.status, "the kept one is the latest").toBe("kept");
});

test("it is searched, narrowed and counted by the same filters, and exported as shown", async () => {
  expect((await ask("office", "search=支路硬化")).counts).toEqual({ open: 3, kept: 1 });
  const found = (await ask("office", "search=四条支路已完成")).items;
  expect(found).toMatchObject([{ status: "kept", match: { field: "evidence" } }]);
  expect((await ask("office", `search=${found[0].label}`)).items.map((one: { id: string }) => one.id)).toEqual([found[0].id]);
  expect((await ask("office", `unitId=${housing.unitId}`)).items).toEqual([]);
  expect((await ask("office", `unitId=${transport.unitId}&carried=false`)).items).toHaveLength(4);
  expect((await ask("office", "carried=true")).counts).toEqual({});
  const sheet = await rowsIn(
    (await (await world.as("office")).bytes("/api/exports/commitments?columns=unit,title,status,promisedFor&status=kept")).bytes,
  );
  expect(sheet[0]).toEqual(["承诺单位", "承诺内容", "状态", "完成时限"]);
  expect(sheet.slice(1).map((row) => row.slice(0, 3))).toEqual([["区交通局", "完成四条支路硬化", "已兑现"]]);
  expect((await (await world.as("other_clerk")).get("/api/commitments?search=支路")).body.items).toEqual([]);
});
