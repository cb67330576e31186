import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { type Answer, testHouse } from "../../../../test/support/house.ts";
import { mandateOf, paper as suggestionPaper, toReply, toWork, visit, wayOf } from "../../../../test/support/suggestion.ts";
import { organisationId } from "../../../../test/world/organisations.ts";
import { areas, district } from "../../../../test/world/places.ts";
import { statutes } from "../../calendar/index.ts";
import { suggestionRules } from "../../suggestions/index.ts";
import { opinionRules } from "../rule-definitions.ts";
import { lapseAppraisals } from "./following.ts";
import { sumFaults } from "./sums.ts";

const world = testHouse();
const village = (name: string): string => areas.find((area) => area.name === name)?.id ?? "";

const paper = {
  title: "朱庄社区六村村内道路破损",
  content: "六个村的村内道路破损，雨天积水，老人孩子出行困难，请尽快修整硬化。",
  category: "roads",
  areaId: village("朱庄社区"),
};

async function raise(changes: Partial<typeof paper> = {}, persona = "deputy") {
  const deputy = await world.as(persona);
  const raised = await deputy.post("/api/opinions", { ...paper, ...changes, mandateId: await mandateOf(deputy) });
  expect(raised).toMatchObject({ status: 201 });
  const at = `/api/opinions/${raised.body.id}`;
  const tries = async (who: string, path: string, body: unknown = {}): Promise<Answer> => (await world.as(who)).post(`${at}/${path}`, body);
  const does = async (who: string, path: string, body: unknown = {}) => {
    const answer = await tries(who, path, body);
    expect(answer, `${who} ${path}`).toMatchObject({ status: 201 });
    return answer.body;
  };
  return { body: raised.body, at, tries, does, sees: async (who: string) => (await world.as(who)).get(at) };
}

const office = { unitId: organisationId("kuangshanji_office") };
const answer = { answer: "已对六个村的破损路段整修硬化，并疏通了排水沟。", solved: true, cost: 1_020_000, households: 860, people: 3100 };

