import { parseFeed } from "@rowanmanning/feed-parser";
import { parseAtomFeed } from "feedsmith";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { added, openStation } from "../../../../test/support/station.ts";

const publicUrl = "https://lianxin.example.org";
const world = testHouse({ outside: { channels: [], publicUrl, webhookPrivate: false } });
let open: Awaited<ReturnType<typeof openStation>>;
const receptions: Record<string, string> = {};

/** A reception on the road, by both deputies of the station. */
async function appointed(day: string, changes: object = {}): Promise<string> {
  const typed = { stationId: open.stationId, kind: "mobile", day, fromTime: "09:00", toTime: "11:00", place: "朱庄集市, 东头; 路北" };
  const mandateIds = [open.deputy, open.cosigner];
  return (await added(await world.as("committee"), "/api/receptions", { ...typed, mandateIds, ...changes })).id;
}
const does = async (id: string, path: string, body: object = {}) =>
  added(await world.as("committee"), `/api/receptions/${id}/${path}`, body);

beforeAll(async () => {
  open = await openStation(world);
  for (const [name, day] of [
    ["kept", "2023-10-15"],
    ["moved", "2023-10-20"],
    ["cancelled", "2023-10-25"],
    ["secret", "2023-10-30"],
  ] as const)
    receptions[name] = await appointed(day, { theme: `主题${name}` });
  for (const name of ["kept", "moved", "cancelled"]) await does(receptions[name] ?? "", "announcements");
  await does(receptions["moved"] ?? "", "reschedulings", { day: "2023-10-21", fromTime: "14:00", toTime: "16:00", note: "场地让给考试" });
  await does(receptions["cancelled"] ?? "", "cancellations", { note: "私下的原因" });
});

const uid = (name: string) => `${receptions[name]}@reception.lianxin`;
const calendar = async (path: string) => {
  const answer = await world.nobody.get(path);
  expect(answer, path).toMatchObject({ status: 200 });
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  return answer.body as string;
};

