import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, toReply, toWork, type Way } from "../../../../test/support/suggestion.ts";

const world = testHouse();
const ask = async (persona: string, query = "") => (await (await world.as(persona)).get(`/api/escalations?${query}`)).body;

const meeting = {
  note: "涉及两个部门，请面对面协调",
  plannedOn: "2023-09-28",
  place: "二楼会议室",
  invited: "领衔代表、区交通局、区财政局",
};
const held = { heldOn: "2023-09-22", participants: "领衔代表、区交通局局长", minutes: "各方说明了情况", conclusion: "支路列入明年计划" };

async function dissatisfied(documentNo: string): Promise<Way> {
  const way = await begin(world);
  await toWork(way);
  await toReply(way, undefined, documentNo);
  await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "DISSATISFIED", reasons: "支路没有修" });
  return way;
}

test("a meeting is called with day, place and guests, and concluded with minutes; both stay on the list", async () => {
  const way = await dissatisfied("杜交函〔2023〕12号");
  expect((await ask("office")).items).toEqual([]);
  await way.does("office", "escalations", meeting);
  const waiting = (await (await world.as("office")).get("/api/tasks?verb=conclude_escalation")).body.items;
  expect(waiting).toMatchObject([{ subjectId: way.id, dueOn: "2023-09-28" }]);
  const open = await ask("office", "state=open");
  expect(open.counts).toEqual({ open: 1, concluded: 0 });
  expect(open.items).toMatchObject([
    {
      ...{
        suggestionId: way.id,
        plannedOn: "2023-09-28",
        place: "二楼会议室",
        invited: meeting.invited,
        heldOn: null,
        mine: true,
        round: 1,
      },
      dissatisfied: [{ result: "DISSATISFIED", attitude: "SATISFIED", reasons: "支路没有修" }],
    },
  ]);
  const { body } = await way.tries("office", "escalation-conclusions", { ...held, heldOn: "2023-09-29", rework: false });
  expect(body.errors).toMatchObject([{ field: "heldOn" }]);
  const after = await way.does("office", "escalation-conclusions", { ...held, rework: false });
  expect(after.escalations).toMatchObject([{ ...held, rework: false, plannedOn: "2023-09-28" }]);
  expect(await ask("office", "state=open")).toMatchObject({ items: [], counts: { open: 0, concluded: 1 } });
  expect((await ask("office", "state=concluded&year=2023")).items).toMatchObject([
    { minutes: held.minutes, conclusion: held.conclusion, mine: false },
  ]);
  expect((await ask("office", "year=2022")).items).toEqual([]);
  const { bytes } = await (await world.as("office")).bytes("/api/exports/escalations?format=csv");
  expect(Buffer.from(bytes).toString("utf8").trimEnd().split("\r\n")).toHaveLength(2);
});

test("a day that is past cannot be planned", async () => {
  const way = await dissatisfied("杜交函〔2023〕13号");
  const { status, body } = await way.tries("office", "escalations", { ...meeting, plannedOn: "2023-09-21" });
  expect([status, body.errors[0].field]).toEqual([422, "plannedOn"]);
});

test("units that handle see the meeting, strangers and onlookers nothing; a rating at rest stays hidden from those who handle", async () => {
  const way = await dissatisfied("杜交函〔2023〕14号");
  const named = async (persona: string) => (await ask(persona)).items.find((one: { suggestionId: string }) => one.suggestionId === way.id);
  await way.does("office", "escalations", meeting);
  for (const persona of ["unit_clerk", "government"])
    expect(await named(persona), persona).toMatchObject({ mine: false, dissatisfied: [{ reasons: "支路没有修" }] });
  for (const persona of ["peer_deputy", "other_clerk", "presidium"]) expect(await named(persona), persona).toBeUndefined();
  expect((await way.sees("peer_deputy")).body.escalations).toEqual([]);
  await way.does("office", "suspensions", { note: "等待上级规划批复" });
  expect(await named("unit_clerk")).toMatchObject({ dissatisfied: [] });
  expect(await named("office")).toMatchObject({ dissatisfied: [{ reasons: "支路没有修" }] });
});

test("the list is read page by page, the latest called first", async () => {
  const read: string[] = [];
  for (let cursor = ""; ; ) {
    const page = await ask("office", `limit=1${cursor && `&cursor=${cursor}`}`);
    read.push(...page.items.map(({ id }: { id: string }) => id));
    if (!page.next) break;
    cursor = page.next;
  }
  expect([read.length, new Set(read).size]).toEqual([2, 2]);
});
