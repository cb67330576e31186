import { beforeAll, describe, expect, test } from "vitest";
import { differences } from "../../../../src/command/differences.ts";
import { testHouse } from "../../../../test/support/house.ts";
import { added, openStation } from "../../../../test/support/station.ts";
import { organisationId } from "../../../../test/world/organisations.ts";

const world = testHouse();
let open: Awaited<ReturnType<typeof openStation>>;
beforeAll(async () => {
  open = await openStation(world);
});

async function planned(topic = "听取供水工作意见") {
  const typed = {
    stationId: open.stationId,
    organId: organisationId("transport"),
    topic,
    day: "2023-09-22",
    fromTime: "08:00",
    toTime: "10:00",
  };
  const { id } = await added(await world.as("committee"), "/api/listenings", typed);
  const at = `/api/listenings/${id}`;
  return {
    at,
    tries: async (who: string, path: string, body: unknown = {}) => (await world.as(who)).post(`${at}/${path}`, body),
    does: async (who: string, path: string, body: unknown = {}) => added(await world.as(who), `${at}/${path}`, body),
    sees: async (who: string) => (await world.as(who)).get(at),
  };
}

describe("a listening session", () => {
  test("is announced and held; each point is answered in a month and followed up, then it closes", async () => {
    const session = await planned();
    await session.does("committee", "announcements");
    const points = [
      { content: "村口公交站没有雨棚，老人候车不便", mandateId: open.deputy },
      { content: "乡道路灯损坏，夜间出行不安全", unitId: organisationId("urban") },
    ];
    const held = await session.does("subdistrict_clerk", "records", { present: 25, mandates: [open.deputy], points });
    expect(held.points).toMatchObject([
      { position: 1, status: "open", unitName: "区交通局", dueOn: "2023-10-23", deputyName: expect.any(String) },
      { position: 2, status: "open", unitName: "区城管局", dueOn: "2023-10-23", deputyName: null },
    ]);
    expect((await world.facts("listening.held")).at(-1)?.data).toMatchObject({
      mandates: [open.deputy],
      points: 2,
      stationId: open.stationId,
    });
    const tasks = async (who: string) => (await (await world.as(who)).get("/api/tasks?subjectType=listening")).body.items;
    expect(await tasks("unit_clerk")).toMatchObject([{ verb: "answer", dueOn: "2023-10-23" }]);
    const [first, second] = held.points;
    expect((await session.tries("unit_clerk", "answers", { pointId: second.id, answer: "已经安排修理" })).status).toBe(403);
    expect((await session.tries("committee", "closings")).status).toBe(409);
    const answered = await session.does("unit_clerk", "answers", { pointId: first.id, answer: "年内建设候车亭两座" });
    expect(answered.points[0]).toMatchObject({ status: "answered", answeredOn: "2023-09-22", dueOn: null });
    expect(await tasks("unit_clerk")).toEqual([]);
    expect(await tasks("subdistrict_clerk")).toMatchObject([{ verb: "follow_up" }]);
    await session.does("co_clerk", "answers", { pointId: second.id, answer: "已更换路灯十二盏" });
    for (const { id } of held.points)
      await session.does("committee", "follow-ups", { pointId: id, outcome: "SATISFIED", followUp: "现场查看，群众认可" });
    const extra = await session.does("committee", "points", { content: "补记：站牌字太小看不清" });
    expect(extra.points).toHaveLength(3);
    await session.does("unit_clerk", "answers", { pointId: extra.points[2].id, answer: "已经更换站牌" });
    await session.does("committee", "follow-ups", { pointId: extra.points[2].id, outcome: "BASIC", followUp: "已更换" });
    expect(await session.does("committee", "closings")).toMatchObject({ status: "closed" });
    const work = (await (await world.as("deputy")).get(open.at)).body.balance.functions[1];
    expect(work).toEqual({ function: "work", count: 1 });
  });

  test("is there for those concerned and for no one else", async () => {
    const session = await planned("听取公交意见");
    for (const [who, status] of [
      ["unit_clerk", 200],
      ["deputy", 200],
      ["office", 200],
      ["peer_deputy", 404],
      ["presidium", 404],
      ["co_clerk", 404],
    ] as const) {
      expect((await session.sees(who)).status, who).toBe(status);
      const listed = (await (await world.as(who)).get("/api/listenings?search=公交意见")).body.items.length;
      expect(listed, who).toBe(status === 200 ? 1 : 0);
    }
    expect((await session.tries("peer_deputy", "announcements")).status).toBe(404);
    expect((await session.tries("deputy", "announcements")).status).toBe(403);
    const cancelled = await session.does("committee", "cancellations", { note: "改到下季度" });
    expect(cancelled.status).toBe("cancelled");
    expect((await session.tries("committee", "announcements")).status).toBe(409);
    const typed = {
      stationId: open.stationId,
      organId: organisationId("transport"),
      topic: "听取意见",
      day: "2023-09-01",
      fromTime: "08:00",
      toTime: "07:00",
    };
    const wrong = await (await world.as("committee")).post("/api/listenings", typed);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(["day", "toTime"]);
    expect((await (await world.as("presidium")).post("/api/listenings", { ...typed, day: "2023-10-01", toTime: "09:00" })).status).toBe(
      403,
    );
  });

  test("tells those who answer, and reminds them", async () => {
    await world.home.pump.drain();
    const told = (await (await world.as("unit_clerk")).get("/api/notices")).body.items;
    expect(told.map(({ type }: { type: string }) => type)).toContain("listening.held");
    expect(told.find(({ type }: { type: string }) => type === "listening.held").title).toContain("听取供水工作意见");
  });
});