describe("calendars", () => {
  test("one parser reads what was announced, moved and cancelled, in China's time; what was not announced is not there", async () => {
    const text = await calendar("/feeds/stations/KS01.ics");
    const root = new ICAL.Component(ICAL.parse(text));
    expect(root.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid"))).toEqual(["Asia/Shanghai"]);
    const events = new Map(root.getAllSubcomponents("vevent").map((one) => [String(one.getFirstPropertyValue("uid")), one]));
    expect([...events.keys()].sort()).toEqual([uid("kept"), uid("moved"), uid("cancelled")].sort());
    const of = (name: string) => {
      const one = events.get(uid(name));
      const event = new ICAL.Event(one!);
      return {
        start: event.startDate.toString(),
        zone: one?.getFirstProperty("dtstart")?.getFirstParameter("tzid"),
        sequence: event.sequence,
        status: one?.getFirstPropertyValue("status"),
        url: one?.getFirstPropertyValue("url"),
        location: event.location,
      };
    };
    const url = `${publicUrl}/s/KS01`;
    const location = "朱庄社区代表联络站 朱庄集市, 东头; 路北";
    expect(of("kept")).toEqual({ start: "2023-10-15T09:00:00", zone: "Asia/Shanghai", sequence: 0, status: "CONFIRMED", url, location });
    expect(of("moved")).toMatchObject({ start: "2023-10-21T14:00:00", sequence: 1, status: "CONFIRMED" });
    expect(of("cancelled")).toMatchObject({ sequence: 1, status: "CANCELLED" });
    expect(events.get(uid("kept"))?.getFirstPropertyValue("last-modified")?.toString()).toMatch(/Z$/);
    expect(text).not.toMatch(/私下的原因|场地让给考试/);
  });

  test("another parser finds the same moments", async () => {
    const found = nodeIcal.sync.parseICS(await calendar("/feeds/receptions.ics"));
    const events = Object.values(found).filter((one): one is VEvent => one?.type === "VEVENT");
    expect(events).toHaveLength(3);
    const moved = events.find((one) => one.uid === uid("moved"));
    expect(moved?.start.toISOString()).toBe("2023-10-21T06:00:00.000Z");
    expect(moved?.end?.toISOString()).toBe("2023-10-21T08:00:00.000Z");
    expect([moved?.sequence, moved?.status].map(String)).toEqual(["1", "CONFIRMED"]);
  });

  test("a deputy's and a group's hold their own; strangers to the house have none", async () => {
    expect(await calendar(`/feeds/deputies/${open.deputy.slice(-10)}.ics`)).toContain(uid("kept"));
    const groups = await (await world.as("administrator")).get("/api/deputy-groups?limit=200");
    const holding = await Promise.all(
      groups.body.items.map(async ({ id }: { id: string }) => (await calendar(`/feeds/deputy-groups/${id}.ics`)).includes(uid("kept"))),
    );
    expect(holding.filter(Boolean).length, "the two deputies' groups").toBeGreaterThan(0);
    expect(holding.filter(Boolean).length).toBeLessThanOrEqual(2);
    for (const path of [
      ...["/feeds/stations/XX99.ics", "/feeds/deputies/0000000000.ics", "/feeds/stations/KS01.txt"],
      ...["/feeds/stations/..%2f..%2fetc.ics", "/feeds/deputies/1.ics"],
    ])
      expect((await world.nobody.get(path)).status, path).toBe(404);
  });

  test("is not sent again while it is the same, and anew when something changed", async () => {
    const path = "/feeds/stations/KS01.ics";
    const etag = (await world.nobody.get(path)).headers.get("etag") ?? "";
    expect((await world.nobody.get(path, { "if-none-match": etag })).status).toBe(304);
    expect((await world.nobody.get(path, { "if-none-match": `"other", W/${etag}` })).status).toBe(304);
    await does(receptions["kept"] ?? "", "reschedulings", { day: "2023-10-16", fromTime: "09:00", toTime: "11:00", note: "顺延一天" });
    const after = await world.nobody.get(path, { "if-none-match": etag });
    expect(after.status).toBe(200);
    expect(after.body).toContain("SEQUENCE:1");
  });

  test("a name with a line's end begins no line of its own", async () => {
    const name = "坏站\r\nEND:VCALENDAR\r\nX-EVIL:1";
    await openStation(world, { code: "KS66", name });
    const text = await calendar("/feeds/stations/KS66.ics");
    expect(text).not.toMatch(/^X-EVIL/m);
    expect(() => ICAL.parse(text)).not.toThrow();
  });
});

describe("feeds", () => {
  const feed = async (path: string) => {
    const answer = await world.nobody.get(path);
    expect(answer.headers.get("content-type"), JSON.stringify(answer.body)).toBe("application/atom+xml; charset=utf-8");
    return answer.body as string;
  };

  test("a station's holds its posts and announcements, by one parser and the other", async () => {
    const post = {
      stationId: open.stationId,
      kind: "notice",
      title: "<b>停水</b> & 通知",
      body: "10月1日停水\u0008",
      publishedOn: "2023-09-20",
    };
    const { id } = await added(await world.as("committee"), "/api/station-posts", post);
    await added(await world.as("committee"), "/api/station-posts", { ...post, title: "以后的通知", publishedOn: "2023-12-01" });
    const text = await feed("/feeds/stations/KS01.atom");
    const parsed = parseFeed(text).toJSON();
    expect(parsed).toMatchObject({ title: "朱庄社区代表联络站", language: "zh-CN", url: `${publicUrl}/s/KS01` });
    const item = parsed.items.find((one) => one.id === `urn:uuid:${id}`);
    expect(item).toMatchObject({ title: "<b>停水</b> & 通知", description: "10月1日停水", url: `${publicUrl}/s/KS01` });
    expect(new Date(item?.updated ?? 0).toISOString()).toBe("2023-09-19T16:00:00.000Z");
    expect(parsed.items.map((one) => one.title)).not.toContain("以后的通知");
    const other = parseAtomFeed(text);
    expect(other.id).toMatch(/^urn:uuid:/);
    expect(other.entries?.map((one) => one.id).sort()).toEqual(parsed.items.map((one) => one.id).sort());
    expect(other.links).toContainEqual(expect.objectContaining({ rel: "self", href: `${publicUrl}/feeds/stations/KS01.atom` }));
    const etag = (await world.nobody.get("/feeds/stations/KS01.atom")).headers.get("etag") ?? "";
    expect((await world.nobody.get("/feeds/stations/KS01.atom", { "if-none-match": etag })).status).toBe(304);
  });

  test("towns and categories have theirs, empty ones too; what is none has none", async () => {
    for (const path of ["/feeds/towns/340602001.atom", "/feeds/categories/roads.atom"]) {
      const text = await feed(path);
      expect(parseFeed(text).title).toContain("办理情况");
      expect(parseAtomFeed(text).updated).toBeTruthy();
    }
    for (const path of ["/feeds/towns/999.atom", "/feeds/towns/340602.atom", "/feeds/categories/none.atom"])
      expect((await world.nobody.get(path)).status, path).toBe(404);
  });
});

describe("sheets", () => {
  test("begin with a byte order mark, hold what is public, and let no cell be run", async () => {
    await openStation(world, { code: "KS67", name: "=1+1" });
    const text = async (path: string) => Buffer.from((await world.nobody.bytes(path)).bytes).toString("utf8");
    const stations = await text("/open-data/stations.csv");
    expect(stations.startsWith("\uFEFF编号,类型,名称")).toBe(true);
    expect(stations).toContain("KS01,代表联络站,朱庄社区代表联络站,矿山集街道,朱庄社区");
    expect(stations).toContain("'=1+1");
    expect(await text("/open-data/deputies.csv")).toMatch(/\r\n.+矿山集/);
    const planned = await text("/open-data/receptions.csv");
    expect(planned).toContain("2023-10-21,14:00,16:00,KS01");
    expect(planned).not.toContain("主题secret");
    for (const name of ["voices", "opinions", "suggestions"])
      expect((await world.nobody.bytes(`/open-data/${name}.csv?year=2023`)).status).toBe(200);
    expect((await world.nobody.bytes("/open-data/voices.csv?year=soon")).status).toBe(422);
  });
});