describe("the light track", () => {
  test("goes from a sentence to a mended road: received, followed up, answered, appraised, closed", async () => {
    const opinion = await raise();
    expect(opinion.body).toMatchObject({
      status: "submitted",
      receiver: { name: "矿山集人大工委" },
      can: expect.arrayContaining(["withdraw", "upgrade"]),
    });
    const assigned = await opinion.does("committee", "assignments", office);
    expect(assigned).toMatchObject({ status: "handling", receivedOn: "2023-09-22", label: expect.stringMatching(/^2023-\d{4}$/) });
    await opinion.does("committee", "supervisions", { note: "现场查看，要求十日内动工" });
    await opinion.does("subdistrict_clerk", "progress-reports", { note: "施工队已进场" });
    world.on("2023-10-04");
    const answered = await opinion.does("subdistrict_clerk", "answers", answer);
    expect(answered).toMatchObject({
      status: "answered",
      days: 12,
      results: [expect.objectContaining({ cost: 1_020_000, households: 860 })],
    });
    const closed = await opinion.does("deputy", "appraisals", { grade: "SATISFIED" });
    expect(closed).toMatchObject({ status: "closed", ending: "answered" });
    world.on("2023-09-22");
  });

  test("dissatisfaction brings it back, silence is recorded as silence", async () => {
    const opinion = await raise();
    await opinion.does("committee", "assignments", office);
    await opinion.does("subdistrict_clerk", "answers", { ...answer, solved: false });
    expect((await opinion.tries("deputy", "appraisals", { grade: "DISSATISFIED" })).body.errors).toEqual([
      expect.objectContaining({ field: "reasons" }),
    ]);
    expect(await opinion.does("deputy", "appraisals", { grade: "DISSATISFIED", reasons: "路面只修了一半" })).toMatchObject({
      status: "handling",
      round: 2,
    });
    await opinion.does("subdistrict_clerk", "answers", answer);
    const rules = statutes([...suggestionRules, ...opinionRules]);
    await lapseAppraisals(rules).run(world.database, "2023-10-13T01:00:00.000Z" as never);
    expect((await opinion.sees("deputy")).body.status).toBe("answered");
    await lapseAppraisals(rules).run(world.database, "2023-11-20T01:00:00.000Z" as never);
    expect((await opinion.sees("deputy")).body).toMatchObject({ status: "closed", results: [{ grade: "DISSATISFIED" }, { grade: null }] });
  });

  test("a unit hands back what is not its business, and the committee assigns again without a new number", async () => {
    const opinion = await raise();
    const first = await opinion.does("committee", "assignments", { unitId: organisationId("transport") });
    await opinion.does("unit_clerk", "handbacks", { note: "村内道路由街道办理" });
    expect((await opinion.sees("unit_clerk")).body).toMatchObject({ status: "reassigning" });
    const second = await opinion.does("committee", "assignments", office);
    expect(second.label).toBe(first.label);
    expect((await opinion.sees("unit_clerk")).status).toBe(404);
  });

  test("is upgraded in one step, stays in handling, and closes with its suggestion", async () => {
    const opinion = await raise();
    await opinion.does("committee", "assignments", office);
    const upgraded = await opinion.does("deputy", "upgrades");
    expect(upgraded).toMatchObject({ status: "upgraded", closedAt: null });
    const way = wayOf(world, upgraded.suggestionId);
    expect((await way.sees("deputy")).body).toMatchObject({
      status: "draft",
      title: paper.title,
      reason: paper.content,
      origin: { type: "opinion", id: opinion.body.id },
    });
    await way.does("deputy", "revisions", { ...suggestionPaper, title: paper.title });
    await toWork(way);
    await toReply(way);
    await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "SATISFIED" });
    await way.does("office", "return-visits", visit);
    await way.does("office", "closings");
    await world.home.pump.drain();
    expect((await opinion.sees("deputy")).body).toMatchObject({ status: "closed", ending: "upgraded" });
  });

  test("is counted for everyone who sees it as it moves; what was counted wrongly is named", async () => {
    const counts = async (who: string, query = "") => (await (await world.as(who)).get(`/api/opinions?limit=1${query}`)).body.counts;
    const before = { office: await counts("office"), committee: await counts("committee"), deputy: await counts("deputy") };
    const opinion = await raise();
    const more = (of: Record<string, number>, state: string, by = 1) => ({ ...of, [state]: (of[state] ?? 0) + by });
    for (const who of ["office", "committee", "deputy"] as const) expect(await counts(who), who).toEqual(more(before[who], "submitted"));
    const [clerk, one] = [await counts("subdistrict_clerk"), await counts("office", `&unitId=${office.unitId}`)];
    await opinion.does("committee", "assignments", office);
    for (const who of ["office", "committee", "deputy"] as const) expect(await counts(who), who).toEqual(more(before[who], "handling"));
    expect(await counts("subdistrict_clerk")).toEqual(more(clerk, "handling"));
    expect(await counts("office", `&unitId=${office.unitId}`)).toEqual(more(one, "handling"));
    const faults = () => sumFaults(world.database.read, district);
    expect(await faults()).toEqual([]);
    const wrong = (n: number) =>
      world.database.write((tx) =>
        sql`insert into tally (district, shelf, book, status, n) values (${district}, 'opinion', 'district', 'handling', ${n})`.execute(tx),
      );
    await wrong(2);
    const there = more(before.office, "handling")["handling"]!;
    expect(await faults()).toEqual([`opinion: district has ${there + 2} in handling, there are ${there}`]);
    await wrong(-2);
  });

  test("belongs to those concerned: strangers find nothing, others may not act", async () => {
    const opinion = await raise();
    expect((await opinion.sees("peer_deputy")).status).toBe(404);
    expect((await opinion.sees("presidium")).status).toBe(404);
    expect((await opinion.sees("office")).status).toBe(200);
    expect((await opinion.tries("deputy", "assignments", office)).status).toBe(403);
    expect((await world.nobody.get(opinion.at)).status).toBe(401);
    const elsewhere = await raise({ areaId: village("梧桐村"), title: "梧桐村自来水水压不足" });
    expect(elsewhere.body.receiver.name).toBe("石台人大主席团");
    expect((await elsewhere.tries("presidium", "assignments", { unitId: "00000000-0000-7000-8000-000000000000" })).status).toBe(422);
  });
});
