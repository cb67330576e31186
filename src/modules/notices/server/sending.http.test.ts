import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin } from "../../../../test/support/suggestion.ts";
import { type Instant, instant } from "../../../platform/clock/instant.ts";
import { sweepOnce } from "../../../platform/jobs/sweeps.ts";
import type { Channel } from "./channels/channel.ts";
import { gatewayChannel } from "./channels/gateway.ts";
import { mailChannel } from "./channels/mail.ts";
import { signatureOf, webhookChannel } from "./channels/webhook.ts";

interface Received {
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}
let answer: (response: ServerResponse) => void;
let [smtpPort, httpPort] = [0, 0];
let http: Server;
let smtp: SMTPServer;
const mails: { to: string; text: string; id: string }[] = [];
const posts: Received[] = [];

const mail: Channel = {
  name: "mail",
  send: (message) => mailChannel({ url: `smtp://127.0.0.1:${smtpPort}`, from: "连心桥 <lianxin@example.org>" }).send(message),
};
const gateway: Channel = {
  name: "gateway",
  send: (message) =>
    gatewayChannel({
      url: `http://127.0.0.1:${httpPort}/sms`,
      method: "POST",
      headers: {},
      body: '{"to":"{phone}","say":"{text}"}',
    }).send(message),
};
const channels = [mail, webhookChannel({ privately: true, patience: 400 }), gateway];
const world = testHouse({ outside: { channels, publicUrl: "https://lianxin.example.org", webhookPrivate: true } });

function mailServer(): SMTPServer {
  return new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        const [to] = session.envelope.rcptTo;
        mails.push({ to: to?.address ?? "", text: readable(text), id: /^Message-ID: <([^@]+)@/im.exec(text)?.[1] ?? "" });
        done();
      });
    },
  });
}
/** The body of a mail as its reader sees it. */
function readable(mail: string): string {
  const body = mail.slice(mail.indexOf("\r\n\r\n") + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(mail)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

const opened = (port: number) =>
  new Promise<void>((done) => {
    smtp = mailServer();
    smtp.on("error", () => {});
    smtp.listen(port, "127.0.0.1", done);
  });
const closed = () => new Promise<void>((done) => smtp.close(done));

beforeAll(async () => {
  await opened(0);
  smtpPort = (smtp.server.address() as AddressInfo).port;
  http = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    posts.push({ path: request.url ?? "", body, headers: request.headers });
    answer(response);
  }).listen(0, "127.0.0.1");
  await once(http, "listening");
  httpPort = (http.address() as AddressInfo).port;
});
afterAll(async () => {
  await closed();
  http.closeAllConnections();
  http.close();
});
beforeEach(() => {
  mails.length = 0;
  posts.length = 0;
  answer = (response) => response.end();
  world.on("2023-09-22");
});

const sweeps = () => world.home.modules.flatMap((module) => module.sweeps ?? []).filter((one) => one.name === "notices.deliver");
const sweepAt = (at: Instant) => sweepOnce(world.database, sweeps(), at);
const minutesAfter = (at: string, minutes: number) => instant(new Date(Date.parse(at) + minutes * 60_000).toISOString());
const morning = "2023-09-22T01:00:00.000Z";

async function reach(persona: string, choices: { channel: string; kind: string; timing: string }[], quiet: object | null = null) {
  const email = `${persona}@example.org`;
  const caller = await world.as(persona);
  const silent = ["mail", "webhook", "gateway"].flatMap((channel) =>
    ["act", "know", "remind"].map((kind) => ({ channel, kind, timing: "never" })),
  );
  const set = await caller.put("/api/me/notice-choices", {
    email,
    quiet,
    choices: [...silent.filter((one) => !choices.some((other) => other.channel === one.channel && other.kind === one.kind)), ...choices],
  });
  expect(set.status).toBe(200);
  if (!set.body.emailConfirmed) {
    expect((await caller.post("/api/me/notice-email-codes")).status).toBe(201);
    const code = /\d{6}/.exec(mails.pop()?.text ?? "")?.[0];
    expect((await caller.post("/api/me/notice-email-confirmations", { code })).body.emailConfirmed).toBe(true);
  }
  return caller;
}
const atOnce = (channel: string) => [{ channel, kind: "act", timing: "at_once" }];

