import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../../test/support/house.ts";
import { asked, posted } from "../../../../../test/support/open311/client.ts";
import { type PublishedDocument, publishedFaults } from "../../../../../test/support/open311/published.ts";
import { jsonFaults } from "../../../../../test/support/open311/schemas.ts";
import { office, openStation, solved, spoken, voiceWay } from "../../../../../test/support/voice.ts";
import { areas } from "../../../../../test/world/places.ts";

const publicUrl = "https://lianxin.example.org";
const world = testHouse({ outside: { channels: [], publicUrl, webhookPrivate: false } });
const village = areas.find(({ name }) => name === "朱庄社区")?.code ?? "";
const uuid = /^[0-9a-f-]{36}$/;
let key = "";

const give = async (name: string): Promise<{ id: string; key: string }> =>
  (await (await world.as("administrator")).post("/api/api-keys", { name, scopes: ["open311"] })).body;

beforeAll(async () => {
  await openStation(world);
  ({ key } = await give("区12345热线平台"));
});

const report = (changes: Record<string, string> = {}): Record<string, string> => ({
  ...{ api_key: key, jurisdiction_id: "340602", service_code: "roads", "attribute[village]": village },
  ...{ description: "村东头的路坏了三年，下雨天孩子上学要蹚水", first_name: "桂英", last_name: "王", phone: "13856100009" },
  ...changes,
});
const receiptIn = (notice: string) => /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}/.exec(notice)?.[0] ?? "";
const codes = (body: { code: number }[]) => body.map(({ code }) => code);

test("the schemas say no to what is not GeoReport v2", () => {
  expect(
    jsonFaults("requests", [{ service_request_id: "1", status: "done", service_code: "x", requested_datetime: "2010-01-01" }]).length,
  ).toBe(2);
  expect(jsonFaults("errors", [])).not.toEqual([]);
});

test.each<[PublishedDocument, string, unknown]>([
  ["services", "without a name", [{ service_code: "roads", metadata: true, type: "realtime" }]],
  ["services", "of no known type", [{ service_code: "roads", service_name: "道路交通", metadata: true, type: "later" }]],
  ["services", "not a list", { service: { service_code: "roads", service_name: "道路交通", metadata: true, type: "realtime" } }],
  ["definition", "without attributes", { service_code: "roads" }],
  [
    ...(["definition", "a value without a name"] as const),
    { service_code: "roads", attributes: [{ variable: true, code: "a", datatype: "text", required: true, values: [{ key: "1" }] }] },
  ],
  ["requests", "a day without a time", [{ service_request_id: "1", status: "open", service_code: "x", requested_datetime: "2010-04-14" }]],
  [
    ...(["requests", "a place in words"] as const),
    [{ service_request_id: "1", status: "open", service_code: "x", requested_datetime: "2010-04-14T06:37:38Z", lat: "33.9" }],
  ],
  [
    ...(["requests", "a picture without an address"] as const),
    [{ service_request_id: "1", status: "open", service_code: "x", requested_datetime: "2010-04-14T06:37:38Z", media_url: "照片" }],
  ],
  ["created", "a number for an identifier", [{ service_request_id: 293944 }]],
  ["tokens", "a number for a token", [{ service_request_id: "1", token: 12345 }]],
])("the published schema of %s says no: %s", (document, _, answer) => {
  expect(publishedFaults(document, answer)).toHaveLength(1);
});

