import { createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { added, openStation } from "../../../../test/support/station.ts";
import { office, spoken, openStation as voiceStation } from "../../../../test/support/voice.ts";
import { type Instant, instant } from "../../../platform/clock/instant.ts";
import { sweepOnce } from "../../../platform/jobs/sweeps.ts";

interface Received {
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}
let answer: (path: string, response: ServerResponse) => void;
let http: Server;
let port = 0;
const posts: Received[] = [];
const publicUrl = "https://lianxin.example.org";
const world = testHouse({ outside: { channels: [], publicUrl, webhookPrivate: true, webhookPatience: 3000 } });
let open: Awaited<ReturnType<typeof openStation>>;

beforeAll(async () => {
  http = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    posts.push({ path: request.url ?? "", body, headers: request.headers });
    answer(request.url ?? "", response);
  }).listen(0, "127.0.0.1");
  await once(http, "listening");
  port = (http.address() as AddressInfo).port;
  open = await openStation(world);
  await voiceStation(world);
});
afterAll(() => {
  http.closeAllConnections();
  http.close();
});
beforeEach(async () => {
  posts.length = 0;
  answer = (_path, response) => response.end();
  world.on("2023-09-22");
  await sql`update webhook set stopped_at = now(), stopped_by = created_by where stopped_at is null`.execute(world.database.read);
});

const sweeps = () => world.home.modules.filter(({ name }) => name === "interfaces").flatMap((module) => module.sweeps ?? []);
const sweepAt = (at: Instant) => sweepOnce(world.database, sweeps(), at);
const morning = instant("2023-09-22T01:00:00.000Z");
const minutesAfter = (minutes: number) => instant(new Date(Date.parse(morning) + minutes * 60_000).toISOString());
const administrator = () => world.as("administrator");
const subscribe = async (path: string, types: string[]): Promise<{ id: string; secret: string }> =>
  added(await administrator(), "/api/webhooks", { name: `系统${path}`, url: `http://127.0.0.1:${port}${path}`, types });
const log = async (query = "") => (await (await administrator()).get(`/api/webhook-deliveries?limit=100${query}`)).body.items;

let day = 1;
/** A reception that is announced; its facts have been read. */
async function announced(): Promise<string> {
  const typed = {
    stationId: open.stationId,
    kind: "mobile",
    day: `2023-10-${String(day++).padStart(2, "0")}`,
    fromTime: "09:00",
    toTime: "11:00",
  };
  const committee = await world.as("committee");
  const { id } = await added(committee, "/api/receptions", { ...typed, place: "集市", mandateIds: [open.deputy] });
  await added(committee, `/api/receptions/${id}/announcements`, {});
  await world.home.pump.drain();
  return id;
}

test("a public fact is sent once, signed as it is documented, with what everybody may know", async () => {
  const { secret } = await subscribe("/hook", ["reception.announced"]);
  const id = await announced();
  await Promise.all([sweepAt(morning), sweepAt(morning)]);
  await sweepAt(minutesAfter(1));
  expect(posts).toHaveLength(1);
  const [{ body, headers }] = posts as [Received];
  expect(JSON.parse(body)).toEqual({
    id: headers["lianxin-delivery"],
    type: "reception.announced",
    at: expect.stringMatching(/^2023-09-22T/),
    subject: { type: "reception", id },
    link: `${publicUrl}/s/KS01`,
    data: {
      ...{ stationCode: "KS01", stationName: "朱庄社区代表联络站", place: "集市", theme: null, status: "announced", sequence: 0 },
      ...{ startsAt: "2023-10-01T09:00:00+08:00", endsAt: "2023-10-01T11:00:00+08:00", deputies: [expect.any(String)] },
    },
  });
  const expected = `sha256=${createHmac("sha256", secret).update(`${headers["lianxin-timestamp"]}.${body}`).digest("hex")}`;
  expect(timingSafeEqual(Buffer.from(expected), Buffer.from(String(headers["lianxin-signature"])))).toBe(true);
  expect(headers["idempotency-key"]).toBe(headers["lianxin-delivery"]);
  expect((await log())[0]).toMatchObject({ state: "sent", attempts: 1, type: "reception.announced", lastError: null });
});

