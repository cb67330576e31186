import { beforeAll, describe, expect, test } from "vitest";
import { differences } from "../../../../src/command/differences.ts";
import { type Answer, testHouse } from "../../../../test/support/house.ts";
import { added, monthly, openStation } from "../../../../test/support/station.ts";
import type { Instant } from "../../../platform/clock/instant.ts";
import { sweepOnce } from "../../../platform/jobs/sweeps.ts";

const world = testHouse();
let open: Awaited<ReturnType<typeof openStation>>;
let rosterId = "";
beforeAll(async () => {
  open = await openStation(world);
  rosterId = (await added(await world.as("committee"), "/api/rosters", { ...monthly, stationId: open.stationId })).id;
});

const tries = async (who: string, id: string, path: string, body: unknown = {}): Promise<Answer> =>
  (await world.as(who)).post(`/api/receptions/${id}/${path}`, body);
async function does(who: string, id: string, path: string, body: unknown = {}): Promise<Answer["body"]> {
  const answer = await tries(who, id, path, body);
  expect(answer, `${who} ${path} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 201 });
  return answer.body;
}
const sees = async (who: string, id: string) => (await world.as(who)).get(`/api/receptions/${id}`);
const fieldsOf = (answer: Answer): string[] => answer.body.errors?.map((one: { field: string }) => one.field) ?? [answer.status];
const statesIn = (view: Answer["body"]): Record<string, string> =>
  Object.fromEntries(view.deputies.map(({ mandateId, state }: { mandateId: string; state: string }) => [mandateId, state]));

/** A reception on the road, on a day, from nine to eleven. */
async function appointed(day: string, mandateIds: string[], changes: object = {}): Promise<string> {
  const typed = { stationId: open.stationId, kind: "mobile", day, fromTime: "09:00", toTime: "11:00", place: "集市", mandateIds };
  return (await added(await world.as("committee"), "/api/receptions", { ...typed, ...changes })).id;
}

describe("the year of a roster", () => {
  const preview = async (who = "committee", year = 2023) => (await world.as(who)).get(`/api/rosters/${rosterId}/plan?year=${year}`);

  test("is shown before it is written, then written once; generating again changes nothing", async () => {
    const first = await preview();
    expect(first.body.added.map(({ day }: { day: string }) => day)).toEqual(["2023-10-16", "2023-11-15", "2023-12-15"]);
    expect(first.body.added[0].deputies).toHaveLength(2);
    expect((await (await world.as("committee")).get(`/api/receptions?stationId=${open.stationId}`)).body.items).toEqual([]);
    const done = await added(await world.as("committee"), `/api/rosters/${rosterId}/plans`, { year: 2023 });
    expect(done).toMatchObject({ added: [], changed: [], gone: [] });
    expect(done.same).toHaveLength(3);
    expect(done.duties.map(({ count }: { count: number }) => count)).toEqual([3, 3]);
    await added(await world.as("committee"), `/api/rosters/${rosterId}/plans`, { year: 2023 });
    expect(await world.facts("reception.planned")).toHaveLength(3);
  });

  test("is the station's alone, for this year or the next", async () => {
    expect((await preview("peer_deputy")).status).toBe(403);
    expect((await preview("presidium")).status).toBe(403);
    expect((await (await world.as("deputy")).post(`/api/rosters/${rosterId}/plans`, { year: 2023 })).status).toBe(403);
    expect(fieldsOf(await preview("committee", 2022))).toEqual(["year"]);
    expect((await preview("subdistrict_clerk", 2024)).body).toMatchObject({ calendarKnown: true, year: 2024 });
  });

  test("an absence moves a duty; what was announced stays as it was", async () => {
    const deputy = await world.as("deputy");
    const mine = await deputy.get("/api/receptions?mine=duty");
    const [october] = mine.body.items;
    await does("committee", october.id, "announcements");
    const absence = { mandateId: open.deputy, fromOn: "2023-10-01", toOn: "2023-11-30", reason: "住院治疗" };
    const away = await added(deputy, "/api/deputy-absences", absence);
    const plan = (await preview()).body;
    expect(plan.fixed).toMatchObject([{ day: "2023-10-16", status: "announced" }]);
    expect(plan.changed).toMatchObject([{ day: "2023-11-15", missing: 1, deputies: [{ mandateId: open.cosigner }] }]);
    const done = await added(await world.as("committee"), `/api/rosters/${rosterId}/plans`, { year: 2023 });
    expect(done.changed).toEqual([]);
    expect((await world.facts("reception.replanned")).at(-1)?.data).toMatchObject({ mandates: [open.cosigner] });
    expect(statesIn((await sees("committee", october.id)).body)).toEqual({ [open.deputy]: "planned", [open.cosigner]: "planned" });
    expect((await (await world.as("peer_deputy")).get("/api/deputy-absences")).body.items).toEqual([]);
    expect((await (await world.as("committee")).get("/api/deputy-absences")).body.items).toMatchObject([
      { reason: "住院治疗", mine: false },
    ]);
    expect((await (await world.as("peer_deputy")).delete(`/api/deputy-absences/${away.id}`)).status).toBe(404);
    expect((await deputy.delete(`/api/deputy-absences/${away.id}`)).status).toBe(204);
  });

  test("a changed rule moves what is not announced, and cancels what it no longer names", async () => {
    const committee = await world.as("committee");
    const { body: roster, headers } = await committee.get(`/api/rosters/${rosterId}`);
    const { id: _i, version: _v, ...typed } = roster;
    const changed = { ...typed, months: [10, 11], fromTime: "14:00", toTime: "16:00" };
    const answer = await committee.put(`/api/rosters/${rosterId}`, changed, { "if-match": headers.get("etag") ?? "" });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const plan = (await preview()).body;
    expect([plan.changed.length, plan.gone.length, plan.fixed.length]).toEqual([1, 1, 1]);
    await added(committee, `/api/rosters/${rosterId}/plans`, { year: 2023 });
    const all = (await committee.get(`/api/receptions?stationId=${open.stationId}`)).body.items;
    expect(all.map(({ day, status }: { day: string; status: string }) => `${day} ${status}`)).toEqual([
      "2023-10-16 announced",
      "2023-11-15 planned",
      "2023-12-15 cancelled",
    ]);
    expect(all[1].startsAt).toBe("2023-11-15T06:00:00.000Z");
  });
});

describe("a reception", () => {
  test("is announced, signed in to by the code on site, held, and tells who came", async () => {
    const id = await appointed("2023-09-22", [open.deputy, open.cosigner]);
    expect((await (await world.as("committee")).get(`/api/receptions/${id}/sign-in-code`)).status).toBe(409);
    await does("committee", id, "announcements");
    expect((await world.facts("reception.announced")).at(-1)?.data).toMatchObject({
      late: true,
      mandates: expect.arrayContaining([open.deputy, open.cosigner]),
    });
    world.on("2023-09-22", 8 * 60 + 30);
    const code = async (): Promise<string> =>
      (await (await world.as("subdistrict_clerk")).get(`/api/receptions/${id}/sign-in-code`)).body.code;
    const shown = await code();
    expect((await (await world.as("deputy")).get(`/api/receptions/${id}/sign-in-code`)).status).toBe(403);
    world.on("2023-09-22", 8 * 60 + 32);
    const late = await tries("deputy", id, "sign-ins", { mandateId: open.deputy, code: shown });
    expect(late.body.errors).toEqual([expect.objectContaining({ field: "code", code: "reception.code_over" })]);
    expect(fieldsOf(await tries("deputy", id, "sign-ins", { mandateId: open.cosigner, code: await code() }))).toEqual(["mandateId"]);
    const other = await appointed("2023-09-22", [open.cosigner], { fromTime: "15:00", toTime: "16:00" });
    await does("committee", other, "announcements");
    expect(fieldsOf(await tries("deputy", id, "sign-ins", { mandateId: open.deputy, code: "v1.abc" }))).toEqual(["code"]);
    await does("deputy", id, "sign-ins", { mandateId: open.deputy, code: await code() });
    expect((await world.facts("reception.signed_in")).at(-1)?.data).toMatchObject({
      mandates: [open.deputy],
      by: "code",
      stationId: open.stationId,
    });
    expect((await tries("committee", id, "records", { visitors: 3 })).status).toBe(409);
    world.on("2023-09-22", 10 * 60);
    const held = await does("subdistrict_clerk", id, "records", { visitors: 3, summary: "反映道路和自来水问题各一件" });
    expect(held).toMatchObject({ status: "held", visitors: 3 });
    expect(statesIn(held)).toEqual({ [open.deputy]: "signed_in", [open.cosigner]: "absent" });
    expect((await world.facts("reception.held")).at(-1)?.data).toMatchObject({ mandates: [open.deputy], visitors: 3, kind: "mobile" });
    const excused = await does("committee", id, "excuses", { mandateId: open.cosigner, note: "参加区里会议" });
    expect(statesIn(excused)[open.cosigner]).toBe("excused");
    expect((await tries("committee", id, "cancellations", { note: "写错了" })).status).toBe(409);
    const balance = (await (await world.as("deputy")).get(open.at)).body.balance.functions[0];
    expect(balance).toEqual({ function: "reception", count: 1 });
    const stranger = (await sees("peer_deputy", id)).body;
    expect(stranger).toMatchObject({ timeline: [], exchanges: [], summary: null, can: [], relations: [] });
    expect(Object.keys(statesIn(stranger))).toEqual([open.deputy]);
    world.on("2023-09-22");
  });

  test("the station signs someone in on his behalf", async () => {
    const id = await appointed("2023-09-22", [open.deputy], { fromTime: "13:00", toTime: "14:00" });
    await does("committee", id, "announcements");
    world.on("2023-09-22", 12 * 60 + 5);
    const view = await does("subdistrict_clerk", id, "sign-ins", { mandateId: open.deputy });
    expect(view.deputies).toMatchObject([{ state: "signed_in", signedInBy: "station" }]);
    expect((await tries("committee", id, "cancellations", { note: "不办了" })).status).toBe(409);
    world.on("2023-09-22");
  });

  test("someone stands in only when he agrees", async () => {
    const id = await appointed("2023-09-26", [open.deputy]);
    await does("committee", id, "announcements");
    const ask = { mandateId: open.deputy, asked: open.cosigner, note: "当天外出培训" };
    expect((await tries("cosigner", id, "exchange-requests", { ...ask, mandateId: open.cosigner })).status).toBe(403);
    expect(fieldsOf(await tries("deputy", id, "exchange-requests", { ...ask, asked: open.deputy }))).toEqual(["asked"]);
    const asked = await does("deputy", id, "exchange-requests", ask);
    expect(statesIn(asked)).toEqual({ [open.deputy]: "planned" });
    expect((await tries("deputy", id, "exchange-requests", ask)).status).toBe(409);
    const { body: seen } = await sees("cosigner", id);
    expect(seen.exchanges).toMatchObject([{ status: "asked", mine: true, note: "当天外出培训" }]);
    const waiting = (await (await world.as("cosigner")).get("/api/tasks?subjectType=reception")).body.items;
    expect(waiting).toMatchObject([{ verb: "answer_exchange", dueOn: "2023-09-26" }]);
    expect((await sees("peer_deputy", id)).body.exchanges).toEqual([]);
    const declined = await does("cosigner", id, "exchange-answers", { exchangeId: seen.exchanges[0].id, agrees: false });
    expect(statesIn(declined)).toEqual({ [open.deputy]: "planned" });
    const again = await does("deputy", id, "exchange-requests", ask);
    const exchangeId = again.exchanges.find(({ status }: { status: string }) => status === "asked").id;
    const agreed = await does("cosigner", id, "exchange-answers", { exchangeId, agrees: true });
    expect(statesIn(agreed)).toEqual({ [open.deputy]: "substituted", [open.cosigner]: "planned" });
    expect((await tries("cosigner", id, "exchange-answers", { exchangeId, agrees: true })).status).toBe(403);
    expect((await tries("deputy", id, "exchange-requests", ask)).status).toBe(403);
    expect((await (await world.as("cosigner")).get("/api/tasks?subjectType=reception")).body.items).toEqual([]);
  });

  test("two swap their turns, both or neither", async () => {
    const [mine, his] = [await appointed("2023-09-27", [open.deputy]), await appointed("2023-09-28", [open.cosigner])];
    const free = await (await world.as("deputy")).get(`/api/receptions/${mine}/free-deputies`);
    const offered = free.body.items.find(({ mandateId }: { mandateId: string }) => mandateId === open.cosigner);
    expect(offered.receptions.map(({ id }: { id: string }) => id)).toContain(his);
    const ask = { mandateId: open.deputy, asked: open.cosigner, swapReceptionId: his };
    expect(fieldsOf(await tries("deputy", mine, "exchange-requests", { ...ask, swapReceptionId: mine }))).toEqual(["swapReceptionId"]);
    const asked = await does("deputy", mine, "exchange-requests", ask);
    await does("committee", his, "announcements");
    await does("cosigner", mine, "exchange-answers", { exchangeId: asked.exchanges[0].id, agrees: true });
    expect(statesIn((await sees("committee", mine)).body)).toEqual({ [open.deputy]: "substituted", [open.cosigner]: "planned" });
    expect(statesIn((await sees("committee", his)).body)).toEqual({ [open.cosigner]: "substituted", [open.deputy]: "planned" });
    const back = { mandateId: open.deputy, asked: open.cosigner, swapReceptionId: mine };
    const second = await does("deputy", his, "exchange-requests", back);
    await does("committee", mine, "cancellations", { note: "下雨" });
    const gone = await tries("cosigner", his, "exchange-answers", { exchangeId: second.exchanges[0].id, agrees: true });
    expect(gone).toMatchObject({ status: 409, body: { code: "reception.exchange_gone" } });
    expect(statesIn((await sees("committee", his)).body)).toEqual({ [open.cosigner]: "substituted", [open.deputy]: "planned" });
  });

  test("is missed when nobody signed in and nobody recorded it; one with a signature stays overdue", async () => {
    const [empty, signed] = [
      await appointed("2023-09-25", [open.deputy]),
      await appointed("2023-09-25", [open.cosigner], { fromTime: "14:00", toTime: "15:00" }),
    ];
    for (const id of [empty, signed]) await does("committee", id, "announcements");
    world.on("2023-09-25", 13 * 60 + 30);
    await does("committee", signed, "sign-ins", { mandateId: open.cosigner });
    expect((await tries("committee", empty, "misses")).status).toBe(409);
    const sweeps = world.home.modules.find(({ name }) => name === "stations")?.sweeps ?? [];
    await sweepOnce(world.database, sweeps, "2023-09-27T03:00:00.000Z" as Instant);
    expect((await sees("committee", empty)).body.status).toBe("announced");
    await sweepOnce(world.database, sweeps, "2023-09-28T03:00:00.000Z" as Instant);
    expect((await sees("committee", empty)).body).toMatchObject({ status: "missed", deputies: [{ state: "absent" }] });
    expect((await sees("committee", signed)).body.status).toBe("announced");
    world.on("2023-09-22");
  });

  test("a wrong field is named: a day past, hours upside down, a stranger on duty, what the kind needs", async () => {
    const committee = await world.as("committee");
    const typed = {
      stationId: open.stationId,
      kind: "mobile",
      day: "2023-10-10",
      fromTime: "09:00",
      toTime: "11:00",
      place: "集市",
      mandateIds: [open.deputy],
    };
    const fields = async (changes: object) => fieldsOf(await committee.post("/api/receptions", { ...typed, ...changes }));
    expect(await fields({ day: "2023-09-01" })).toEqual(["day"]);
    expect(await fields({ toTime: "08:00" })).toEqual(["toTime"]);
    expect(await fields({ place: null })).toEqual(["place"]);
    expect(await fields({ kind: "grid" })).toEqual(["areaId"]);
    expect(await fields({ kind: "liaison" })).toEqual(["liaisonId"]);
    expect(await fields({ mandateIds: [] })).toEqual(["mandateIds"]);
    expect(await fields({ mandateIds: ["00000000-0000-7000-8000-000000000000"] })).toEqual(["mandateIds.0"]);
    expect((await (await world.as("presidium")).post("/api/receptions", typed)).status).toBe(403);
  });

  test("waits for its station near its day, and moves with it", async () => {
    const id = await appointed("2023-10-20", [open.deputy]);
    const tasks = async () =>
      (await (await world.as("subdistrict_clerk")).get("/api/tasks?subjectType=reception&limit=200")).body.items.filter(
        ({ subjectId }: { subjectId: string }) => subjectId === id,
      );
    expect(await tasks()).toEqual([]);
    const sweeps = world.home.modules.find(({ name }) => name === "stations")?.sweeps ?? [];
    await sweepOnce(
      world.database,
      sweeps.filter(({ name }) => name === "stations.call"),
      "2023-10-04T01:00:00.000Z" as Instant,
    );
    expect(await tasks()).toMatchObject([{ verb: "announce", dueOn: "2023-10-17", title: expect.stringContaining("朱庄社区代表联络站") }]);
    await does("committee", id, "reschedulings", {
      day: "2023-10-24",
      fromTime: "15:00",
      toTime: "17:00",
      place: "文化广场",
      note: "与培训冲突",
    });
    expect(await tasks()).toMatchObject([{ verb: "announce", dueOn: "2023-10-21" }]);
    const announced = await does("committee", id, "announcements");
    expect(announced).toMatchObject({ place: "文化广场", startsAt: "2023-10-24T07:00:00.000Z" });
    expect(await tasks()).toMatchObject([{ verb: "hold", dueOn: "2023-10-26" }]);
    await does("committee", id, "staffings", { mandateIds: [open.cosigner] });
    expect(statesIn((await sees("committee", id)).body)).toEqual({ [open.cosigner]: "planned" });
  });

  test("is announced on a poster, in both formats, as a draft until then", async () => {
    const id = await appointed("2023-10-25", [open.deputy]);
    const { bytes, status, headers } = await (await world.as("committee")).bytes(`/api/receptions/${id}/poster?format=pdf`);
    expect([status, headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
    const word = await (await world.as("deputy")).bytes(`/api/receptions/${id}/poster?format=docx`);
    expect([word.status, Buffer.from(word.bytes).subarray(0, 2).toString()]).toEqual([200, "PK"]);
    expect((await world.nobody.get(`/api/receptions/${id}/poster`)).status).toBe(401);
  });

  test("lists by day both ways, page by page, and as a file", async () => {
    const office = await world.as("office");
    const days = async (query: string): Promise<string[]> => {
      const all: string[] = [];
      for (let cursor = ""; ; ) {
        const { body } = await office.get(`/api/receptions?limit=3&${query}${cursor && `&cursor=${cursor}`}`);
        all.push(...body.items.map(({ startsAt }: { startsAt: string }) => startsAt));
        if (!body.next) return all;
        cursor = body.next;
      }
    };
    const earliest = await days("");
    expect(earliest.length).toBeGreaterThan(8);
    expect(earliest).toEqual([...earliest].sort());
    expect(await days("order=latest")).toEqual([...earliest].reverse());
    expect(await days("from=2023-10-01&to=2023-10-31&status=announced")).toContain("2023-10-16T01:00:00.000Z");
    const { bytes } = await office.bytes("/api/exports/receptions?format=csv&status=held");
    expect(Buffer.from(bytes).toString("utf8")).toContain("朱庄社区代表联络站,流动式,已接待");
  });

  test("everything follows from its steps", async () => {
    await world.home.pump.drain();
    expect(await differences(world.database, world.home.modules)).toEqual([]);
  });
});