describe("what can be reported", () => {
  test("discovery names the endpoint and whom to ask for a key", async () => {
    const { json, xml } = await asked(world, "discovery", "discovery");
    expect(json.endpoints).toEqual([
      expect.objectContaining({ specification: "http://wiki.open311.org/GeoReport_v2", url: `${publicUrl}/open311/v2`, type: "test" }),
    ]);
    expect(json.key_service).toContain("杜集区人大常委会代表联络室");
    expect(xml).toContain("<format>text/xml</format><format>application/json</format>");
  });

  test("every category is a service, and says what it asks for", async () => {
    const { json } = await asked(world, "services", "services");
    expect(json).toContainEqual(
      expect.objectContaining({ service_code: "roads", service_name: "道路交通", metadata: true, type: "realtime" }),
    );
    for (const [code, required] of [
      ["roads", true],
      ["government", false],
    ] as const) {
      const definition = (await asked(world, `services/${code}`, "definition")).json;
      const place = definition.attributes.find((one: { code: string }) => one.code === "village");
      expect(place, code).toMatchObject({ datatype: "singlevaluelist", required });
      expect(place.values).toContainEqual({ key: village, name: "矿山集街道 朱庄社区" });
      expect(definition.attributes[0]).toMatchObject({ variable: false, description: expect.stringContaining("110") });
    }
    const english = await world.nobody.get("/open311/v2/services/roads.json", { "accept-language": "en" });
    expect(english.body.attributes[1].description).toBe("In which village or community it is");
  });

  test("errors come in the standard's form: 404 for what does not exist, in both forms", async () => {
    for (const [path, query] of [
      ["services/none", ""],
      ["services", "?jurisdiction_id=city.gov"],
      ["requests/00000000-0000-7000-8000-000000000000", ""],
      ["requests/293944", ""],
      ["tokens/K7M2-9QX-4TD", ""],
    ] as const)
      expect(codes((await asked(world, path, "errors", query, 404)).json), path).toEqual([404]);
    expect((await asked(world, "services", "services", "?jurisdiction_id=lianxin.example.org")).json.length).toBeGreaterThan(10);
    expect((await asked(world, "services", "services", "?jurisdiction_id=")).json.length).toBeGreaterThan(10);
  });
});

