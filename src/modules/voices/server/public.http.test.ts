import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { office, openStation, said, solved, spoken, stationId } from "../../../../test/support/voice.ts";
import { district } from "../../../../test/world/places.ts";
import { receiptIn, spelled } from "../receipt.ts";

const world = testHouse();
beforeAll(() => openStation(world));

const speak = (body: object) => world.nobody.post("/api/public/voices", body);
const look = (receipt: string) => world.nobody.post("/api/public/voice-threads", { receipt });
const count = async () =>
  (await sql<{ n: number }>`select count(*) as n from voice where district = ${district}`.execute(world.database.read)).rows[0]?.n ?? 0;
const freshHour = async () => void (await sql`delete from voice_limit`.execute(world.database.read));

async function photo(submission: string, file = "积水.jpg", bytes?: Uint8Array<ArrayBuffer>) {
  const picture =
    bytes ??
    new Uint8Array(
      await sharp({ create: { width: 64, height: 48, channels: 3, background: "#888" } })
        .withExif({ IFD0: { Copyright: "王桂英拍" } })
        .jpeg()
        .toBuffer(),
    );
  const form = new FormData();
  form.set("file", new File([picture], file));
  form.set("submission", submission);
  const response = await world.home.web.request("/api/public/voice-photos", { method: "POST", body: form });
  return { status: response.status, body: await response.json() };
}

