import { randomUUID } from "node:crypto";
import { format } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicTypes } from "../../src/modules/interfaces/terms.ts";
import { gatewayChannel } from "../../src/modules/notices/server/channels/gateway.ts";
import { mailChannel } from "../../src/modules/notices/server/channels/mail.ts";
import { webhookChannel } from "../../src/modules/notices/server/channels/webhook.ts";
import { instant } from "../../src/platform/clock/instant.ts";
import { sweepOnce } from "../../src/platform/jobs/sweeps.ts";
import { testHouse } from "../support/house.ts";
import { cleared, marksIn, said, unfold, who } from "../support/marks.ts";
import { type Given, givenTo, givenToEverybody } from "../support/outlets.ts";
import { publishedPlan } from "../support/plan.ts";
import { type Planted, plant } from "../support/planting.ts";
import { sheetFile } from "../support/sheet.ts";
import { mailRead, sinks } from "../support/sinks.ts";
import { added } from "../support/station.ts";
import { openStation, said as speech, spoken, stationId, type VoiceWay } from "../support/voice.ts";

const out = sinks();
const mail = {
  name: "mail",
  send: (message: Parameters<ReturnType<typeof mailChannel>["send"]>[0]) =>
    mailChannel({ url: out.mailUrl, from: "lianxin@example.org" }).send(message),
} as const;
const gateway = {
  name: "gateway",
  send: (message: Parameters<ReturnType<typeof gatewayChannel>["send"]>[0]) =>
    gatewayChannel({ url: `${out.webUrl}/sms`, method: "POST", headers: {}, body: '{"to":"{phone}","say":"{text}","link":"{link}"}' }).send(
      message,
    ),
} as const;
const channels = [mail, gateway, webhookChannel({ privately: true, patience: 2000 })];
const world = testHouse({ outside: { channels, publicUrl: "https://lianxin.example.org", webhookPrivate: true } });

/** Those who handle the marked voices, and those who have nothing to do with them. */
const insiders = ["office", "committee", "subdistrict_clerk", "deputy"] as const;
const strangers = ["unit_clerk", "presidium", "administrator"] as const;

const logged: string[] = [];
const written = ["error", "warn", "info", "log", "debug"] as const;
const before = written.map((name) => [name, console[name]] as const);
const streams = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const);

let planted: Planted;
let stranger: VoiceWay;
let receipts: Record<string, string>;
let everybodys: Given[];
const taken = new Map<string, Promise<Given[]>>();
function givenOnce(persona: string): Promise<Given[]> {
  const given = taken.get(persona) ?? givenTo(world, planted, persona);
  taken.set(persona, given);
  return given;
}

beforeAll(async () => {
  for (const name of written) console[name] = (...all: unknown[]) => void logged.push(format(...all));
  for (const [stream] of streams) stream.write = ((text: unknown) => logged.push(String(text)) > 0) as typeof stream.write;
  await openStation(world);
  const committee = await world.as("committee");
  await added(committee, "/api/station-posts", {
    stationId,
    kind: "notice",
    title: "十月接待安排",
    body: "欢迎反映情况。",
    publishedOn: "2023-09-20",
  });
  await publishedPlan(world);
  await sql`update person set phone = '0561-3000009'`.execute(world.database.read);
  for (const persona of insiders) await reachable(persona);
  const types = [...publicTypes];
  await added(await world.as("administrator"), "/api/webhooks", { name: "系统", url: `${out.webUrl}/public-facts`, types });
  planted = await plant(world);
  receipts = Object.fromEntries(planted.receipts.map((receipt, at) => [`receipt ${at}`, receipt]));
  stranger = await spoken(world, { stationId: null });
  await sql`delete from voice_limit`.execute(world.database.read);
  await breakEverything();
  await world.home.pump.drain();
  const sweeps = world.home.modules.flatMap((module) => module.sweeps ?? []);
  for (const hour of [3, 4, 30]) await sweepOnce(world.database, sweeps, instant(new Date(Date.UTC(2023, 8, 22, hour)).toISOString()));
  everybodys = await givenToEverybody(world, planted, stranger);
}, 400_000);
afterAll(() => {
  for (const [name, write] of before) console[name] = write;
  for (const [stream, write] of streams) stream.write = write;
});

/** Lets everything that can be sent to somebody be sent to him. */
async function reachable(persona: string): Promise<void> {
  const caller = await world.as(persona);
  const names = ["mail", "gateway", "webhook"];
  const choices = names.flatMap((channel) => ["act", "know", "remind"].map((kind) => ({ channel, kind, timing: "at_once" })));
  const set = await caller.put("/api/me/notice-choices", { email: `${persona}@example.org`, quiet: null, choices });
  expect(set.status).toBe(200);
  await caller.post("/api/me/notice-email-codes");
  const code = /\d{6}/.exec(mailRead(out.mails.at(-1) ?? ""))?.[0];
  expect((await caller.post("/api/me/notice-email-confirmations", { code })).body.emailConfirmed).toBe(true);
  expect((await caller.put("/api/me/notice-webhook", { url: `${out.webUrl}/notices-of-${persona}` })).status).toBeLessThan(300);
}

