import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, governmentOffice, toWork, transport, urban, type Way } from "../../../../test/support/suggestion.ts";

const world = testHouse();
const question = { point: 2, dueOn: "2023-09-28", question: "排水沟疏通后，沿线占道物何时清理？" };
const opinion = { opinion: "占道物九月底前清理完毕，保洁力量同步跟进" };

async function coHandled(): Promise<Way> {
  const way = await begin(world);
  await toWork(way, { co: true });
  return way;
}
const coPart = async (way: Way): Promise<string> =>
  (await way.sees("unit_clerk")).body.parts.find((part: { role: string }) => part.role === "CO").id;
const task = async (way: Way, verb: string) =>
  (await (await world.as("co_clerk")).get(`/api/tasks?limit=100`)).body.items.find(
    (one: { subjectId: string; verb: string }) => one.subjectId === way.id && one.verb === verb,
  );

test("the lead asks about a point by a day; it stands on the co-handler's to-do list with that day, and the opinion answers it", async () => {
  const way = await coHandled();
  const partId = await coPart(way);
  expect((await task(way, "give_opinion")).dueOn, "the time limit of opinions").toBe("2023-10-23");
  const asked = await way.does("unit_clerk", "co-opinion-requests", { partId, ...question });
  expect(asked.requests).toMatchObject([{ kind: "co_opinion", partId, point: 2, dueOn: "2023-09-28", decision: null }]);
  expect((await task(way, "give_opinion")).dueOn, "the sooner day counts").toBe("2023-09-28");
  const seen = (await way.sees("co_clerk")).body;
  expect(seen.timeline.at(-1)).toMatchObject({ verb: "ask_co_opinion", partId, note: question.question, data: { point: 2 } });
  const given = await way.does("co_clerk", "co-opinions", opinion);
  expect(given.requests).toMatchObject([{ decision: "answered", decidedOn: "2023-09-22" }]);
  expect(given.timeline.at(-1).data).toMatchObject({ points: [2] });
  expect(await task(way, "give_opinion")).toBeUndefined();
  expect((await world.facts("suggestion.co_opinion_asked")).some((fact) => fact.subjectId === way.id)).toBe(true);
});

test("whoever has spoken can be asked once more, and the reply waits for it", async () => {
  const way = await coHandled();
  for (const stage of ["before", "during"] as const) await way.does("unit_clerk", "contacts", contact(stage));
  await way.does("co_clerk", "co-opinions", opinion);
  expect((await way.sees("unit_clerk")).body.can).toContain("draft_reply");
  await way.does("unit_clerk", "co-opinion-requests", { partId: await coPart(way), ...question, point: null });
  const waiting = (await way.sees("unit_clerk")).body;
  expect(waiting.cannot.find((one: { verb: string }) => one.verb === "draft_reply").reasons[0].code).toBe(
    "suggestion.need.co_handlers_spoke",
  );
  expect((await task(way, "give_opinion")).dueOn, "no clock runs any more, the named day does").toBe("2023-09-28");
  await way.does("co_clerk", "co-opinions", opinion);
  expect((await way.sees("unit_clerk")).body.can).toContain("draft_reply");
});

test.each([
  ["a part that does not co-handle", { partId: "lead" }, "partId", "suggestion.not_a_co_handler"],
  ["a point that the proposal has not", { point: 9 }, "point", "field.no_such_thing"],
  ["today", { dueOn: "2023-09-22" }, "dueOn", "suggestion.not_after_today"],
  ["a day after the reply itself is due", { dueOn: "2024-03-01" }, "dueOn", "suggestion.after_reply_due"],
])("%s is refused", async (_, changes, field, code) => {
  const way = await coHandled();
  const { parts } = (await way.sees("unit_clerk")).body;
  const of = (role: string) => parts.find((part: { role: string }) => part.role === role).id;
  const input = { partId: of("CO"), ...question, ...changes };
  const refused = await way.tries("unit_clerk", "co-opinion-requests", input.partId === "lead" ? { ...input, partId: of("LEAD") } : input);
  expect([refused.status, refused.body.errors[0].field, refused.body.errors[0].code]).toEqual([422, field, code]);
});

test("the same question is open only once; a co-handler cannot ask, and where nobody co-handles there is nobody to ask", async () => {
  const way = await coHandled();
  const partId = await coPart(way);
  await way.does("unit_clerk", "co-opinion-requests", { partId, ...question });
  expect((await way.tries("unit_clerk", "co-opinion-requests", { partId, ...question })).body.errors[0].code).toBe(
    "suggestion.asked_already",
  );
  await way.does("unit_leader", "co-opinion-requests", { partId, ...question, point: 1 });
  expect((await way.tries("co_clerk", "co-opinion-requests", { partId, ...question })).status).toBe(403);
  const alone = await begin(world);
  await toWork(alone);
  const nobody = await alone.tries("unit_clerk", "co-opinion-requests", { partId, ...question });
  expect([nobody.status, nobody.body.code]).toEqual([409, "suggestion.need.co_handler_there"]);
});

test("what was asked of a unit that hands its part back is asked no more", async () => {
  const way = await begin(world);
  await way.does("deputy", "submissions");
  await way.does("office", "acceptances", { category: "roads" });
  await way.does("office", "assignments", { viaId: governmentOffice });
  await way.does("government", "forwardings", { units: [transport, urban] });
  await way.does("unit_clerk", "receipts");
  await way.does("unit_clerk", "co-opinion-requests", { partId: await coPart(way), ...question });
  await way.does("co_clerk", "handback-requests", { reason: "沿线不属于我局管辖范围" });
  const after = await way.does("government", "handback-decisions", { granted: true, note: "情况属实，同意退办" });
  expect(after.requests.find((one: { kind: string }) => one.kind === "co_opinion").decision).toBe("withdrawn");
});