describe("speaking without an account", () => {
  test("sent again after a lost connection, one after the other or at once, it gives the same receipt and makes nothing twice", async () => {
    const body = said();
    const before = await count();
    const first = await speak(body);
    expect(first).toMatchObject({
      status: 201,
      body: { receipt: expect.stringMatching(/^.{4}-.{3}-.{3}$/), label: expect.stringMatching(/^2023-\d{5}$/) },
    });
    expect((await speak(body)).body).toEqual(first.body);
    expect((await speak({ ...body, submission: body.submission.toUpperCase() })).body).toEqual(first.body);
    const twin = said();
    const both = await Promise.all([speak(twin), speak(twin), speak(twin)]);
    expect(new Set(both.map((one) => one.body.receipt)).size).toBe(1);
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await count()).toBe(before + 2);
  });

  test("each speaker has a receipt of his own, and it opens his voice however it is typed", async () => {
    const voice = await spoken(world);
    for (const typed of [voice.receipt, voice.receipt.toLowerCase(), voice.receipt.replaceAll("-", ""), ` ${voice.receipt} `])
      expect((await look(typed)).status).toBe(200);
    expect((await spoken(world)).receipt).not.toBe(voice.receipt);
  });

  test("an unknown receipt, a wrong one and one that can be none get the same answer", async () => {
    const { receipt } = await spoken(world);
    const plain = receiptIn(receipt) ?? "";
    const wrong = spelled(`${plain.slice(0, 9)}${plain.endsWith("2") ? "3" : "2"}`);
    const answers = [
      await look(wrong),
      await look("K7M2-9QX-4TD"),
      await look("0000000000"),
      await look(""),
      await look("'; drop table voice"),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { code: "voice.unknown_receipt" } });
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    for (const what of ["additions", "appraisals", "reopenings", "withdrawals"]) {
      const body = { receipt: wrong, words: "再说一句", submission: randomUUID(), grade: "SATISFIED", reasons: "没有修好" };
      const picked =
        what === "additions"
          ? ["receipt", "words", "submission"]
          : what === "appraisals"
            ? ["receipt", "grade"]
            : what === "reopenings"
              ? ["receipt", "reasons"]
              : ["receipt"];
      const answer = await world.nobody.post(
        `/api/public/voice-${what}`,
        Object.fromEntries(Object.entries(body).filter(([name]) => picked.includes(name))),
      );
      expect([answer.status, answer.body.code], what).toEqual([404, "voice.unknown_receipt"]);
    }
  });

  test("the receipt itself is nowhere in the database", async () => {
    const { receipt } = await spoken(world);
    const rows = await sql<{
      row: string;
    }>`select to_jsonb(v)::text || (select coalesce(string_agg(to_jsonb(s)::text, ''), '') from voice_step s where s.subject_id = v.id) as row from voice v`.execute(
      world.database.read,
    );
    const whole = rows.rows.map(({ row }) => row).join();
    for (const form of [receipt, receiptIn(receipt) ?? ""]) expect(whole).not.toContain(form);
  });

  test("too much from one address is refused, with a person to turn to; what was sent before is still answered", async () => {
    await freshHour();
    const first = said();
    expect((await speak(first)).status).toBe(201);
    for (let times = 1; times < 20; times++) await speak(said({ stationId: null }));
    const refused = await speak(said());
    expect(refused).toMatchObject({ status: 429, body: { code: "voice.too_many.speak" } });
    expect(refused.body.detail).toMatch(/朱庄代表活动室.*朱庄社区服务中心一楼.*0561-3000001/s);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await speak(first)).status, "the same form is no flood").toBe(201);
    const addresses = await sql<{ key: Uint8Array }>`select key from voice_limit`.execute(world.database.read);
    for (const { key } of addresses.rows) expect(key).toHaveLength(32);
    await freshHour();
  });

  test("many who speak at the same moment are counted one by one, and each gets a number and a receipt of his own", async () => {
    await freshHour();
    const crowd = await Promise.all(Array.from({ length: 25 }, () => speak(said())));
    const [heard, refused] = [crowd.filter(({ status }) => status === 201), crowd.filter(({ status }) => status === 429)];
    expect([heard.length, refused.length]).toEqual([20, 5]);
    expect(new Set(heard.map(({ body }) => body.receipt)).size).toBe(20);
    expect(new Set(heard.map(({ body }) => body.label)).size).toBe(20);
    const stations = await sql<{ count: number }>`select count from voice_limit where count = 20`.execute(world.database.read);
    expect(stations.rows, "who was refused by his address did not use up what the station can take").toHaveLength(1);
    await freshHour();
  });

  test("what is wrong with one who speaks does not touch those who speak beside him", async () => {
    await freshHour();
    const nothing = "018f0000-0000-7000-8000-000000000001";
    const [first, wrong, other, unknown] = await Promise.all([
      speak(said()),
      speak(said({ stationId: nothing })),
      speak(said()),
      speak(said({ category: "no_such_category" })),
    ]);
    expect([first.status, other.status]).toEqual([201, 201]);
    expect([wrong.body.errors[0].field, unknown.body.errors[0].field]).toEqual(["stationId", "category"]);
    await freshHour();
  });

  test("guessing receipts comes to an end soon", async () => {
    await freshHour();
    for (let times = 0; times < 60; times++) await look("K7M2-9QX-4TD");
    expect(await look("K7M2-9QX-4TD")).toMatchObject({ status: 429, body: { code: "voice.too_many.ask" } });
    await freshHour();
  });

  test("photos need the speaker's word that they may be shown, lose what the camera wrote, and belong to their form alone", async () => {
    const body = said();
    const taken = await photo(body.submission);
    expect(taken.status).toBe(201);
    const refused = await speak({ ...body, attachments: [taken.body.id] });
    expect(refused.body.errors).toEqual([expect.objectContaining({ field: "photoConsent" })]);
    const foreign = await speak({ ...said(), attachments: [taken.body.id], photoConsent: true });
    expect(foreign.body.errors).toEqual([expect.objectContaining({ field: "attachments", code: "file.gone" })]);
    const gone = "018f0000-0000-7000-8000-000000000002";
    const half = await speak({ ...body, attachments: [taken.body.id, gone], photoConsent: true });
    expect(half.body.errors, "the good photo is not lost with the bad one").toEqual([expect.objectContaining({ code: "file.gone" })]);
    const { receipt } = (await speak({ ...body, attachments: [taken.body.id], photoConsent: true })).body;
    const thread = (await look(receipt)).body;
    expect(thread.photos).toMatchObject([{ id: taken.body.id, width: 64 }]);
    const response = await world.home.web.request("/api/public/voice-photo-views", {
      ...{
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ receipt, fileId: taken.body.id, size: "whole" }),
      },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.status, bytes.includes("王桂英")]).toEqual([200, false]);
    const other = await spoken(world);
    expect((await other.voter("photo-views", { fileId: taken.body.id })).status).toBe(404);
  });

  test("files that lie about what they are, and papers, are refused", async () => {
    expect((await photo(randomUUID(), "照片.jpg", new TextEncoder().encode("MZ no picture"))).body.errors[0].code).toBe("file.wrong_kind");
    expect(
      (await photo(randomUUID(), "照片.jpg", new TextEncoder().encode("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF"))).body
        .errors[0].code,
    ).toBe("file.picture_wanted");
  });

  test("what is added comes once, however often the form is sent, and is told to those who handle", async () => {
    const voice = await spoken(world);
    await voice.does("committee", "routings", office);
    const more = { words: "昨天又有孩子摔倒了", submission: randomUUID() };
    await Promise.all([voice.voter("additions", more), voice.voter("additions", more)]);
    const thread = (await voice.voter("additions", more)).body;
    expect(thread.additions).toMatchObject([{ words: more.words }]);
    expect((await voice.sees("subdistrict_clerk")).body.additions).toMatchObject([{ words: more.words, byVoter: true }]);
    expect(JSON.stringify((await world.facts("voice.added_to")).map(({ data }) => data))).not.toContain("摔倒");
  });

  test("a place, a station or a deputy that is not there is named as wrong", async () => {
    const nothing = "00000000-0000-7000-8000-000000000000";
    expect((await speak(said({ stationId: nothing }))).body.errors[0].field).toBe("stationId");
    expect((await speak(said({ areaId: nothing }))).body.errors[0].field).toBe("areaId");
    expect((await speak(said({ mandateId: nothing }))).body.errors[0].field).toBe("mandateId");
    expect((await speak(said({ category: "nothing" }))).body.errors[0].field).toBe("category");
    expect((await speak(said({ longitude: 116.8 }))).body.errors[0].field).toBe("longitude");
    expect((await speak(said({ contact: { phone: "不告诉你" } }))).body.errors[0].field).toBe("contact.phone");
  });
});