describe("reporting", () => {
  test("needs a key that was given and not taken back", async () => {
    const { api_key: _, ...without } = report();
    const other = await give("旧平台");
    expect((await posted(world, "json", report({ api_key: other.key }))).status).toBe(200);
    await (await world.as("administrator")).post(`/api/api-keys/${other.id}/revocations`);
    for (const fields of [without, report({ api_key: "" }), report({ api_key: "lianxin_wrong" }), report({ api_key: other.key })])
      for (const ending of ["json", "xml"] as const) expect((await posted(world, ending, fields)).status).toBe(403);
  });

  test("gives an identifier for everybody and a receipt for whoever spoke; the voice is in the house with its contact sealed", async () => {
    const { json, status } = await posted(world, "json", report());
    expect(status).toBe(200);
    expect(json[0]).toEqual({ service_request_id: expect.stringMatching(uuid), service_notice: expect.any(String), account_id: null });
    const receipt = receiptIn(json[0].service_notice);
    const way = voiceWay(world, json[0].service_request_id, receipt);
    expect(await way.thread()).toMatchObject({ words: report()["description"], category: "道路交通", areaName: "朱庄社区" });
    expect((await way.sees("committee")).body).toMatchObject({ channel: "portal", reachable: true, hasContact: true });
    const opened = await way.does("committee", "contact-openings", { note: "核实具体位置" });
    expect(opened).toEqual({ name: "王桂英", phone: "13856100009" });
    expect((await asked(world, `tokens/${receipt}`, "tokens")).json).toEqual([{ service_request_id: way.id, token: receipt }]);
    const xml = await posted(world, "xml", report({ "attribute[station]": "tzz" }));
    expect(xml.text).toMatch(/<service_request_id>[0-9a-f-]{36}<\/service_request_id>/);
  });

  test("sent again under its key it makes nothing twice", async () => {
    const headers = { "idempotency-key": "report 4711" };
    const [first, again] = [await posted(world, "json", report(), headers), await posted(world, "json", report(), headers)];
    expect(again.json).toEqual(first.json);
    const elsewhere = await give("另一平台");
    const foreign = await posted(world, "json", report({ api_key: elsewhere.key }), headers);
    expect(foreign.json[0].service_request_id).not.toBe(first.json[0].service_request_id);
  });

  test("each wrong field is named, all at once; an unknown service is 404", async () => {
    const { "attribute[village]": _, ...nowhere } = report();
    const fields = async (form: Record<string, string>) => {
      const { status, json } = await posted(world, "json", form);
      return [status, ...json.map(({ description }: { description: string }) => description.split(":")[0])];
    };
    expect(await fields(report({ service_code: "none" }))).toEqual([404, expect.any(String)]);
    expect(await fields(report({ service_code: "" }))).toEqual([400, "service_code"]);
    expect(await fields({ ...nowhere, description: "坏", phone: "打我电话" })).toEqual([
      ...[400, "description", "attribute[village]", "address_string", "phone"],
    ]);
    expect(await fields({ ...nowhere, service_code: "government", lat: "33.99" })).toEqual([400, "long", "address_string"]);
    expect(await fields({ ...nowhere, service_code: "government", lat: "33.99", long: "200" })).toEqual([400, "long", "address_string"]);
    expect(await fields(report({ "attribute[village]": "999" }))).toEqual([400, "attribute[village]"]);
    expect(await fields(report({ "attribute[station]": "NONE" }))).toEqual([400, "attribute[station]"]);
    expect(await fields(report({ description: "长".repeat(2001) }))).toEqual([400, "description"]);
    expect((await posted(world, "json", { ...nowhere, address_id: village })).status, "a village by address_id").toBe(200);
    const json = await world.nobody.post("/open311/v2/requests.json", report());
    expect([json.status, jsonFaults("errors", json.body)]).toEqual([415, []]);
  });

  test("markup, rare characters and signs that no database keeps: kept as they were typed, or refused", async () => {
    const words = "<script>alert(1)</script> 𠮷田 ]]> & \u0001 结束";
    const { json } = await posted(world, "json", report({ description: words }));
    const way = voiceWay(world, json[0].service_request_id, receiptIn(json[0].service_notice));
    expect((await way.thread()).words).toBe(words);
    await way.does("committee", "routings", office);
    await way.does("committee", "publications", { publicWords: words });
    const shown = await asked(world, `requests/${way.id}`, "requests");
    expect(shown.json[0].description).toBe(words);
    expect(shown.xml).toContain("&lt;script&gt;alert(1)&lt;/script&gt; 𠮷田 ]]&gt; &amp;  结束");
    expect((await posted(world, "xml", report({ description: "带有\u0000的内容" }))).status).toBe(400);
  });

  test("a key that floods the house is told to wait", async () => {
    const flooding = await give("出错的程序");
    await sql`insert into api_key_use (district, api_key_id, hour, count) select district, id, date_trunc('hour', ${"2023-09-22T01:00:00Z"}::timestamptz), 1000
      from api_key where id = ${flooding.id}`.execute(world.database.read);
    const { status, headers } = await posted(world, "json", report({ api_key: flooding.key }));
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("following", () => {
  const list = async (query = "") => (await asked(world, "requests", "requests", query)).json as Record<string, string>[];
  const idsIn = async (query = "") => (await list(query)).map((one) => one["service_request_id"]);

  test("a voice is listed when an officer has cleared words for everybody; by its identifier it tells its state and no words", async () => {
    const voice = await spoken(world, { contact: { name: "赵六", phone: "13856100011" }, place: "赵六家门口" });
    expect(await idsIn()).not.toContain(voice.id);
    const [hidden] = (await asked(world, `requests/${voice.id}`, "requests")).json;
    expect(hidden).toMatchObject({
      status: "open",
      status_notes: "已收到，等待分办",
      description: null,
      address: "朱庄社区, 矿山集街道",
      lat: null,
    });
    await voice.does("committee", "routings", office);
    await voice.does("committee", "publications", { publicWords: "村东头道路破损" });
    expect((await list()).find((one) => one["service_request_id"] === voice.id)).toMatchObject({
      ...{ status: "open", status_notes: "承办单位办理中", description: "村东头道路破损", service_name: "道路交通", address_id: village },
      ...{
        requested_datetime: expect.stringMatching(/^2023-09-22T\d\d:\d\d:\d\d\+08:00$/),
        expected_datetime: expect.stringContaining("2023-1"),
      },
    });
    await voice.does("subdistrict_clerk", "answers", solved);
    await voice.voter("appraisals", { grade: "SATISFIED" });
    expect((await asked(world, `requests/${voice.id}`, "requests")).json[0]).toMatchObject({ status: "closed", status_notes: "已办结" });
    expect(await idsIn("?status=closed")).toContain(voice.id);
    expect(await idsIn("?status=open")).not.toContain(voice.id);
    expect(await idsIn("?status=open,closed&service_code=roads,water")).toContain(voice.id);
    expect(await idsIn("?service_code=water")).not.toContain(voice.id);
    expect(await idsIn("?start_date=2023-09-22T00:00:00%2B08:00&end_date=2023-09-23T00:00:00Z")).toContain(voice.id);
    expect(await idsIn("?end_date=2023-09-21T00:00:00Z")).not.toContain(voice.id);
    expect(await idsIn(`?service_request_id=${voice.id},junk,&status=open`), "identifiers override the rest").toEqual([voice.id]);
  });

  test("pages follow each other without loss", async () => {
    for (let count = 0; count < 5; count++) {
      const voice = await spoken(world, { category: "power" });
      await voice.does("committee", "routings", office);
      await voice.does("committee", "publications", { publicWords: `停电 ${count}` });
    }
    const all = await idsIn("?service_code=power");
    expect(all).toHaveLength(5);
    const pages = [];
    for (const page of [1, 2, 3, 4]) pages.push(await idsIn(`?service_code=power&page_size=2&page=${page}`));
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1, 0]);
    expect(pages.flat()).toEqual(all);
  });

  test("a wrong question is 400 and names what is wrong", async () => {
    for (const query of [
      "?start_date=2023-01-01T00:00:00Z&end_date=2023-09-01T00:00:00Z",
      "?status=done",
      "?start_date=2023-01-01",
      "?page=0",
    ])
      expect(codes((await asked(world, "requests", "errors", query, 400)).json), query).toEqual([400]);
  });

  test("whoever brought a voice follows it with his key, without its words; others do not", async () => {
    const { json } = await posted(world, "json", report({ description: "保密的原话：老李家的羊丢了" }));
    const id: string = json[0].service_request_id;
    const own = await list(`?api_key=${key}`);
    expect(own.find((one) => one["service_request_id"] === id)).toMatchObject({ status: "open", description: null });
    const stranger = await give("别的平台");
    expect(await idsIn(`?api_key=${stranger.key}`)).not.toContain(id);
    const way = voiceWay(world, id, receiptIn(json[0].service_notice));
    await way.does("committee", "routings", office);
    const updates = async (query: string) =>
      ((await asked(world, "servicerequestupdates", "updates", query)).json as Record<string, string>[])
        .filter((one) => one["service_request_id"] === id)
        .map(({ status, description }) => [status, description]);
    expect(await updates(`?api_key=${key}`)).toEqual([
      ["open", "已收到"],
      ["open", "已转承办单位"],
    ]);
    expect(await updates("")).toEqual([]);
    expect(await updates(`?service_request_id=${id}`)).toHaveLength(2);
    expect(await updates(`?api_key=${key}&end_date=2023-09-01T00:00:00Z`)).toEqual([]);
  });

  test("what its speaker takes back is not listed any more, and its words are gone", async () => {
    const voice = await spoken(world, { category: "land" });
    await voice.does("committee", "routings", office);
    await voice.does("committee", "publications", { publicWords: "要撤回的内容" });
    expect(await idsIn("?service_code=land")).toEqual([voice.id]);
    await voice.voter("withdrawals");
    expect(await idsIn("?service_code=land")).toEqual([]);
    expect((await asked(world, `requests/${voice.id}`, "requests")).json[0]).toMatchObject({ status: "closed", description: null });
  });
});
