import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import sharp from "sharp";
import { expect } from "vitest";
import { areas, district } from "../world/places.ts";
import type { TestHouse } from "./house.ts";
import { cleared, said, who } from "./marks.ts";
import { posted } from "./open311/client.ts";
import { sheetFile } from "./sheet.ts";
import { added } from "./station.ts";
import { begin, toWork } from "./suggestion.ts";
import { office, said as speech, spoken, type VoiceWay, voiceWay } from "./voice.ts";

/** Voices of one marked speaker, by what became of them, and the things that they grew into. */
export interface Planted {
  readonly ways: Readonly<Record<string, VoiceWay>>;
  readonly receipts: readonly string[];
  readonly photos: readonly string[];
  readonly opinionId: string;
  /** A draft that a deputy made of what was said. */
  readonly suggestionId: string;
  /** A suggestion that everybody may read. */
  readonly publicId: string;
  /** What an officer was shown when he asked for the contact with a reason. */
  readonly opened: unknown;
  readonly key: string;
}

const contact = { name: who.name, phone: who.phone };
const point = { longitude: 116.8123456, latitude: 33.9876543 };
const marked = { words: said.words, place: said.place, contact, ...point };
const answer = { answer: said.answer, solved: true };
const note = { note: said.note };
const dissatisfied = { grade: "DISSATISFIED", reasons: said.reasons };
const once = () => ({ "idempotency-key": randomUUID() });

/** Brings marked voices in by every door and takes them through every outcome. */
export async function plant(world: TestHouse): Promise<Planted> {
  const administrator = await world.as("administrator");
  const { key } = await added(administrator, "/api/api-keys", { name: "平台", scopes: ["open311"] });
  const photos: string[] = [];
  const withPhoto = async () => {
    const submission = randomUUID();
    photos.push(await takePhoto(world, submission));
    return { submission, attachments: photos.slice(-1), photoConsent: true };
  };
  const ways: Record<string, VoiceWay> = {};
  const speaks = async (name: string, changes: object = {}) => (ways[name] = await spoken(world, { ...marked, ...changes }));
  const handled = async (way: VoiceWay) => {
    await way.does("committee", "routings", { ...office, ...note });
    await way.does("subdistrict_clerk", "answers", answer);
  };

  const twice = await speaks("clearedAndReopened", await withPhoto());
  await addsWords(world, twice);
  const { body: opened } = await (await world.as("committee")).post(
    `/api/voices/${twice.id}/contact-openings`,
    { note: said.contactReason },
    once(),
  );
  await twice.does("committee", "corrections", { category: "roads", place: said.place, urgent: false });
  await twice.does("committee", "routings", { ...office, ...note });
  await twice.does("committee", "publications", { publicWords: cleared });
  await twice.does("subdistrict_clerk", "progress-reports", note);
  await twice.does("subdistrict_clerk", "extensions", { amount: 3, ...note });
  await twice.does("committee", "urgings", note);
  await twice.does("subdistrict_clerk", "answers", answer);
  await twice.does("committee", "visit-tries", { way: "phone", ...note });
  await twice.voter("appraisals", dissatisfied);
  await twice.does("subdistrict_clerk", "answers", answer);
  await twice.does("committee", "return-visits", { grade: "BASIC", way: "visit", reasons: said.reasons });
  await twice.voter("reopenings", { reasons: said.again });
  await handled(twice);
  await twice.does("committee", "return-visits", { grade: "SATISFIED", way: "phone", reasons: said.reasons });

  ways["onPortal"] = await speaksOnPortal(world);
  photos.push(await addsOnPortal(world, ways["onPortal"]));
  await handled(ways["onPortal"]);
  await ways["onPortal"].voter("appraisals", dissatisfied);

  const unreached = await speaks("unreached");
  await handled(unreached);
  for (const _try of [1, 2, 3]) await unreached.does("committee", "visit-tries", { way: "phone", ...note });
  await unreached.does("committee", "unreached-endings", note);

  const joined = await speaks("joined");
  await joined.does("committee", "joinings", { voiceId: ways["onPortal"].id, ...note });

  const grown = await speaks("becameOpinion", await withPhoto());
  await grown.does("deputy", "take-ups", note);
  const { opinionId } = await grown.does("deputy", "opinions", { title: "村东头道路破损", content: `${said.content}：${said.words}` });
  await added(await world.as("committee"), `/api/opinions/${opinionId}/assignments`, { ...office, ...note });
  await added(await world.as("subdistrict_clerk"), `/api/opinions/${opinionId}/answers`, {
    answer: "路面已经重新浇筑，路灯也修好了。",
    solved: true,
  });
  await added(await world.as("deputy"), `/api/opinions/${opinionId}/appraisals`, { grade: "SATISFIED" });

  const drafted = await speaks("becameSuggestion", await withPhoto());
  const { suggestionId } = await drafted.does("deputy", "suggestions", {
    title: "关于修缮村东头道路的建议",
    content: `${said.content}：${said.words}`,
  });

  const lead = await speaks("lead");
  await lead.does("committee", "lead-proposals", note);
  await lead.does("committee", "conclusions", answer);

  const back = await speaks("handedBack");
  await back.does("committee", "routings", { ...office, ...note });
  await back.does("subdistrict_clerk", "handbacks", note);

  const gone = await speaks("withdrawn");
  await gone.voter("withdrawals");

  Object.assign(ways, await entered(world));
  await ways["offline"]!.does("committee", "instant-answers", answer);
  const elsewhere = await speaks("directed");
  const codes = (await (await world.as("committee")).get("/api/voice-codes")).body.elsewhere;
  await elsewhere.does("committee", "directions", { way: codes[0].code, ...note });

  const open = await begin(world);
  await toWork(open);
  ways["open311"] = await brought(world, key);
  await handled(ways["open311"]);
  await hotline(world);
  await world.home.pump.drain();
  const receipts = Object.values(ways).map(({ receipt }) => receipt);
  return { ways, receipts, photos, opinionId, suggestionId, publicId: open.id, opened, key };
}