/** Lets the database refuse to keep what voters say, at every door, so that the house has something to write into its log. */
async function breakEverything(): Promise<void> {
  const committee = await world.as("committee");
  const marked = () => speech({ words: said.words, place: said.place, contact: { name: who.name, phone: who.phone } });
  const statuses: number[] = [];
  for (const table of ["voice", "voice_contact", "voice_addition", "voice_answer", "voice_step"]) {
    await sql`alter table ${sql.table(table)} add column planted_fault integer not null default 1`.execute(world.database.read);
    await sql`alter table ${sql.table(table)} alter column planted_fault drop default`.execute(world.database.read);
    const form = new FormData();
    const whole = {
      ...{ submission: randomUUID(), step: "reach", go: "send", name: who.name, phone: who.phone },
      words: said.words,
      place: said.place,
    };
    for (const [name, value] of Object.entries(whole)) form.append(name, value);
    statuses.push((await world.nobody.post("/api/public/voices", marked())).status);
    statuses.push((await world.home.web.request("/portal/speak", { method: "POST", body: form })).status);
    statuses.push((await committee.post("/api/voices", { ...marked(), channel: "phone" })).status);
    statuses.push((await committee.post("/api/voice-batches", { entries: [{ ...marked(), channel: "phone" }] })).status);
    statuses.push((await planted.ways["onPortal"]!.voter("additions", { words: said.addition, submission: randomUUID() })).status);
    statuses.push((await planted.ways["open311"]!.voter("appraisals", { grade: "DISSATISFIED", reasons: said.reasons })).status);
    statuses.push((await planted.ways["onPortal"]!.tries("subdistrict_clerk", "answers", { answer: said.answer, solved: true })).status);
    await sql`alter table ${sql.table(table)} drop column planted_fault`.execute(world.database.read);
    await sql`delete from voice_limit`.execute(world.database.read);
  }
  expect(statuses.filter((status) => status === 500).length).toBeGreaterThan(9);
}

/** Where which marks stand, as lines that say so. */
const found = (given: readonly Pick<Given, "at" | "text">[], marks: Readonly<Record<string, string>>): string[] =>
  given.flatMap(({ at, text }) => marksIn(text, marks).map((mark) => `${mark} in ${at}`));

