import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { openStation, said, stationId, village } from "../../../../test/support/voice.ts";
import { idOf } from "../../../../test/world/ids.ts";
import { personas } from "../../../../test/world/personas.ts";
import { district } from "../../../../test/world/places.ts";

const world = testHouse();
beforeAll(() => openStation(world));

const look = (receipt: string) => world.nobody.post("/api/public/voice-threads", { receipt });
const count = async () =>
  (await sql<{ n: number }>`select count(*) as n from voice where district = ${district}`.execute(world.database.read)).rows[0]?.n ?? 0;

describe("writing down what someone else said", () => {
  const entry = (changes: object = {}) => ({ ...said(), channel: "visit", ...changes });

  test("whoever keeps the station enters it and hands the receipt over; what was said days ago keeps its day", async () => {
    const committee = await world.as("committee");
    const body = entry({ spokenAt: "2023-09-19T02:00:00.000Z", contact: { name: "老周" } });
    const written = await committee.post("/api/voices", body);
    expect(written).toMatchObject({ status: 201, body: { receipt: expect.any(String), id: expect.any(String) } });
    expect((await committee.post("/api/voices", body)).body).toEqual(written.body);
    const view = (await committee.get(`/api/voices/${written.body.id}`)).body;
    expect(view).toMatchObject({ channel: "visit", spokenAt: "2023-09-19T02:00:00.000Z", hasContact: true, reachable: false });
    expect((await look(written.body.receipt)).status).toBe(200);
    expect((await committee.post("/api/voices", entry({ spokenAt: "2023-10-19T02:00:00.000Z" }))).body.errors[0].field).toBe("spokenAt");
  });

  test("a deputy writes down what was said to him; a stranger to the station may not", async () => {
    const deputy = await world.as("deputy");
    const written = await deputy.post("/api/voices", entry());
    expect(written.status).toBe(201);
    const mine = (await deputy.get("/api/voices?mine=true")).body.items;
    expect(mine.map(({ id }: { id: string }) => id)).toEqual([written.body.id]);
    expect((await (await world.as("unit_clerk")).post("/api/voices", entry())).status).toBe(403);
    expect((await (await world.as("presidium")).post("/api/voices", entry())).status).toBe(403);
    expect((await world.nobody.post("/api/voices", entry())).status).toBe(401);
  });

  test("a deputy who met someone on his way names no station; what he heard is his own", async () => {
    const deputy = await world.as("peer_deputy");
    const written = await deputy.post("/api/voices", entry({ stationId: null, areaId: village("朱庄社区") }));
    expect(written.status, JSON.stringify(written.body)).toBe(201);
    const view = (await deputy.get(`/api/voices/${written.body.id}`)).body;
    expect(view).toMatchObject({ station: null, can: expect.arrayContaining(["take_up"]) });
  });

  test("whoever works at one station alone need not name it; at two he says at which", async () => {
    const officer = await world.as("station_officer");
    const there = { stationId: null, areaId: village("朱庄社区") };
    expect((await officer.post("/api/voices", entry(there))).status).toBe(403);
    const post = (id: string) =>
      sql`insert into station_staff (district, id, station_id, person_id, post, starts_on, version)
        select ${district}, ${idOf(`post at ${id}`)}, ${id}, a.person_id, 'liaison', '2022-01-01', 1 from account a
        where a.district = ${district} and a.id = ${personas.find(({ persona }) => persona === "station_officer")?.account}`.execute(
        world.database.read,
      );
    await post(stationId);
    const written = await officer.post("/api/voices", entry(there));
    expect(written.status, JSON.stringify(written.body)).toBe(201);
    expect((await officer.get(`/api/voices/${written.body.id}`)).body.station).toMatchObject({ id: stationId });
    const second = idOf("second station of the tests");
    await sql`insert into station (district, id, code, kind, name, area_id, organisation_id, address, opened_on, hours, equipment, photos, sort_key, version)
      select district, ${second}, 'TZ2', kind, '朱庄第二活动室', area_id, organisation_id, address, opened_on, '[]', '[]', '[]', '2', 1
      from station where district = ${district} and id = ${stationId}`.execute(world.database.read);
    await post(second);
    const unclear = await officer.post("/api/voices", entry(there));
    expect([unclear.status, unclear.body.errors[0].field]).toEqual([422, "stationId"]);
    expect((await officer.post("/api/voices", entry({ ...there, stationId: second }))).status).toBe(201);
  });

  test("what was kept on a phone comes in together: each once, and one that is refused holds no other back", async () => {
    const committee = await world.as("committee");
    const [good, bad, late] = [entry(), entry({ category: "nothing" }), entry({ spokenAt: "2023-09-20T02:00:00.000Z" })];
    const sent = await committee.post("/api/voice-batches", { entries: [good, bad, late] });
    expect(sent.status).toBe(201);
    const [one, two, three] = sent.body.results;
    expect(two).toMatchObject({ submission: bad.submission, written: null, refusal: { fields: [{ field: "category" }] } });
    expect([one.written.receipt, three.written.receipt]).toEqual([expect.any(String), expect.any(String)]);
    const again = await committee.post("/api/voice-batches", { entries: [good, { ...bad, category: "roads" }, late] });
    expect(again.body.results[0].written).toEqual(one.written);
    expect(again.body.results[1].written).toBeTruthy();
  });

  test("a refused one says why with what it takes to say it; mended under its identifier it comes in once", async () => {
    const committee = await world.as("committee");
    const bad = entry({ category: "nothing" });
    const send = async (one: object) => (await committee.post("/api/voice-batches", { entries: [one] })).body.results[0];
    expect((await send(bad)).refusal.fields).toEqual([
      { field: "category", code: "field.not_in_list", params: { values: expect.stringContaining("roads") } },
    ]);
    const before = await count();
    const mended = await committee.post("/api/voices", { ...bad, category: "roads", minutesAgo: 90 });
    expect(mended.status).toBe(201);
    expect((await send(bad)).written, "as it was kept before it was mended").toEqual(mended.body);
    expect(await count()).toBe(before + 1);
    const seen = (await committee.get(`/api/voices/${mended.body.id}`)).body;
    expect(Date.parse(seen.receivedAt) - Date.parse(seen.spokenAt)).toBe(90 * 60_000);
  });

  test("what came in before its station closed is not refused when the phone sends it again", async () => {
    const committee = await world.as("committee");
    const one = entry();
    const first = await committee.post("/api/voices", one);
    const close = (day: string | null) =>
      sql`update station set closed_on = ${day} where district = ${district} and id = ${stationId}`.execute(world.database.read);
    await close("2023-09-01");
    const again = await committee.post("/api/voice-batches", { entries: [one, entry()] });
    await close(null);
    expect(again.body.results[0]).toMatchObject({ written: first.body, refusal: null });
    expect(again.body.results[1].refusal.fields).toEqual([{ field: "stationId", code: "voice.station_closed" }]);
  });

  test("what the hotline passes on comes in by its number, once, and waits to be sorted", async () => {
    const { sheetFile } = await import("../../../../test/support/sheet.ts");
    const desk = await world.as("office");
    const rows = [
      ["热线编号", "诉求内容", "类别", "村（社区）", "反映日期"],
      ["HX2023-001", "小区门口垃圾桶没人清，味道很大", "环境卫生", "朱庄社区", "2023-09-18"],
      ["HX2023-002", "公交车改线以后老人看病不方便", "不在清单里的", null, null],
    ];
    const propose = async () => (await desk.upload("/api/import-drafts?kind=hotline_voice", await sheetFile(rows))).body;
    const draft = await propose();
    expect(draft.counts).toEqual({ new: 2, changed: 0, unchanged: 0, wrong: 0 });
    expect((await desk.post(`/api/import-drafts/${draft.id}/applications`)).status).toBe(201);
    const found = (await desk.get("/api/voices?channel=hotline")).body.items;
    expect(found.map(({ category }: { category: string }) => category).sort()).toEqual(["other", "sanitation"]);
    expect((await propose()).counts).toEqual({ new: 0, changed: 0, unchanged: 2, wrong: 0 });
  });
});