async function takePhoto(world: TestHouse, submission: string): Promise<string> {
  const response = await world.home.web.request("/api/public/voice-photos", {
    method: "POST",
    body: await photoForm({ submission }, "file"),
  });
  expect(response.status).toBe(201);
  return (await response.json()).id;
}

/** A form with a photo that says who owns the camera and where it stood. */
async function photoForm(fields: Readonly<Record<string, string>>, field: string): Promise<FormData> {
  const exif = { IFD0: { Copyright: who.exif, Artist: who.name }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "33/1 59/1 15/1" } };
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#888" } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append(field, new File([new Uint8Array(bytes)], `${said.photo}.jpg`));
  return form;
}

async function addsWords(world: TestHouse, way: VoiceWay): Promise<void> {
  const submission = randomUUID();
  const attachments = [await takePhoto(world, submission)];
  const body = { words: said.addition, submission, attachments, photoConsent: true };
  expect((await way.voter("additions", body)).status).toBe(201);
  await way.does("committee", "additions", { words: said.addition });
}

/** In three steps on the public pages, with a photo, as somebody without an account does it. */
async function speaksOnPortal(world: TestHouse): Promise<VoiceWay> {
  const submission = randomUUID();
  const post = async (body: FormData) => (await world.home.web.request("/portal/speak", { method: "POST", body })).text();
  const first = { submission, step: "what", go: "where", station: "TZZ", words: said.words, category: "roads", photoConsent: "yes" };
  const second = await post(await photoForm(first, "files"));
  const photo = /name="photo" value="([^"]+)"/.exec(second)?.[1] ?? "";
  const last = new FormData();
  const whole = { ...first, step: "reach", go: "send", photo, place: said.place, name: who.name, phone: "138 0009 9887" };
  for (const [name, value] of Object.entries(whole)) last.append(name, value);
  const receipt = /id="receipt">([^<]+)</.exec(await post(last))?.[1] ?? "";
  return voiceWay(world, await latest(world), receipt);
}

/** Words with a photo, on the page of his receipt. */
async function addsOnPortal(world: TestHouse, { receipt }: VoiceWay): Promise<string> {
  const fields = { receipt, act: "add_words", words: said.addition, submission: randomUUID(), photoConsent: "yes" };
  const answer = await world.home.web.request("/portal/follow", { method: "POST", body: await photoForm(fields, "files") });
  expect(answer.status).toBe(200);
  const ids = [...(await answer.text()).matchAll(/name="photo" value="([^"]+)"/g)].map(([, id = ""]) => id);
  expect(ids).toHaveLength(2);
  return ids.at(-1) ?? "";
}

/** Written down by an officer: at his desk, and in a village without a line to be sent in later. */
async function entered(world: TestHouse): Promise<Record<"entered" | "offline", VoiceWay>> {
  const entry = { ...speech(marked), channel: "visit", minutesAgo: 90 };
  const committee = await world.as("committee");
  const one = await committee.post("/api/voices", { ...speech(marked), channel: "phone" }, once());
  expect(one.status, JSON.stringify(one.body)).toBe(201);
  const { body } = await committee.post("/api/voice-batches", { entries: [entry] }, once());
  const way = ({ id, receipt }: { id: string; receipt: string }) => voiceWay(world, id, receipt);
  return { entered: way(one.body), offline: way(body.results[0].written) };
}

async function brought(world: TestHouse, key: string): Promise<VoiceWay> {
  const village = areas.find(({ name }) => name === "朱庄社区")?.code ?? "";
  const { json } = await posted(world, "json", {
    ...{ api_key: key, service_code: "roads", "attribute[village]": village, description: said.words, address_string: said.place },
    ...{ last_name: who.name.slice(0, 2), first_name: who.name.slice(2), phone: who.phone, email: who.email, device_id: who.device },
  });
  return voiceWay(world, json[0].service_request_id, /\w{4}-\w{3}-\w{3}/.exec(json[0].service_notice)?.[0] ?? "");
}

/** Rows of the hotline's sheet; the second sheet brings columns that it must not have. */
async function hotline(world: TestHouse): Promise<void> {
  const desk = await world.as("office");
  const rows = [
    ["热线编号", "诉求内容", "村（社区）", "具体位置", "反映日期"],
    ["HX-密探-1", said.words, "朱庄社区", said.place, "2023-09-18"],
  ];
  const { body: draft } = await desk.upload("/api/import-drafts?kind=hotline_voice", await sheetFile(rows));
  await added(desk, `/api/import-drafts/${draft.id}/applications`, {});
  const named = [
    ["热线编号", "诉求内容", "姓名", "电话"],
    ["HX-密探-2", said.words, who.name, who.phone],
  ];
  expect((await desk.upload("/api/import-drafts?kind=hotline_voice", await sheetFile(named))).status).toBe(422);
}

async function latest(world: TestHouse): Promise<string> {
  const found = await sql<{ id: string }>`select id from voice where district = ${district} order by id desc limit 1`.execute(
    world.database.read,
  );
  return found.rows[0]?.id ?? "";
}
