import { type RawBuilder, sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { added, openStation, village } from "../../../../test/support/station.ts";
import { office, said, solved, spoken } from "../../../../test/support/voice.ts";
import { organisationId } from "../../../../test/world/organisations.ts";
import { staffOf } from "../../../../test/world/people.ts";
import { district } from "../../../../test/world/places.ts";
import type { DateISO } from "../../../platform/clock/instant.ts";
import { yearUntil } from "../../stations/index.ts";
import { type StationMeasure, stationMeasures, stationRateKeys, stationRates, stationSources } from "../station-terms.ts";
import { stationPopulations } from "./station-definitions.ts";

const world = testHouse();

interface Line {
  id: string;
  name: string;
  townName: string;
  functionsSeen: number;
  counts: Record<StationMeasure, number>;
  rates: { key: string; numerator: number; denominator: number; value: number | null }[];
}

const ask = async (persona: string, path: string, query = "") => (await world.as(persona)).get(`/api/statistics/${path}?${query}`);
const glance = async (persona: string, query = ""): Promise<{ items: Line[]; whole: Line; stations: number; next: string | null }> =>
  (await ask(persona, "stations", query)).body;

/** Follows the rows of a number to their end, six at a time. */
async function rowsOf(persona: string, query: string): Promise<{ id: string; opens: string; amount: number | null; kind: string }[]> {
  const rows = [];
  for (let cursor = ""; ; ) {
    const { body } = await ask(persona, "station-rows", `${query}&limit=6${cursor && `&cursor=${cursor}`}`);
    rows.push(...body.items);
    if (!body.next) return rows;
    cursor = body.next;
  }
}

let open: Awaited<ReturnType<typeof openStation>>;
let [other, unused] = ["", ""];

async function reception(day: string, mandateIds: string[], changes: object = {}): Promise<string> {
  const typed = { stationId: open.stationId, kind: "mobile", day, fromTime: "09:00", toTime: "11:00", place: "集市", mandateIds };
  return (await added(await world.as("committee"), "/api/receptions", { ...typed, ...changes })).id;
}
const does = async (who: string, id: string, path: string, body: object = {}) =>
  added(await world.as(who), `/api/receptions/${id}/${path}`, body);

/** A small world of which every number is known: two stations of the sub-district, one of a town at which nothing happens. */
beforeAll(async () => {
  open = await openStation(world);
  const committee = await world.as("committee");
  const twin = { code: "KS02", name: "任庄村代表联系点", areaId: village("任庄村"), cover: [] };
  const base = {
    kind: "point",
    address: "任庄村部",
    organisationId: organisationId("kuangshanji_committee"),
    openedOn: "2022-03-01",
    hours: [],
  };
  other = (await added(committee, "/api/stations", { ...base, ...twin })).id;
  const town = {
    code: "ST01",
    name: "石台镇代表之家",
    kind: "home",
    areaId: village("石台镇"),
    organisationId: organisationId("shitai_presidium"),
  };
  unused = (await added(await world.as("office"), "/api/stations", { ...base, ...town })).id;

  const [held, swapped, missed, called, moved] = [
    await reception("2023-09-26", [open.deputy, open.cosigner]),
    await reception("2023-09-27", [open.deputy]),
    await reception("2023-09-28", [open.deputy]),
    await reception("2023-10-09", [open.cosigner]),
    await reception("2023-10-10", [open.cosigner]),
  ];
  await reception("2023-10-11", [open.cosigner]);
  await reception("2023-12-20", [open.cosigner]);
  const byLiaison = await reception("2023-09-25", [], {
    kind: "liaison",
    place: null,
    liaisonId: staffOf("kuangshanji_office", "officer"),
  });
  for (const id of [held, swapped, missed, called, moved]) await does("committee", id, "announcements");
  world.on("2023-09-23");
  await does("committee", byLiaison, "announcements");
  const ask = { mandateId: open.deputy, asked: open.cosigner, note: "当天外出培训" };
  const asked = await does("deputy", swapped, "exchange-requests", ask);
  await does("cosigner", swapped, "exchange-answers", { exchangeId: asked.exchanges[0].id, agrees: true });
  await does("committee", called, "cancellations", { note: "场地维修" });
  world.on("2023-09-25", 12 * 60);
  await does("committee", byLiaison, "records", { visitors: 2 });
  world.on("2023-09-26", 10 * 60);
  await does("committee", held, "sign-ins", { mandateId: open.deputy });
  await does("committee", held, "records", { visitors: 5 });
  await does("committee", held, "excuses", { mandateId: open.cosigner, note: "参加区里会议" });
  world.on("2023-09-27", 10 * 60);
  await does("committee", swapped, "sign-ins", { mandateId: open.cosigner });
  await does("committee", swapped, "records", { visitors: 0 });
  world.on("2023-09-29");
  await does("committee", missed, "misses");
  world.on("2023-10-09");
  // Told a day before: no longer in time, however early it had been announced at first.
  await does("committee", moved, "reschedulings", { day: "2023-10-11", fromTime: "14:00", toTime: "15:00", note: "与培训冲突" });

  const stationId = open.stationId;
  const entered = async (channel: string, changes: object = {}) => {
    const { label } = await added(await world.as("committee"), "/api/voices", said({ stationId, channel, ...changes }));
    return label as string;
  };
  await entered("reception", { receptionId: held });
  await entered("reception", { receptionId: byLiaison });
  await entered("phone");
  const speaks = (changes: object = {}) => spoken(world, { stationId, ...changes });
  const satisfied = await speaks();
  await satisfied.does("committee", "routings", office);
  await satisfied.does("subdistrict_clerk", "answers", solved);
  await satisfied.voter("appraisals", { grade: "SATISFIED" });
  const basic = await speaks();
  await basic.does("committee", "instant-answers", solved);
  await basic.voter("appraisals", { grade: "BASIC" });
  const unmet = await speaks({ contact: { phone: "13856100002" } });
  await unmet.does("committee", "routings", office);
  await unmet.does("subdistrict_clerk", "answers", solved);
  for (const _ of [1, 2, 3]) await unmet.does("committee", "visit-tries", { way: "phone" });
  await unmet.does("committee", "unreached-endings");
  const back = await speaks();
  await back.does("committee", "routings", office);
  await back.does("subdistrict_clerk", "answers", { ...solved, solved: false });
  await back.voter("appraisals", { grade: "DISSATISFIED", reasons: "只修了一半" });
  await (await speaks()).does("committee", "directions", { way: "court" });
  const first = await speaks();
  await (await speaks()).does("committee", "joinings", { voiceId: first.id });
  await (await speaks()).does("deputy", "take-ups");
  const grown = {
    title: "关于修复朱庄村东水泥路的建议",
    content: "村东水泥路破损三年，雨天学生上学不便，建议尽快修复。",
    category: "roads",
  };
  await (await speaks()).does("deputy", "opinions", grown);
  await (await speaks()).does("deputy", "suggestions", grown);
  await (await speaks()).does("committee", "project-proposals");
  await (await speaks()).voter("withdrawals");
  const returned = await speaks();
  await returned.does("committee", "routings", office);
  await returned.does("subdistrict_clerk", "handbacks", { note: "不属于本单位职责" });
  await spoken(world, { stationId: other });

  const session = { stationId, organId: organisationId("transport"), topic: "听取交通工作意见", day: "2023-10-09" };
  const { id } = await added(committee, "/api/listenings", { ...session, fromTime: "08:00", toTime: "09:00" });
  await added(committee, `/api/listenings/${id}/announcements`, {});
  const points = ["村口公交站没有雨棚", "站牌字太小看不清", "末班车太早"].map((content) => ({ content }));
  const listened = await added(committee, `/api/listenings/${id}/records`, { present: 25, mandates: [open.deputy], points });
  const answers = async (point: number) =>
    added(await world.as("unit_clerk"), `/api/listenings/${id}/answers`, {
      pointId: listened.points[point].id,
      answer: "已经安排施工队处理",
    });
  await answers(0);
  for (const [name, heldOn] of Object.entries({ learning: "2023-09-12", service: "2023-10-01", publicity: "2023-10-08" }))
    await added(committee, "/api/station-events", { stationId, function: name, title: "站点活动", heldOn, people: 12, mandates: [] });
  const post = { stationId, kind: "notice", title: "十月接待安排", body: "每月十五日接待。" };
  await added(committee, "/api/station-posts", { ...post, publishedOn: "2023-10-09" });
  await added(committee, "/api/station-posts", { ...post, title: "年底接待安排", publishedOn: "2023-12-25" });
  world.on("2023-11-30");
  await answers(1);
});

const all = async <Row>(query: RawBuilder<unknown>): Promise<Row[]> => (await query.execute(world.database.read)).rows as Row[];

test("every number of a station is what a plain count of the rows gives", async () => {
  const { items, stations } = await glance("office", "sort=heard&order=desc");
  expect([stations, items.map(({ id }) => id)]).toEqual([3, [open.stationId, other, unused]]);
  const line = items[0];
  const { stationId } = open;
  const receptions = await all<{ status: string; visitors: number; kind: string }>(
    sql`select status, visitors, kind from reception where district = ${district} and station_id = ${stationId} and day <= '2023-11-30'`,
  );
  const of = (status: string) => receptions.filter((one) => one.status === status).length;
  expect([of("held"), of("missed"), of("cancelled")]).toEqual([3, 1, 1]);
  expect(line?.counts).toMatchObject({
    ...{ planned: receptions.length, held: of("held"), missed: of("missed"), cancelled: of("cancelled"), unrecorded: 2 },
    // The one of the liaison officer was announced two days ahead, another moved a day before.
    ...{ announced: 6, announcedInTime: 4, visitors: receptions.reduce((sum, { visitors }) => sum + (visitors ?? 0), 0) },
    ...{ rostered: 5, expected: 4, signedIn: 2, excused: 1, absent: 1, substituted: 1 },
    ...{ listenings: 1, points: 3, pointsDue: 3, pointsAnswered: 2, pointsInTime: 1, pointsOverdue: 1 },
    ...{ happened: 8, atReception: 3, atWork: 1, atLearning: 1, atService: 1, atPublicity: 2 },
  });
  const voices = await all<{ status: string; channel: string; opinionId: string | null; suggestionId: string | null }>(
    sql`select status, channel, opinion_id, suggestion_id from voice where district = ${district} and station_id = ${stationId}`,
  );
  const how = (channel: string) => voices.filter((one) => one.channel === channel).length;
  expect(line?.counts).toMatchObject({
    ...{ heard: voices.length, heardAtReceptions: how("reception") - 1, heardByLiaison: 1, heardByPhone: how("phone") },
    ...{ heardByCode: how("qr"), heardOnPortal: how("portal"), heardByVisit: 0, heardByHotline: 0, heardAtActivities: 0 },
    ...{
      toldElsewhere: voices.filter(({ status }) => status === "directed").length,
      withdrawn: 1,
      joined: 1,
      answeredAtOnce: 1,
      takenUp: 1,
    },
    ...{ becameOpinion: voices.filter((one) => one.opinionId).length, becameSuggestion: voices.filter((one) => one.suggestionId).length },
    ...{ becameProject: 1, routed: 3, answered: 4, asked: 4 },
    ...{ satisfied: 1, basic: 1, satisfiedOrBasic: 2, dissatisfied: 1, unreachable: 1 },
  });
  expect(line?.functionsSeen).toBe(5);
  expect(items[1]?.counts).toMatchObject({ heard: 1, planned: 0, happened: 0 });
  expect(items[2]?.counts).toEqual(Object.fromEntries(stationMeasures.map((measure) => [measure, 0])));
});

test("the parts make up the whole, rates are of what they say, and unreachable is never satisfied", async () => {
  const { items, whole } = await glance("office");
  for (const { counts, rates } of [...items, whole]) {
    const sum = (...measures: StationMeasure[]) => measures.reduce((total, measure) => total + counts[measure], 0);
    expect(sum("held", "missed", "cancelled", "unrecorded")).toBe(counts.planned);
    expect(sum("signedIn", "excused", "absent", "substituted")).toBe(counts.rostered);
    expect(sum("heardAtReceptions", "heardByLiaison", "heardByCode", "heardOnPortal", "heardByVisit", "heardByPhone")).toBe(
      counts.heard - sum("heardByHotline", "heardAtActivities"),
    );
    expect(sum("awaiting", "answeredAtOnce", "routed", "takenUp", "toldElsewhere", "joined", "withdrawn")).toBe(
      counts.heard - sum("becameOpinion", "becameSuggestion", "becameProject"),
    );
    expect(sum("satisfied", "basic", "dissatisfied", "unreachable")).toBe(counts.asked);
    expect(sum("atReception", "atWork", "atLearning", "atService", "atPublicity")).toBe(counts.happened);
    for (const key of stationRateKeys) {
      const [numerator, denominator] = stationRates[key].map((measure) => counts[measure]);
      expect(rates.find((one) => one.key === key)).toMatchObject({ numerator, denominator });
      expect(numerator).toBeLessThanOrEqual(denominator ?? 0);
    }
  }
  expect(whole.rates.find(({ key }) => key === "satisfaction_rate")).toEqual({
    ...{ key: "satisfaction_rate", numerator: 1, denominator: 4, value: 25 },
  });
  for (const measure of stationMeasures)
    expect(
      items.reduce((sum, { counts }) => sum + counts[measure], 0),
      measure,
    ).toBe(whole.counts[measure]);
});

test("every number opens exactly its rows, of one station and of all; so do the lists of receptions and voices", async () => {
  const { items, whole } = await glance("committee");
  const caller = await world.as("committee");
  const lists: Partial<Record<StationMeasure, string>> = {};
  for (const measure of stationMeasures) {
    for (const [counts, query] of [...items.map(({ id, counts }) => [counts, `stationId=${id}&`] as const), [whole.counts, ""] as const]) {
      const rows = await rowsOf("committee", `${query}measure=${measure}`);
      const size = measure === "visitors" ? rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0) : rows.length;
      expect(size, `${query} ${measure}`).toBe(counts[measure]);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      const [kind] = rows.map((row) => row.kind);
      if (measure !== "visitors" && (kind === "voice" || (kind === "reception" && measure !== "happened" && measure !== "atReception")))
        lists[measure] = kind === "voice" ? "voices" : "receptions";
    }
  }
  expect(Object.keys(lists).length).toBeGreaterThan(25);
  for (const [measure, list] of Object.entries(lists)) {
    const query = `limit=200&${list === "voices" ? "year=2023" : "from=2023-01-01&to=2023-12-31"}&counted=${measure}`;
    const ids = (await caller.get(`/api/${list}?${query}&stationId=${open.stationId}`)).body.items.map(({ id }: { id: string }) => id);
    const rows = await rowsOf("committee", `stationId=${open.stationId}&measure=${measure}`);
    expect(new Set(ids), measure).toEqual(new Set(rows.map(({ id }) => id)));
    expect((await caller.get(`/api/${list}?${query}`)).body.items, measure).toHaveLength(whole.counts[measure as StationMeasure]);
  }
});