async function submitted() {
  const way = await begin(world);
  await way.does("deputy", "submissions");
  await world.home.pump.drain();
  return way;
}
const log = async (query = "") => (await (await world.as("administrator")).get(`/api/notice-deliveries?limit=50${query}`)).body.items;

test("a mail server that is down for an hour: nothing is lost and nothing comes twice", async () => {
  await reach("office", atOnce("mail"));
  await closed();
  const ways = [await submitted(), await submitted(), await submitted()];
  for (let minute = 0; minute < 60; minute++) await sweepAt(minutesAfter(morning, minute));
  expect(mails).toEqual([]);
  const failed = await log("&state=failed");
  expect(failed).toHaveLength(3);
  expect(failed[0]).toMatchObject({ channel: "mail", lastError: expect.stringContaining("ECONNREFUSED"), sentAt: null });
  expect(failed[0].attempts, "it knocks ever more slowly").toBeLessThan(10);
  await opened(smtpPort);
  for (let minute = 60; minute < 180; minute++) await sweepAt(minutesAfter(morning, minute));
  expect(mails.map((one) => one.id).sort()).toEqual(failed.map((one: { id: string }) => one.id).sort());
  for (const { to, text } of mails) {
    expect(to).toBe("office@example.org");
    expect(text).toContain("代表建议 已提交，请审核。");
    expect(text).not.toContain("朱庄");
  }
  expect(mails.every(({ text }) => ways.some((way) => text.includes(`https://lianxin.example.org/suggestions/${way.id}`)))).toBe(true);
  expect(await log("&state=failed")).toEqual([]);
});

test("a server that stays down is given up after two days, and the administrator can have it tried again", async () => {
  await reach("office", atOnce("mail"));
  await closed();
  await submitted();
  for (let hour = 0; hour < 55; hour++) await sweepAt(minutesAfter(morning, hour * 60));
  const [given] = await log("&state=given_up");
  expect(given).toMatchObject({ state: "given_up", nextAt: null });
  await opened(smtpPort);
  await sweepAt(minutesAfter(morning, 56 * 60));
  expect(mails).toEqual([]);
  const administrator = await world.as("administrator");
  world.on("2023-09-25");
  expect((await administrator.post(`/api/notice-deliveries/${given.id}/retries`)).body).toMatchObject({ state: "failed" });
  expect((await (await world.as("office")).post(`/api/notice-deliveries/${given.id}/retries`)).status).toBe(403);
  await sweepAt(instant("2023-09-25T01:01:00Z"));
  expect(mails.map((one) => one.id)).toEqual([given.id]);
  expect((await administrator.post(`/api/notice-deliveries/${given.id}/retries`)).status, "it was sent").toBe(404);
});

test("two senders at once send each message once", async () => {
  await reach("office", atOnce("mail"));
  for (let count = 0; count < 6; count++) await submitted();
  await Promise.all([sweepAt(instant(morning)), sweepAt(instant(morning)), sweepAt(instant(morning))]);
  expect(mails).toHaveLength(6);
  expect(new Set(mails.map((one) => one.id)).size).toBe(6);
});

test("what a sender that died had claimed is sent by the next, under the same identifier", async () => {
  await reach("office", atOnce("mail"));
  await submitted();
  await sql`update notice_delivery set claimed_until = ${minutesAfter(morning, 2)} where state = 'waiting'`.execute(world.database.read);
  await sweepAt(minutesAfter(morning, 1));
  expect(mails).toEqual([]);
  const [waiting] = await log("&state=waiting");
  await sweepAt(minutesAfter(morning, 3));
  expect(mails.map((one) => one.id)).toEqual([waiting.id]);
});

