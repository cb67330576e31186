import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, toReply, toWork, type Way } from "../../../../test/support/suggestion.ts";
import { organisationId } from "../../../../test/world/organisations.ts";

const world = testHouse();
const ask = async (persona: string, query = "") => (await (await world.as(persona)).get(`/api/supervisions?${query}`)).body;

const leaders = { leader: "区人大常委会副主任甲", governmentLeader: "副区长乙", bodyId: organisationId("finance_committee") };
const mark = { ...leaders, decidedOn: "2023-09-20", documentNo: "杜人主〔2023〕9号", nextOn: "2023-10-10", nextStep: "到现场查看" };
const finding = { heldOn: "2023-09-22", by: "副主任甲", finding: "路基已完成，进度正常", demand: "九月底前完成面层" };

async function atWork(): Promise<Way> {
  const way = await begin(world);
  await toWork(way);
  return way;
}

test("a key suggestion has leaders, a log with what comes next, and ends with the report to the council of chairpersons", async () => {
  const way = await atWork();
  const marked = await way.does("office", "key-markings", mark);
  expect(marked.supervisions).toMatchObject([
    {
      ...{ leader: leaders.leader, governmentLeader: "副区长乙", body: { name: "财经委" }, decidedOn: "2023-09-20" },
      nextOn: "2023-10-10",
      result: null,
    },
  ]);
  const waiting = (await (await world.as("office")).get("/api/tasks?verb=supervise")).body.items;
  expect(waiting).toMatchObject([{ subjectId: way.id, verb: "supervise", dueOn: "2023-10-10" }]);
  for (const persona of ["office", "government", "unit_clerk"]) {
    const { items, counts } = await ask(persona);
    expect(items, persona).toMatchObject([{ suggestionId: way.id, bodyName: "财经委", times: 0, lastOn: null, nextStep: "到现场查看" }]);
    expect(counts).toEqual({ open: 1, reported: 0 });
  }
  await way.does("office", "supervisions", { ...finding, nextOn: "2023-10-20", nextStep: "验收" });
  expect((await ask("office")).items).toMatchObject([{ times: 1, lastOn: "2023-09-22", nextOn: "2023-10-20", nextStep: "验收" }]);
  await way.does("office", "supervision-leaders", { ...leaders, leader: "副主任丙" });
  expect(await ask("office")).toMatchObject({ items: [{ leader: "副主任丙", nextOn: "2023-10-20" }], leaders: ["副主任丙"] });

  const report = {
    reportedOn: "2023-09-22",
    meeting: "第12次主任会议",
    report: "已完成两次现场督办",
    result: "continued",
    nextOn: "2023-11-01",
  };
  await way.does("office", "supervision-reports", report);
  expect((await ask("office")).items).toMatchObject([{ result: "continued", nextOn: "2023-11-01", meeting: "第12次主任会议" }]);
  const done = await way.does("office", "supervision-reports", { ...report, result: "accepted", opinion: "同意报告" });
  expect(done.supervisions).toMatchObject([{ result: "accepted", nextOn: null, opinion: "同意报告" }]);
  expect((await ask("office")).counts).toEqual({ open: 0, reported: 1 });
  expect((await ask("office", "state=open")).items).toEqual([]);
  expect((await (await world.as("office")).get("/api/tasks?verb=supervise")).body.items).toEqual([]);
  const late = await way.tries("office", "supervision-reports", report);
  expect([late.status, late.body.reasons[0].code]).toEqual([409, "suggestion.need.under_supervision"]);
  expect((await world.facts("suggestion.supervision_reported")).map(({ data }) => data["result"])).toEqual(["continued", "accepted"]);
});

test("what cannot be is refused with the field named", async () => {
  const way = await atWork();
  const named = async (path: string, body: object) => {
    const { status, body: answer } = await way.tries("office", path, body);
    return [status, answer.errors?.map(({ field }: { field: string }) => field)];
  };
  expect(await named("key-markings", { ...mark, decidedOn: "2023-09-23" })).toEqual([422, ["decidedOn"]]);
  expect(await named("key-markings", { ...mark, bodyId: organisationId("transport") })).toEqual([422, ["bodyId"]]);
  expect(await named("key-markings", { ...mark, nextOn: "2023-09-21" })).toEqual([422, ["nextOn"]]);
  expect((await way.tries("office", "supervision-leaders", leaders)).status).toBe(409);
  expect((await way.tries("unit_clerk", "key-markings", mark)).status).toBe(403);
  // A case that is not a key suggestion can be looked at, too: it leaves a record and no supervision.
  expect((await way.does("office", "supervisions", finding)).supervisions).toEqual([]);
});

test("the log is not for onlookers, and strangers see none of it", async () => {
  const way = await atWork();
  await way.does("office", "key-markings", mark);
  const peer = await way.sees("peer_deputy");
  expect([peer.status, peer.body.supervisions]).toEqual([200, []]);
  for (const persona of ["peer_deputy", "deputy", "other_clerk", "presidium"])
    expect(
      (await ask(persona)).items.map((one: { suggestionId: string }) => one.suggestionId),
      persona,
    ).not.toContain(way.id);
});

test("searched, filtered, sorted and read page by page; the file holds what the list shows", async () => {
  for (const [leader, nextOn] of [
    ["主任一", "2023-10-05"],
    ["主任二", "2023-09-25"],
    ["主任二", null],
  ]) {
    const way = await atWork();
    await way.does("office", "key-markings", { ...mark, leader, nextOn });
  }
  const days = async (query: string) => (await ask("office", query)).items.map(({ nextOn }: { nextOn: string | null }) => nextOn);
  expect(await days("leader=主任二")).toEqual(["2023-09-25", null]);
  expect(await days("search=主任一")).toEqual(["2023-10-05"]);
  expect(await days("dueBy=2023-09-30")).toEqual(["2023-09-25"]);
  expect(await days("dueFrom=2023-09-26&dueBy=2023-10-06")).toEqual(["2023-10-05"]);
  expect(await days("year=2022")).toEqual([]);
  expect(await days("status=replied")).toEqual([]);
  const read: string[] = [];
  for (const sort of ["next", "decided"]) {
    for (let cursor = ""; ; ) {
      const page = await ask("office", `sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
      read.push(...page.items.map(({ id }: { id: string }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(read).size, sort).toBe(read.length);
    expect(read.splice(0).length).toBe((await ask("office")).items.length);
  }
  const { bytes } = await (await world.as("office")).bytes("/api/exports/supervisions?format=csv&leader=主任二");
  const lines = Buffer.from(bytes).toString("utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain("领衔督办");
});

test("a reply does not end the supervision", async () => {
  const way = await atWork();
  await way.does("office", "key-markings", mark);
  await toReply(way);
  expect((await ask("office", "status=replied&state=open")).items).toMatchObject([{ suggestionId: way.id, status: "replied" }]);
});