test("until a day: nothing that happened later counts", async () => {
  const line = async (query: string) => (await ask("office", `stations/${open.stationId}`, query)).body;
  const early = await line("asOf=2023-09-26");
  expect([early.asOf, early.year]).toEqual(["2023-09-26", 2023]);
  expect(early.station.counts).toMatchObject({
    ...{ planned: 2, held: 2, missed: 0, announced: 2, heard: 0, listenings: 0, rostered: 2, happened: 3 },
  });
  const october = (await line("asOf=2023-10-09")).station.counts;
  expect(october).toMatchObject({ cancelled: 1, points: 3, pointsAnswered: 1, pointsDue: 1, pointsOverdue: 0, asked: 4, overdue: 0 });
  expect(await rowsOf("office", `stationId=${open.stationId}&measure=pointsAnswered&asOf=2023-10-09`)).toHaveLength(1);
  const earlier = await line("year=2022");
  expect(earlier.station.counts.planned).toBe(0);
  expect(await line("")).toMatchObject({ asOfBefore: "2022-11-30", before: { functionsSeen: 0 } });
  expect((await line("asOf=2023-11-30")).station).toEqual((await line("")).station);
});

test("the office sees every station, a town its own, those who work at one that one; nobody else sees any", async () => {
  const named = async (persona: string) => (await glance(persona)).items.map(({ id }) => id).toSorted();
  expect(await named("office")).toEqual([open.stationId, other, unused].toSorted());
  expect(await named("committee")).toEqual([open.stationId, other].toSorted());
  expect(await named("presidium")).toEqual([unused]);
  expect(await named("subdistrict_clerk")).toEqual([open.stationId]);
  for (const persona of ["deputy", "peer_deputy", "unit_clerk"]) {
    expect(await named(persona), persona).toEqual([]);
    expect((await ask(persona, `stations/${open.stationId}`)).status, persona).toBe(404);
    expect(await rowsOf(persona, `stationId=${open.stationId}&measure=heard`), persona).toEqual([]);
    expect((await rowsOf(persona, "measure=heard")).length, persona).toBe(0);
  }
  expect((await ask("presidium", `stations/${open.stationId}`)).status).toBe(404);
  expect((await ask("presidium", "station-rows", "measure=heard")).body.items).toEqual([]);
  for (const path of ["stations", "station-rows", "station-definitions", `stations/${unused}`])
    expect((await world.nobody.get(`/api/statistics/${path}`)).status, path).toBe(401);
});