test("a web address gets signed JSON; one that hangs, fails or redirects holds up nobody and is tried again", async () => {
  const office = await reach("office", atOnce("webhook"));
  const { secret } = (await office.put("/api/me/notice-webhook", { url: `http://127.0.0.1:${httpPort}/hook` })).body;
  await reach("office_leader", atOnce("mail"));
  answer = () => {};
  const way = await submitted();
  await sweepAt(instant(morning));
  expect(mails, "the other's mail went out meanwhile").toHaveLength(1);
  expect((await log("&channel=webhook"))[0]).toMatchObject({ state: "failed", attempts: 1 });
  answer = (response) => response.writeHead(500).end();
  await sweepAt(minutesAfter(morning, 5));
  expect((await log("&channel=webhook"))[0]).toMatchObject({ attempts: 2, lastError: expect.stringContaining("500") });
  answer = (response) => response.writeHead(302, { location: `http://127.0.0.1:${httpPort}/elsewhere` }).end();
  await sweepAt(minutesAfter(morning, 15));
  expect((await log("&channel=webhook"))[0]).toMatchObject({ attempts: 3, lastError: expect.stringContaining("302") });
  answer = (response) => response.end();
  await sweepAt(minutesAfter(morning, 30));
  expect((await log("&channel=webhook"))[0]).toMatchObject({ state: "sent", attempts: 4, lastError: null });
  expect(
    posts.map((one) => one.path),
    "nobody was led elsewhere",
  ).toEqual(["/hook", "/hook", "/hook", "/hook"]);
  expect(new Set(posts.map((one) => one.headers["idempotency-key"])).size).toBe(1);
  const { body, headers } = posts.at(-1)!;
  expect(headers["lianxin-signature"]).toBe(signatureOf(secret, String(headers["lianxin-timestamp"]), body));
  expect(JSON.parse(body).events).toEqual([expect.objectContaining({ type: "suggestion.submitted", kind: "act", subjectId: way.id })]);
  await office.delete("/api/me/notice-webhook");
});

test("a gateway gets its template filled in; without a telephone number nothing leaves", async () => {
  await reach("office_leader", []);
  await reach("office", atOnce("gateway"));
  const { phone } = (await (await world.as("office")).get("/api/me/notice-choices")).body;
  await submitted();
  await sweepAt(instant(morning));
  expect(posts.map((one) => JSON.parse(one.body))).toEqual(
    phone ? [{ to: expect.any(String), say: expect.stringContaining("代表建议") }] : [],
  );
});

test("what comes in quiet hours leaves in the morning", async () => {
  await reach("office_leader", []);
  await reach("office", atOnce("mail"), { from: 1260, to: 450 });
  world.on("2023-09-22", 22 * 60);
  await submitted();
  await sweepAt(instant("2023-09-22T23:29:00Z"));
  expect(mails).toEqual([]);
  await sweepAt(instant("2023-09-22T23:30:00Z"));
  expect(mails).toHaveLength(1);
});

test("a digest gathers the day and leaves once at eight", async () => {
  await reach("office", [{ channel: "mail", kind: "act", timing: "daily" }]);
  await submitted();
  await submitted();
  await sweepAt(instant("2023-09-22T23:59:00Z"));
  expect(mails).toEqual([]);
  await sweepAt(instant("2023-09-23T00:00:00Z"));
  await sweepAt(instant("2023-09-23T00:01:00Z"));
  expect(mails).toHaveLength(1);
  expect((await log()).filter((one: { digest: boolean }) => one.digest)).toMatchObject([{ count: 2, state: "sent" }]);
  world.on("2023-09-23", 7 * 60 + 50);
  await submitted();
  await sweepAt(instant("2023-09-24T00:00:00Z"));
  expect(mails, "what comes after the digest has left waits for the next").toHaveLength(2);
});

test("the log is searched by recipient, narrowed, sorted, paged, and taken out without addresses or words", async () => {
  const all: { id: string; person: string; state: string }[] = await log();
  const [one] = all;
  expect(all.length).toBeGreaterThan(2);
  expect((await log("&sort=created")).map(({ id }: { id: string }) => id)).toEqual(all.map(({ id }) => id).reverse());
  const named = await log(`&search=${encodeURIComponent(one?.person ?? "")}`);
  expect(named).toEqual(all.filter(({ person }) => person === one?.person));
  expect(await log(`&search=${encodeURIComponent("没有这个人")}`)).toEqual([]);
  expect(await log("&state=sent")).toEqual(all.filter(({ state }) => state === "sent"));
  const administrator = await world.as("administrator");
  const { status, bytes } = await administrator.bytes("/api/exports/notice-deliveries?format=csv&state=sent");
  const sheet = new TextDecoder().decode(bytes);
  expect([status, sheet.trimEnd().split("\r\n").length]).toEqual([200, 1 + all.filter(({ state }) => state === "sent").length]);
  expect(sheet).toContain(one?.person);
  expect(sheet).not.toMatch(/@example\.org|127\.0\.0\.1|代表建议/);
  expect((await (await world.as("office")).get("/api/exports/notice-deliveries")).status).toBe(403);
});
