import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, mandateOf, solved, toReply, toWork } from "../../../../test/support/suggestion.ts";
import { differences } from "../../../command/differences.ts";
import { type DateISO, momentOn } from "../../../platform/clock/instant.ts";

const world = testHouse();

interface Task {
  subjectId: string;
  verb: string;
  dueOn: string | null;
  urgedAt: string | null;
  holder: string;
}

const tasks = async (persona: string, query = "") => (await (await world.as(persona)).get(`/api/tasks?limit=200${query}`)).body;
/** What waits for a persona in one case. */
const waits = async (persona: string, id: string, query = ""): Promise<string[]> =>
  (await tasks(persona, query)).items.filter((task: Task) => task.subjectId === id).map((task: Task) => task.verb);
const find = async (persona: string, id: string, query = ""): Promise<Task> =>
  (await tasks(persona, query)).items.find((task: Task) => task.subjectId === id);

describe("the to-do list", () => {
  test("goes from hand to hand with the case", async () => {
    const way = await begin(world);
    expect(await waits("deputy", way.id)).toEqual(["submit"]);
    await way.does("deputy", "invitations", { mandateIds: [await mandateOf(await world.as("cosigner"))] });
    expect(await waits("cosigner", way.id)).toEqual(["cosign"]);
    expect(await waits("deputy", way.id), "the co-signer's word comes first").toEqual([]);
    await way.does("cosigner", "cosignatures", { agrees: true });
    expect(await waits("deputy", way.id)).toEqual(["submit"]);
    await toWork(way, { co: true });
    expect(await waits("office", way.id)).toEqual([]);
    expect(await waits("unit_clerk", way.id)).toEqual(["contact"]);
    expect(await waits("co_clerk", way.id)).toEqual(["give_opinion"]);
    await way.does("unit_clerk", "contacts", contact("before"));
    await way.does("unit_clerk", "contacts", contact("during"));
    expect(await waits("unit_clerk", way.id), "the co-handler's opinion comes first").toEqual([]);
    await way.does("co_clerk", "co-opinions", { opinion: "沿线垃圾由我局负责清理" });
    expect((await find("unit_clerk", way.id)).dueOn).toBe("2023-12-22");
    await way.does("unit_clerk", "replies", solved);
    expect(await waits("unit_clerk", way.id)).toEqual([]);
    expect(await waits("unit_leader", way.id), "only the leader can sign").toEqual(["sign_reply"]);
    await way.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2023〕12号" });
    expect((await waits("deputy", way.id)).sort()).toEqual(["appraise", "confirm_contact"]);
    await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "SATISFIED" });
    expect(await waits("deputy", way.id)).toEqual(["confirm_contact"]);
    expect(await waits("office", way.id)).toEqual(["return_visit"]);
    expect(await waits("unit_clerk", way.id), "a unit does not learn of the appraisal from its list").toEqual([]);
  });

  test("is counted by kind, sorted by due day, and read page by page without a gap", async () => {
    const ways = [await begin(world), await begin(world), await begin(world)];
    for (const way of ways) await way.does("deputy", "submissions");
    const whole = await tasks("office");
    const kinds: { verb: string; count: number }[] = whole.kinds;
    expect(kinds.reduce((sum, kind) => sum + kind.count, 0)).toBe(whole.items.length);
    const due = whole.items.map((task: Task) => task.dueOn ?? "9999-12-31");
    expect(due).toEqual([...due].sort());
    const read: Task[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await (await world.as("office")).get(`/api/tasks?limit=2${cursor && `&cursor=${cursor}`}`);
      read.push(...body.items);
      if (!body.next) break;
      cursor = body.next;
    }
    expect(read).toEqual(whole.items);
    const only = await tasks("office", "&subjectType=suggestion&verb=accept");
    expect(only.items.length).toBe(kinds.find((kind) => kind.verb === "accept")?.count);
    expect((await (await world.as("office")).get("/api/task-counts")).body.count).toBe(whole.items.length);
  });

  test("is found by words of the matter or its number, of both tracks, and by nobody whose turn it is not", async () => {
    const way = await begin(world, "deputy", { title: "关于修缮凤凰亭的建议" });
    await way.does("deputy", "submissions");
    const search = encodeURIComponent("凤凰亭");
    expect((await tasks("office", `&search=${search}`)).items.map((task: Task) => task.subjectId)).toEqual([way.id]);
    expect((await tasks("office", `&search=${search}&verb=assign&subjectType=suggestion`)).items).toEqual([]);
    expect((await tasks("presidium", `&search=${search}`)).items).toEqual([]);
    expect((await tasks("office", `&search=${encodeURIComponent("没有这样的事")}`)).items).toEqual([]);
    const deputy = await world.as("deputy");
    const areaId = (await deputy.get(`/api/areas?search=${encodeURIComponent("朱庄社区")}`)).body.items[0].id;
    const opinion = { title: "凤凰亭边的路灯不亮", content: "凤凰亭边的三盏路灯不亮已有半月，夜间出行不便。", category: "roads", areaId };
    const raised = await deputy.post("/api/opinions", { ...opinion, mandateId: await mandateOf(deputy) });
    expect((await tasks("committee", `&search=${search}`)).items.map((task: Task) => task.subjectId)).toEqual([raised.body.id]);
  });

  test("shows what is overdue, and who was urged", async () => {
    const way = await begin(world);
    await toWork(way);
    expect(await waits("office", way.id, "&side=others")).toEqual(["contact"]);
    expect(await waits("government", way.id, "&side=others")).toEqual(["contact"]);
    expect(await waits("other_clerk", way.id, "&side=others")).toEqual([]);
    world.on("2023-12-25");
    expect(await waits("unit_clerk", way.id, "&overdue=true")).toEqual(["contact"]);
    expect((await way.tries("unit_clerk", "urgings", { note: "请抓紧办理" })).status).toBe(403);
    expect((await way.tries("office", "urgings", {})).body.errors).toEqual([expect.objectContaining({ field: "note" })]);
    await way.does("office", "urgings", { note: "请抓紧办理" });
    expect((await find("unit_clerk", way.id)).urgedAt).not.toBeNull();
    expect(await world.facts("suggestion.urged")).toHaveLength(1);
    expect((await (await world.as("unit_clerk")).get("/api/task-counts")).body.urged).toBe(1);
    await way.does("unit_clerk", "contacts", { ...contact("before"), heldOn: "2023-12-25" });
    expect((await find("unit_clerk", way.id)).urgedAt, "still the same matter").not.toBeNull();
    world.on("2023-09-22");
  });

  test("loses the turn of a mandate at rest", async () => {
    const way = await begin(world, "peer_deputy");
    expect(await waits("peer_deputy", way.id)).toEqual(["submit"]);
    const mandate = await mandateOf(await world.as("peer_deputy"));
    const office = await world.as("office");
    const suspended = await office.post(`/api/mandates/${mandate}/suspensions`, { effectiveOn: "2023-09-22", ground: "detained" });
    expect(suspended, JSON.stringify(suspended.body)).toMatchObject({ status: 201 });
    expect(await waits("peer_deputy", way.id)).toEqual([]);
  });

  test("is an index that follows from the cases", async () => {
    const way = await begin(world);
    await toWork(way);
    await toReply(way);
    expect(await differences(world.database, world.home.modules)).toEqual([]);
  });
});