test("narrowed by town, kind and name, in either order, page by page", async () => {
  const named = async (query: string) => (await glance("office", query)).items.map(({ id }) => id);
  expect(await named(`areaId=${village("矿山集街道")}&sort=heard`)).toEqual([other, open.stationId]);
  expect(await named("kind=home")).toEqual([unused]);
  expect(await named("search=任庄")).toEqual([other]);
  expect((await glance("office", "search=任庄")).whole.counts.heard).toBe(1);
  expect((await named("sort=attendance_rate&order=asc"))[0], "what has no value comes last").toBe(open.stationId);
  const first = await glance("office", "sort=heard&order=desc&limit=2");
  const second = await glance("office", `sort=heard&order=desc&limit=2&cursor=${first.next}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([open.stationId, other, unused]);
  expect([second.next, second.whole]).toEqual([null, first.whole]);
  expect((await ask("office", "stations", "sort=luck")).status).toBe(422);
});

test("as sheets: the stations with their sum, and the rows of a number; each figure says what it counts", async () => {
  const read = async (path: string) =>
    Buffer.from((await (await world.as("office")).bytes(`/api/exports/statistics/${path}`)).bytes)
      .toString("utf8")
      .trimEnd()
      .split("\r\n");
  const lines = await read("stations?format=csv");
  expect(lines).toHaveLength(5);
  expect(lines[0]).toContain("接待场次");
  expect(lines[4]).toMatch(/^合计/);
  const rows = await read(`station-rows?format=csv&measure=heard&stationId=${open.stationId}`);
  expect(rows).toHaveLength((await rowsOf("office", `stationId=${open.stationId}&measure=heard`)).length + 1);
  expect(rows.join()).toMatch(/已告知去处/);
  expect(rows.join(), "nobody's words leave the house with a figure").not.toContain("趟水上学");
  const { items } = (await ask("office", "station-definitions")).body;
  expect(items).toHaveLength(stationMeasures.length + stationRateKeys.length);
  for (const { key, label, definition, cutOff, source } of items)
    for (const words of [label, definition, cutOff, source]) expect(words, key).not.toMatch(/^statistics\./);
  expect(items.find(({ key }: { key: string }) => key === "attendance_rate")).toMatchObject({
    numerator: "signedIn",
    denominator: "expected",
  });
});

test("what the pages of a station show of its functions are the same numbers", async () => {
  const { counts } = (await ask("office", `stations/${open.stationId}`)).body.station;
  const shown = (await (await world.as("deputy")).get(open.at)).body.balance.functions.map(({ count }: { count: number }) => count);
  expect(shown).toEqual([counts.atReception, counts.atWork, counts.atLearning, counts.atService, counts.atPublicity]);
});

test("no figure reads a whole table: every one is found by an index", async () => {
  const counting = { district, ...yearUntil(2023, "2023-11-30" as DateISO), stations: [open.stationId] };
  await world.database.write(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    for (const source of stationSources) {
      const { rows } = await sql<
        Record<string, string>
      >`explain (costs off) select m.* from (${stationPopulations[source](counting)}) m`.execute(tx);
      const plan = rows.flatMap((row) => Object.values(row)).join("\n");
      expect(plan, source).toMatch(/Index/);
      expect(plan, source).not.toMatch(/Seq Scan on (voice|reception|clock|listening|station_)/);
    }
  });
});
