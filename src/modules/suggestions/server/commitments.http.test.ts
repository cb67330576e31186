import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, promised, toReply, toWork } from "../../../../test/support/suggestion.ts";

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
    expect(items, persona).toMatchObject([{ suggestionId: way.id, content: "完成四条支路硬化", dueOn: "2024-06-30", state: "open" }]);
    expect(counts).toEqual({ open: 1, overdue: 0, kept: 0, answeredAgain: 0 });
  }
  expect((await ask("other_clerk")).items).toEqual([]);
  world.on("2024-07-01");
  expect((await ask("office", "overdue=true")).items).toHaveLength(1);
  const [line] = (await ask("unit_clerk", "state=open")).items;
  await way.does("unit_clerk", "commitment-settlements", { commitmentId: line.id, kept: true, evidence: "四条支路已完成硬化" });
  expect((await ask("office")).counts).toEqual({ open: 0, overdue: 0, kept: 1, answeredAgain: 0 });
  expect((await ask("office", "state=kept")).items).toMatchObject([{ evidence: "四条支路已完成硬化", settledOn: "2024-07-01" }]);
  world.on("2023-09-22");
});

test("it is read page by page, the nearest due day first", async () => {
  for (const dueOn of ["2024-03-31", "2023-12-31", "2024-01-31"]) {
    const way = await begin(world);
    await toWork(way);
    await toReply(way, { ...promised, commitments: [{ ...promised.commitments[0], dueOn }] });
  }
  const read: string[] = [];
  for (let cursor = ""; ; ) {
    const page = await ask("office", `state=open&limit=1${cursor && `&cursor=${cursor}`}`);
    read.push(...page.items.map((item: { dueOn: string }) => item.dueOn));
    if (!page.next) break;
    cursor = page.next;
  }
  expect(read).toEqual(["2023-12-31", "2024-01-31", "2024-03-31"]);
});