describe("the search finds what is there", () => {
  test("in whatever way it is written down", async () => {
    const { name, phone } = who;
    const quoted = [...Buffer.from(name)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join("");
    const written = [
      ...[`<p>${name}</p>`, encodeURIComponent(name), `x?of=${encodeURIComponent(`a ${name}`)}`, quoted],
      ...[
        [...name].map((one) => `&#${one.codePointAt(0)};`).join(""),
        [...name].map((one) => `\\u${one.charCodeAt(0).toString(16)}`).join(""),
      ],
      ...["", "a", "ab", "abc"].map((lead) => `data:${Buffer.from(`${lead}${name}`).toString("base64")}`),
      Buffer.from(`the name is ${name}`).toString("base64url"),
      await unfold(new Uint8Array(await (await sheetFile([["姓名"], [name]])).arrayBuffer())),
    ];
    expect(written.map((text) => marksIn(text, { name }))).toEqual(written.map(() => ["name"]));
    expect(marksIn(`+86 138-0009 9887, ${phone.slice(1)}`, { phone })).toEqual(["phone"]);
    expect(marksIn("k7m2 9qx 4td", { receipt: "K7M2-9QX-4TD".replaceAll("-", "") })).toEqual(["receipt"]);
    expect(marksIn("欧阳修，13800099886", who)).toEqual([]);
  });

  test("every outcome was reached", async () => {
    const { rows } = await sql<{ status: string }>`select distinct status from voice where words = ${said.words} order by status`.execute(
      world.database.read,
    );
    const all = ["answered", "closed", "directed", "escalated", "handling", "joined", "received", "withdrawn"];
    expect(rows.map(({ status }) => status)).toEqual(all);
    expect(Object.keys(planted.ways)).toHaveLength(13);
  });

  test("where it may stand: in the speaker's thread, at the desk that handles it, in the contact that was opened", async () => {
    const { clearedAndReopened: way } = planted.ways;
    const thread = JSON.stringify(await way!.thread());
    expect(marksIn(thread, said)).toEqual(
      expect.arrayContaining(["words", "place", "photo", "addition", "reasons", "again", "note", "answer"]),
    );
    expect(marksIn(thread, who)).toEqual([]);
    expect(marksIn(JSON.stringify((await way!.sees("committee")).body), said)).toEqual(
      expect.arrayContaining(["words", "photo", "reasons", "contactReason"]),
    );
    expect(marksIn(JSON.stringify(planted.opened), who)).toEqual(["name", "phone"]);
  });

  test("what was cleared is found where everybody looks", () => {
    for (const door of ["open311_requests", "open311_request", "town_feed", "category_feed", "open_voices"])
      expect(
        everybodys.filter((one) => one.door.endsWith(` ${door}`) && one.text.includes(cleared)),
        door,
      ).not.toEqual([]);
    expect(out.posts.filter(({ path, text }) => path === "/public-facts" && text.includes(cleared))).not.toEqual([]);
  });
});

// Every reading endpoint of the house is asked, for every persona.
describe("no personal data of a voter", { timeout: 180_000 }, () => {
  const all = () => ({ ...who, ...said });

  test("in any public page, feed, document, sheet or answer; and none was left out", () => {
    const answered = new Set(everybodys.filter(({ status }) => status < 400).map(({ door }) => door));
    const silent = [...new Set(everybodys.map(({ door }) => door))].filter((door) => !answered.has(door));
    expect(silent.filter((door) => door.startsWith("get "))).toEqual([]);
    expect(everybodys.length).toBeGreaterThan(150);
    expect(found(everybodys, all())).toEqual([]);
    expect(
      found(
        everybodys.filter(({ at }) => !at.includes("/tokens/")),
        receipts,
      ),
    ).toEqual([]);
  });

  test("in a search of the public pages, which finds nothing by what is not public", async () => {
    for (const path of ["/portal/cases", "/portal/cases/opinions"])
      for (const mark of Object.values(said)) {
        const { body } = await world.nobody.get(`${path}?search=${encodeURIComponent(mark)}`);
        for (const id of [planted.opinionId, planted.suggestionId, ...Object.values(planted.ways).map((way) => way.id)])
          expect(body.includes(id), `${mark} finds ${id}`).toBe(false);
      }
  });

  test("in any message that leaves the house", () => {
    const sent = [...out.mails.map((text) => ({ at: "mail", text })), ...out.posts.map(({ path, text }) => ({ at: path, text }))];
    for (const at of ["mail", "/sms", "/public-facts", "/notices-of-committee", "/notices-of-subdistrict_clerk"])
      expect(sent.filter((one) => one.at === at).length, at).toBeGreaterThan(1);
    expect(found(sent, { ...all(), ...receipts })).toEqual([]);
  });

  test("in the ledger, the log, or what waits to be done or sent", async () => {
    const rows = async (table: string) =>
      (await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(world.database.read)).rows
        .map(({ row }) => row)
        .join("\n");
    const kept: { at: string; text: string }[] = [{ at: "log", text: logged.join("\n") }];
    for (const table of ["fact", "chain", "awaited", "notice", "notice_delivery", "webhook_delivery", "sweep"])
      kept.push({ at: table, text: await rows(table) });
    expect(kept[0]?.text).toMatch(/public\/voices.*[\s\S]*planted_fault/);
    expect(kept[1]?.text).toContain("voice.contact_opened");
    expect(found(kept, { ...all(), ...receipts })).toEqual([]);
  });

  test("unsealed in any table: neither who spoke nor a receipt", async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
      world.database.read,
    );
    const kept: { at: string; text: string }[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(world.database.read);
      kept.push({ at: name, text: rows.map(({ row }) => row).join("\n") });
    }
    expect(kept.length).toBeGreaterThan(50);
    expect(found(kept, { ...who, ...receipts })).toEqual([]);
  });

  test.each(insiders)("by which he could be known, in anything that %s is given without a reason", async (persona) => {
    const given = await givenOnce(persona);
    expect(given.filter(({ status }) => status === 200).length).toBeGreaterThan(60);
    expect(marksIn(given.map(({ text }) => text).join("\n"), said)).toContain("words");
    expect(found(given, { ...who, ...receipts })).toEqual([]);
    // A sheet travels: it has the beginning of what was said, and nothing that was said later or of him.
    const { words: _words, answer: _answer, content: _content, ...rest } = said;
    expect(
      found(
        given.filter(({ door }) => door.includes("/exports/")),
        rest,
      ),
    ).toEqual([]);
  });

  test.each(strangers)("in anything that %s is given, who has nothing to do with it", async (persona) => {
    const given = await givenOnce(persona);
    expect(given.filter(({ status }) => status === 200).length).toBeGreaterThan(50);
    expect(found(given, { ...all(), ...receipts })).toEqual([]);
  });

  test("every sheet was given to somebody", async () => {
    const given = (await Promise.all(["office", "administrator"].map(givenOnce))).flat();
    const sheets = given.filter(({ door }) => door.includes("/exports/"));
    const seen = new Set(sheets.filter(({ status }) => status === 200).map(({ door }) => door));
    expect([...new Set(sheets.map(({ door }) => door))].filter((door) => !seen.has(door))).toEqual([]);
  });
});