describe("a star rating", () => {
  const claimed = async (changes: object = {}) => {
    const { items } = (await (await world.as("committee")).get("/api/rating-items")).body;
    return items.map(({ code, points }: { code: string; points: number }) => ({ code, points, evidence: "台账和照片齐全", ...changes }));
  };

  test("is claimed with evidence, assessed item by item, and hidden from the rated until published", async () => {
    const committee = await world.as("committee");
    const rating = await added(committee, "/api/ratings", { stationId: open.stationId, year: 2022, claimed: await claimed() });
    const at = `/api/ratings/${rating.id}`;
    expect((await committee.post(`${at}/assessments`, { assessed: [], stars: 5 })).status).toBe(422);
    const marks = rating.items.map(({ code, points }: { code: string; points: number }) => ({
      code,
      points: points - 2,
      reason: "资料不全",
    }));
    expect((await committee.post(`${at}/assessments`, { assessed: marks, stars: 5 })).status).toBe(403);
    const office = await world.as("office");
    const unreasoned = marks.map((mark: object) => ({ ...mark, reason: null }));
    expect((await office.post(`${at}/assessments`, { assessed: unreasoned, stars: 4 })).body.errors[0].field).toBe("assessed.0.reason");
    const tooMany = marks.map((mark: object) => ({ ...mark, points: 99 }));
    expect((await office.post(`${at}/assessments`, { assessed: tooMany, stars: 4 })).body.errors).toHaveLength(5);
    const assessed = await added(office, `${at}/assessments`, { assessed: marks, stars: 4, remark: "总体较好" });
    expect(assessed).toMatchObject({ status: "assessed", score: 90, stars: 4 });
    const hidden = (await committee.get(at)).body;
    expect(hidden).toMatchObject({ status: "claimed", assessed: null, score: null, stars: null, remark: null });
    expect((await committee.get("/api/ratings")).body.items).toMatchObject([{ status: "claimed", stars: null, score: null }]);
    expect((await (await world.as("peer_deputy")).get(at)).status).toBe(404);
    expect((await committee.get(open.at)).body.stars).toBeNull();
    await added(office, `${at}/publications`, {});
    expect((await committee.get(at)).body).toMatchObject({ status: "published", score: 90, assessed: expect.any(Array) });
    expect((await (await world.as("peer_deputy")).get(at)).body).toMatchObject({ stars: 4, claimed: [], assessed: null });
    expect((await committee.get(open.at)).body.stars).toBe(4);
    expect((await office.post(`${at}/assessments`, { assessed: marks, stars: 4 })).status).toBe(409);
  });

  test("wants every item once, none above its worth, one rating a year, no year to come", async () => {
    const committee = await world.as("committee");
    const fields = async (body: object) =>
      (await committee.post("/api/ratings", { stationId: open.stationId, year: 2023, ...body })).body.errors?.map(
        ({ field }: { field: string }) => field,
      );
    const full = await claimed();
    expect(await fields({ claimed: full.slice(1) })).toEqual(["claimed"]);
    expect(await fields({ claimed: [full[0], ...full] })).toEqual(["claimed.1.code"]);
    expect(await fields({ claimed: await claimed({ points: 100 }) })).toHaveLength(5);
    expect(await fields({ claimed: full, year: 2024 })).toEqual(["year"]);
    expect((await committee.post("/api/ratings", { stationId: open.stationId, year: 2022, claimed: full })).status).toBe(409);
    expect(
      (await (await world.as("presidium")).post("/api/ratings", { stationId: open.stationId, year: 2023, claimed: full })).status,
    ).toBe(403);
  });
});

test("everything follows from its steps", async () => {
  expect(await differences(world.database, world.home.modules)).toEqual([]);
});