test("a target that hangs or fails holds up nobody, and is tried again ever more slowly under the same identifier", async () => {
  const [hanging, quick] = [await subscribe("/hangs", ["reception.announced"]), await subscribe("/quick", ["reception.announced"])];
  answer = (path, response) => path === "/quick" && response.end();
  for (let count = 0; count < 12; count++) await announced();
  await sweepAt(morning);
  expect(posts.filter(({ path }) => path === "/quick")).toHaveLength(12);
  const tried = posts.filter(({ path }) => path === "/hangs").length;
  expect(tried, "after the first that hang the others wait").toBeLessThanOrEqual(10);
  expect(await log(`&webhookId=${quick.id}&state=sent`)).toHaveLength(12);
  const [failed] = await log(`&webhookId=${hanging.id}&state=failed`);
  expect(failed).toMatchObject({ attempts: 1, sentAt: null, lastError: expect.any(String), nextAt: minutesAfter(1) });
  answer = (_path, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/quick` }).end();
  await sweepAt(minutesAfter(2));
  expect((await log(`&webhookId=${hanging.id}`)).some((one: { lastError: string | null }) => one.lastError?.includes("302"))).toBe(true);
  answer = (_path, response) => response.end();
  for (let minute = 3; minute < 20; minute++) await sweepAt(minutesAfter(minute));
  expect(await log(`&webhookId=${hanging.id}&state=sent`)).toHaveLength(12);
  expect(new Set(posts.filter(({ path }) => path === "/hangs").map(({ headers }) => headers["lianxin-delivery"])).size).toBe(12);
});

test("what stays down is given up after two days, and can be tried again by hand", async () => {
  const { id } = await subscribe("/down", ["reception.announced"]);
  answer = (_path, response) => response.writeHead(500).end();
  await announced();
  for (let hour = 0; hour < 55; hour++) await sweepAt(minutesAfter(hour * 60));
  const [given] = await log(`&webhookId=${id}`);
  expect(given).toMatchObject({ state: "given_up", nextAt: null, lastError: expect.stringContaining("500") });
  answer = (_path, response) => response.end();
  await sweepAt(minutesAfter(57 * 60));
  expect((await log(`&webhookId=${id}`))[0].state).toBe("given_up");
  world.on("2023-09-25");
  expect((await (await administrator()).post(`/api/webhook-deliveries/${given.id}/retries`)).body).toMatchObject({ state: "failed" });
  await sweepAt(instant("2023-09-25T01:01:00Z"));
  expect((await log(`&webhookId=${id}`))[0].state).toBe("sent");
  expect((await (await administrator()).post(`/api/webhook-deliveries/${given.id}/retries`)).status).toBe(404);
});

test("only what is wanted, and only what is public: a voice before it is cleared is nobody's business", async () => {
  const { id } = await subscribe("/voices", ["voice.cleared_for_all", "voice.answered", "voice.answered_at_once"]);
  const hidden = await spoken(world, { words: "没有公开的原话" });
  await hidden.does("committee", "instant-answers", { answer: "当场答复的话", solved: true });
  const voice = await spoken(world, { words: "王二狗家门口的路坏了" });
  await voice.does("committee", "routings", office);
  await voice.does("committee", "publications", { publicWords: "村东头道路破损" });
  await announced();
  await sweepAt(morning);
  expect(posts.map(({ body }) => JSON.parse(body))).toEqual([
    expect.objectContaining({
      type: "voice.cleared_for_all",
      subject: { type: "voice", id: voice.id },
      data: {
        ...{ category: "roads", areaCode: expect.any(String), areaName: "朱庄社区", townName: "矿山集街道", words: "村东头道路破损" },
        ...{ status: "open", state: "handling", agency: expect.any(String), receivedAt: expect.any(String) },
      },
    }),
  ]);
  expect((await log(`&webhookId=${id}`)).length).toBe(1);
});

test("a stopped system gets nothing more, what waits for it included; one that is added hears nothing of the past", async () => {
  const { id } = await subscribe("/stopped", ["reception.announced"]);
  await announced();
  const stopped = await (await administrator()).post(`/api/webhooks/${id}/stops`);
  expect(stopped.body).toMatchObject({ id, stoppedAt: expect.any(String), waiting: 0, givenUp: 1 });
  expect((await (await administrator()).post(`/api/webhooks/${id}/stops`)).status).toBe(404);
  await subscribe("/late", ["reception.announced"]);
  await sweepAt(morning);
  expect(posts).toEqual([]);
  const [given] = await log(`&webhookId=${id}`);
  expect(given).toMatchObject({ state: "given_up", lastError: "stopped" });
  expect((await (await administrator()).post(`/api/webhook-deliveries/${given.id}/retries`)).status).toBe(404);
});

test("addresses that must not be called and unknown kinds of facts are refused by name; others have no business here", async () => {
  const refused = await (await administrator()).post("/api/webhooks", {
    name: "系统",
    url: "ftp://example.org",
    types: ["reception.announced"],
  });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "url" }] } });
  const unknown = await (await administrator()).post("/api/webhooks", {
    name: "系统",
    url: "https://example.org",
    types: ["voice.contact_opened"],
  });
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ field: "types.0" }] } });
  expect((await (await world.as("office")).get("/api/webhooks")).status).toBe(403);
  const shown = JSON.stringify((await (await administrator()).get("/api/webhooks?limit=200")).body);
  const { secret } = await subscribe("/secret", ["reception.held"]);
  expect(shown).not.toContain(secret);
  expect(JSON.stringify((await sql`select * from webhook`.execute(world.database.read)).rows)).not.toContain(secret);
});
