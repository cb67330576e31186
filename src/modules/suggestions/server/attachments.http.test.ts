import { expect, test } from "vitest";
import { type Caller, testHouse } from "../../../../test/support/house.ts";
import { begin, contact, mandateOf, paper, solved, toWork, wayOf } from "../../../../test/support/suggestion.ts";

const world = testHouse();

async function document(caller: Caller, name: string): Promise<string> {
  const { body } = await caller.upload("/api/files", new File([`%PDF-1.7\n${name}${" ".repeat(100)}`], name));
  return body.id;
}
const names = (files: readonly { name: string }[]) => files.map((file) => file.name);

test("a draft's papers are named anew by each revision, and stand fast once it is submitted", async () => {
  const deputy = await world.as("deputy");
  const [first, second] = [await document(deputy, "调研报告.pdf"), await document(deputy, "预算.pdf")];
  const drafted = await deputy.post("/api/suggestions", { ...paper, mandateId: await mandateOf(deputy), attachments: [first] });
  expect(names(drafted.body.attachments)).toEqual(["调研报告.pdf"]);
  const way = wayOf(world, drafted.body.id);
  expect(names((await way.does("deputy", "revisions", { ...paper, attachments: [second, first] })).attachments)).toEqual([
    "预算.pdf",
    "调研报告.pdf",
  ]);
  expect(names((await way.does("deputy", "revisions", paper)).attachments), "not spoken of: as before").toHaveLength(2);
  expect(names((await way.does("deputy", "revisions", { ...paper, attachments: [second] })).attachments)).toEqual(["预算.pdf"]);
  await way.does("deputy", "submissions");
  expect((await way.tries("deputy", "revisions", { ...paper, attachments: [] })).status).toBe(409);
  const office = await world.as("office");
  expect((await office.bytes(`/api/suggestions/${way.id}/attachments/${second}`)).headers.get("content-disposition")).toContain("inline");
  expect((await (await world.as("unit_clerk")).get(`/api/suggestions/${way.id}/attachments/${second}`)).status).toBe(404);
});

test("papers of a reply are the unit's own until the leader has signed", async () => {
  const way = await begin(world);
  await toWork(way);
  const clerk = await world.as("unit_clerk");
  for (const stage of ["before", "during"] as const) await way.does("unit_clerk", "contacts", contact(stage));
  const id = await document(clerk, "施工合同.pdf");
  const drafted = await way.does("unit_clerk", "replies", { ...solved, attachments: [id] });
  expect(names(drafted.timeline.at(-1).attachments)).toEqual(["施工合同.pdf"]);
  const at = `/api/suggestions/${way.id}/attachments/${id}`;
  expect((await (await world.as("unit_leader")).bytes(at)).status).toBe(200);
  const before = (await way.sees("deputy")).body.timeline.at(-1);
  expect([before.attachments, before.data]).toEqual([[], {}]);
  expect((await (await world.as("deputy")).get(at)).status).toBe(404);
  await way.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2023〕77号" });
  expect((await (await world.as("deputy")).bytes(at)).status).toBe(200);
  expect((await (await world.as("peer_deputy")).bytes(at)).status, "the answer is for every deputy of the congress").toBe(200);
});

test("a verb without papers does not take any", async () => {
  const way = await begin(world);
  const refused = await way.tries("deputy", "submissions", { attachments: [] });
  expect([refused.status, refused.body.errors[0].code]).toEqual([422, "field.unknown"]);
});