test("a name, a telephone and what is said stay where they belong", async () => {
  await freshHour();
  const [name, phone, mark] = ["欧阳密名", "13912345678", "暗记甲乙丙"];
  const voice = await spoken(world, { words: `村头水泵坏了${mark}`, category: "water", contact: { name, phone }, stationId });
  await voice.does("committee", "contact-openings", { note: `问清位置${mark}` });
  await voice.does("committee", "routings", { ...office, note: `请核实${mark}` });
  await voice.does("subdistrict_clerk", "answers", solved);
  await voice.voter("additions", { words: `又停水了${mark}`, submission: randomUUID() });
  await voice.does("committee", "visit-tries", { way: "phone", note: `没人接${mark}` });
  await voice.voter("appraisals", { grade: "BASIC", reasons: `还行${mark}` });
  await world.home.pump.drain();
  const read = async (query: ReturnType<typeof sql<{ row: string }>>) =>
    (await query.execute(world.database.read)).rows.map(({ row }) => row).join("\n");
  // The ledger, notices, to-do lists and messages on their way know neither who spoke nor what he said.
  const ledger = await read(sql<{ row: string }>`select to_jsonb(f)::text as row from fact f`);
  const notices = await read(sql<{ row: string }>`select to_jsonb(n)::text as row from notice n`);
  const waiting = await read(sql<{ row: string }>`select to_jsonb(a)::text as row from awaited a`);
  for (const text of [ledger, notices, waiting]) for (const planted of [name, phone, mark]) expect(text).not.toContain(planted);
  expect(ledger).toContain(voice.id);
  expect(notices).toContain(voice.id);
  // Contacts lie sealed, and only there.
  const tables = await sql<{
    name: string;
  }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    world.database.read,
  );
  for (const { name: table } of tables.rows) {
    const rows = await read(sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`);
    for (const planted of [name, phone]) expect(rows, table).not.toContain(planted);
  }
  // Lists, sheets, cases and the voter's own thread show what was said, never who said it.
  const committee = await world.as("committee");
  const answers = [
    await committee.get(`/api/voices/${voice.id}`),
    await committee.get("/api/voices?limit=200"),
    await committee.get(`/api/voices/${voice.id}/similar-voices`),
    await committee.get(`/api/voices/${voice.id}/recommended-units`),
    await committee.get("/api/tasks?subjectType=voice&limit=200"),
    await committee.get("/api/notices?limit=200"),
    await look(voice.receipt),
    await world.nobody.get("/api/openapi.json"),
  ].map(({ body }) => JSON.stringify(body));
  const sheets = ["csv", "xlsx"].map(async (format) =>
    Buffer.from((await committee.bytes(`/api/exports/voices?format=${format}`)).bytes).toString(),
  );
  for (const text of [...answers, ...(await Promise.all(sheets))]) for (const planted of [name, phone]) expect(text).not.toContain(planted);
  expect(answers[0]).toContain(mark);
  for (const number of ["13912345678", "欧阳"])
    expect((await committee.get(`/api/voices?search=${encodeURIComponent(number)}`)).body.items).toEqual([]);
  // What others wrote about it is not for the voter: notes, tries, and whom it was routed by.
  const thread = answers[6] ?? "";
  for (const note of ["问清位置", "请核实", "没人接"]) expect(thread).not.toContain(note);
});

test("logs hold nothing of a voter, even when something breaks", async () => {
  const lines: string[] = [];
  const before = console.error;
  console.error = (...all: unknown[]) => void lines.push(all.map(String).join(" "));
  try {
    await world.nobody.post("/api/public/voices", said({ words: "暗记丁戊己", contact: { phone: "13912345679" }, submission: "x" }));
    await sql`alter table voice_contact rename to voice_contact_gone`.execute(world.database.read);
    expect(
      (
        await world.nobody.post(
          "/api/public/voices",
          said({ words: "暗记丁戊己的路坏了", contact: { name: "司徒密名", phone: "13912345679" } }),
        )
      ).status,
    ).toBe(500);
  } finally {
    await sql`alter table voice_contact_gone rename to voice_contact`.execute(world.database.read);
    console.error = before;
  }
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join("\n")).not.toMatch(/暗记|司徒|13912345679/);
});
