import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, solved, toReply, toWork, transport, type Way } from "../../../../test/support/suggestion.ts";

const world = testHouse();
const answers = { opening: "我局到现场逐条查看。", points: ["已硬化二点三公里", "已全线疏通", "已明确管护人"], closing: "感谢关心。" };
const pointed = { answers, resultClass: "A", outcome: "resolved" };

/** A case whose lead unit may write its reply. */
async function writable(): Promise<Way> {
  const way = await begin(world);
  await toWork(way);
  for (const stage of ["before", "during"] as const) await way.does("unit_clerk", "contacts", contact(stage));
  return way;
}

test("a reply point by point has an answer to each point of the proposal, and its letter's text is composed of them", async () => {
  const way = await writable();
  const [reply] = (await way.does("unit_clerk", "replies", pointed)).replies;
  expect(reply.answers.points.map((one: { asked: string }) => one.asked)).toEqual([
    "安排资金对破损路段进行硬化",
    "同步疏通路边排水沟",
    "落实日常管护责任。",
  ]);
  expect(reply.body).toBe(
    [
      "我局到现场逐条查看。",
      "一、关于“安排资金对破损路段进行硬化”。已硬化二点三公里",
      "二、关于“同步疏通路边排水沟”。已全线疏通",
      "三、关于“落实日常管护责任”。已明确管护人",
      "感谢关心。",
    ].join("\n"),
  );
  expect((await way.sees("deputy")).body.replies, "a draft is the unit's own").toEqual([]);
  await way.does("unit_leader", "reply-returns", { note: "第二条写明完成日期" });
  const again = await way.does("unit_clerk", "replies", { ...solved, body: "一、道路已硬化完工；二、水沟已全线疏通完毕。" });
  expect(again.replies, "written anew, it is the same reply").toMatchObject([{ id: reply.id, answers: null }]);
});

test.each([
  [
    "a point unanswered",
    { answers: { ...answers, points: ["已硬化", "", "已明确"] } },
    ["answers.points.1"],
    "suggestion.point_unanswered",
  ],
  ["fewer answers than points", { answers: { ...answers, points: ["都办了"] } }, ["answers.points"], "suggestion.points_differ"],
  ["both ways at once", { answers, body: solved.body }, ["body"], "suggestion.body_or_answers"],
  ["no text at all", {}, ["body"], "field.required"],
  ["a body too short", { body: "已办" }, ["body"], "field.too_small_string"],
])("%s is refused with the field and the rule", async (_, text, fields, code) => {
  const way = await writable();
  const refused = await way.tries("unit_clerk", "replies", { resultClass: "A", outcome: "resolved", ...text });
  expect([refused.status, refused.body.errors.map((one: { field: string }) => one.field)]).toEqual([422, fields]);
  expect(refused.body.errors[0].code).toBe(code);
});

test("deputies of merged suggestions are each answered by a letter of their own", async () => {
  const main = await begin(world);
  await main.does("deputy", "submissions");
  await main.does("office", "acceptances", { category: "roads" });
  const other = await begin(world, "peer_deputy", { title: "关于尽快修复朱庄道路的建议" });
  await other.does("peer_deputy", "submissions");
  await other.does("office", "mergers", { otherId: main.id });
  await main.does("office", "assignments", { units: [transport], viaId: null });
  await main.does("unit_clerk", "receipts");
  await toReply(main);
  const { addressees } = (await main.sees("peer_deputy")).body;
  expect(addressees.map((one: { role: string; title: string }) => [one.role, one.title])).toEqual([
    ["lead", "关于修缮朱庄社区村内道路的建议"],
    ["merged_lead", "关于尽快修复朱庄道路的建议"],
  ]);
  const clerk = await world.as("unit_clerk");
  const at = (mandateId: string) => `/api/suggestions/${main.id}/papers/reply?addresseeId=${mandateId}`;
  for (const { mandateId, name } of addressees)
    expect(decodeURIComponent((await clerk.bytes(at(mandateId))).headers.get("content-disposition") ?? "")).toContain(`（致${name}代表）`);
  const nobody = await clerk.get(at("00000000-0000-7000-8000-000000000000"));
  expect([nobody.status, nobody.body.code]).toEqual([409, "suggestion.papers.need.addressee"]);
});