test("an installation that is older than the lists gets them at its first start", async () => {
  const way = await begin(world);
  await way.does("deputy", "submissions");
  const before = await tasks("office");
  await sql`delete from awaited`.execute(world.database.read);
  expect((await tasks("office")).items).toEqual([]);
  for (const sweep of world.home.modules.flatMap((module) => module.sweeps ?? []))
    if (sweep.name.endsWith("keep_waiting")) await sweep.run(world.database, momentOn("2023-09-22" as DateISO));
  expect((await tasks("office")).items.map((task: Task) => [task.subjectId, task.verb]).sort()).toEqual(
    before.items.map((task: Task) => [task.subjectId, task.verb]).sort(),
  );
  expect(await differences(world.database, world.home.modules)).toEqual([]);
});

test("what I did stands in my list, and in nobody else's", async () => {
  const way = await begin(world);
  await way.does("deputy", "submissions");
  const mine = (await (await world.as("deputy")).get("/api/done-tasks?limit=2")).body.items;
  expect(mine.map((one: Task) => [one.subjectId, one.verb])).toEqual([
    [way.id, "submit"],
    [way.id, "begin"],
  ]);
  const others = (await (await world.as("office")).get("/api/done-tasks?limit=200")).body.items;
  expect(others.filter((one: Task) => one.subjectId === way.id)).toEqual([]);
});
