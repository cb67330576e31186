import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { added, openStation, village, zhuzhuang } from "../../../../test/support/station.ts";
import { organisationId } from "../../../../test/world/organisations.ts";
import { staffOf } from "../../../../test/world/people.ts";
import { townshipArea } from "../../../../test/world/places.ts";

const world = testHouse();
let open: Awaited<ReturnType<typeof openStation>>;
beforeAll(async () => {
  open = await openStation(world);
});

describe("stations", () => {
  test("one view shows people, area, and the balance of the five functions with its zeros", async () => {
    const { body } = await (await world.as("peer_deputy")).get(open.at);
    expect(body).toMatchObject({
      ...{ code: "KS01", name: zhuzhuang.name, longitude: 116.8012, latitude: 33.9954, areaName: "朱庄社区", mine: false, keeps: false },
      hours: zhuzhuang.hours,
      cover: [{ areaName: "朱庄社区", grid: null }],
      staff: [{ post: "liaison" }],
      next: [],
    });
    expect(body.deputies.map((one: { mandateId: string }) => one.mandateId).sort()).toEqual([open.deputy, open.cosigner].sort());
    expect(body.balance.functions).toEqual(
      ["reception", "work", "learning", "service", "publicity"].map((name) => ({ function: name, count: 0 })),
    );
  });

  test("are found by name, kind, area and what they cover, sorted and page by page", async () => {
    const office = await world.as("office");
    for (const [code, name] of [
      ["KS02", "矿山集代表之家"],
      ["KS03", "矿山集集市联系点"],
    ])
      await added(office, "/api/stations", { ...zhuzhuang, code, name, kind: "home", areaId: townshipArea("kuangshanji"), cover: [] });
    const names = async (query: string): Promise<string[]> =>
      (await office.get(`/api/stations?${query}`)).body.items.map((one: { name: string }) => one.name);
    expect(await names("search=KS02")).toEqual(["矿山集代表之家"]);
    expect(await names("kind=station")).toEqual([zhuzhuang.name]);
    expect(await names(`areaId=${village("朱庄社区")}`)).toEqual([zhuzhuang.name]);
    expect((await names(`areaId=${townshipArea("kuangshanji")}`)).length).toBe(3);
    expect(await names(`areaId=${townshipArea("shitai")}`)).toEqual([]);
    for (const sort of ["name", "code", "next"]) {
      const all = await names(`sort=${sort}`);
      const first = (await office.get(`/api/stations?sort=${sort}&limit=2`)).body;
      expect([
        ...first.items.map((one: { name: string }) => one.name),
        ...(await names(`sort=${sort}&limit=2&cursor=${first.next}`)),
      ]).toEqual(all);
    }
    expect(await names("mine=true")).toEqual([]);
    const mine = await (await world.as("deputy")).get("/api/stations?mine=true");
    expect(mine.body.items).toHaveLength(1);
    const { bytes } = await office.bytes("/api/exports/stations?format=csv&search=KS01");
    expect(Buffer.from(bytes).toString("utf8")).toContain("KS01,代表联络站,朱庄社区代表联络站,朱庄社区,矿山集人大工委");
  });

  test("belong to the organ that keeps them: others neither open nor change them", async () => {
    const presidium = await world.as("presidium");
    const foreign = await presidium.post("/api/stations", { ...zhuzhuang, code: "KS09", name: "别处的站" });
    expect(foreign).toMatchObject({ status: 422, body: { errors: [expect.objectContaining({ field: "organisationId" })] } });
    const { body, headers } = await presidium.get(open.at);
    const etag = headers.get("etag") ?? "";
    expect((await presidium.put(open.at, { ...zhuzhuang, name: "改名" }, { "if-match": etag })).status).toBe(403);
    expect((await (await world.as("deputy")).post("/api/stations", zhuzhuang)).status).toBe(403);
    const committee = await world.as("committee");
    expect((await committee.put(open.at, { ...zhuzhuang, phone: "0561-3091234" }, { "if-match": `"${body.version + 5}"` })).status).toBe(
      412,
    );
    const changed = await committee.put(open.at, { ...zhuzhuang, phone: "0561-3091234", cover: [] }, { "if-match": etag });
    expect(changed.body).toMatchObject({ phone: "0561-3091234", cover: [], version: body.version + 1 });
  });

  test("a wrong field is named: unknown kind, hours that end before they begin, half a point, one grid twice, a code taken", async () => {
    const committee = await world.as("committee");
    const fields = async (changes: object) =>
      (await committee.post("/api/stations", { ...zhuzhuang, code: "KS77", name: "新站", ...changes })).body.errors?.map(
        (one: { field: string }) => one.field,
      );
    expect(await fields({ kind: "palace" })).toEqual(["kind"]);
    expect(await fields({ hours: [{ weekdays: [1], from: "11:00", to: "09:00" }] })).toEqual(["hours.0.to"]);
    expect(await fields({ latitude: null })).toEqual(["latitude"]);
    const place = { areaId: village("朱庄社区"), grid: "第一网格" };
    expect(await fields({ cover: [place, place] })).toEqual(["cover.1.areaId"]);
    const twice = await committee.post("/api/stations", { ...zhuzhuang, name: "又一个站" });
    expect(twice).toMatchObject({ status: 409, body: { detail: "已有使用该编号的站点" } });
  });

  test("posts are given by the keeper alone; the liaison officer then works for the station", async () => {
    const clerk = await world.as("subdistrict_clerk");
    expect((await clerk.get(open.at)).body).toMatchObject({ mine: true, keeps: false });
    const post = { stationId: open.stationId, personId: staffOf("kuangshanji_office", "leader"), post: "head", startsOn: "2023-01-01" };
    expect((await clerk.post("/api/station-staff", post)).status).toBe(403);
    expect((await (await world.as("presidium")).post("/api/station-staff", post)).status).toBe(403);
    const headed = await added(await world.as("committee"), "/api/station-staff", post);
    expect(headed.personName).toMatch(/\p{Script=Han}/u);
    const notice = {
      stationId: open.stationId,
      kind: "notice",
      title: "九月接待安排",
      body: "每月十五日上午接待。",
      publishedOn: "2023-09-20",
    };
    await added(clerk, "/api/station-posts", notice);
    expect((await (await world.as("peer_deputy")).post("/api/station-posts", notice)).status).toBe(403);
    expect((await (await world.as("peer_deputy")).get(open.at)).body.posts).toEqual([expect.objectContaining({ title: "九月接待安排" })]);
  });

  test("an event carries one function and those who took part; a withdrawn one no longer counts", async () => {
    const committee = await world.as("committee");
    const event = {
      ...{ stationId: open.stationId, function: "learning", title: "学习新修改的代表法", heldOn: "2023-09-12", people: 12 },
      mandates: [open.deputy, open.cosigner],
    };
    const held = await added(committee, "/api/station-events", event);
    expect((await world.facts("station.event_held")).at(-1)?.data).toEqual({
      ...{ stationId: open.stationId, function: "learning", heldOn: "2023-09-12", mandates: [open.deputy, open.cosigner] },
    });
    const count = async (name: string) =>
      (await committee.get(open.at)).body.balance.functions.find((one: { function: string }) => one.function === name).count;
    expect([await count("learning"), await count("publicity")]).toEqual([1, 1]);
    const learning = async () => (await committee.get("/api/stations?function=learning")).body.items.length;
    expect(await learning()).toBe(1);
    const change = { ...event, withdrawnOn: "2023-09-20", withdrawalReason: "重复登记" };
    const changed = await committee.put(`/api/station-events/${held.id}`, change, { "if-match": `"${held.version}"` });
    expect(changed.status).toBe(200);
    expect([await count("learning"), await learning()]).toEqual([0, 0]);
    expect((await committee.post("/api/station-events", { ...event, heldOn: "2024-01-01" })).body.errors[0].field).toBe("heldOn");
  });

  test("a photo is seen by everyone signed in, and a stranger's file cannot be named", async () => {
    const committee = await world.as("committee");
    const bytes = readFileSync(new URL("../../../../docs/pictures/desk-office.png", import.meta.url));
    const photo = await committee.upload("/api/files", new File([bytes], "站点.png", { type: "image/png" }));
    expect(photo.status, JSON.stringify(photo.body)).toBe(201);
    const station = await added(committee, "/api/stations", { ...zhuzhuang, code: "KS05", name: "有照片的站", photos: [photo.body.id] });
    const seen = await (await world.as("peer_deputy")).bytes(`/api/stations/${station.id}/photos/${photo.body.id}?size=small`);
    expect([seen.status, seen.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect((await world.nobody.get(`/api/stations/${station.id}/photos/${photo.body.id}`)).status).toBe(401);
    const foreign = { ...zhuzhuang, code: "KS06", name: "借照片的站", photos: [photo.body.id] };
    expect((await committee.post("/api/stations", foreign)).body.errors).toEqual([expect.objectContaining({ field: "photos" })]);
  });

  test("closes for good, with a reason", async () => {
    const office = await world.as("office");
    const station = await added(office, "/api/stations", {
      ...{ ...zhuzhuang, code: "QZ01", name: "区代表之家", kind: "home", organisationId: organisationId("deputy_office") },
    });
    const closed = await added(office, `/api/stations/${station.id}/closings`, { closedOn: "2023-09-22", reason: "迁入新址" });
    expect(closed).toMatchObject({ closedOn: "2023-09-22", closingReason: "迁入新址" });
    expect((await office.post(`/api/stations/${station.id}/closings`, { closedOn: "2023-09-22", reason: "再次关闭" })).status).toBe(409);
    const open = await office.get("/api/stations?open=true&search=QZ01");
    expect(open.body.items).toEqual([]);
  });
});
