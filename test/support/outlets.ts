import { sql } from "kysely";
import { publicFace } from "../../src/portal/index.ts";
import { areas, district } from "../world/places.ts";
import { contracts, nobodys } from "./everyone.ts";
import type { TestHouse } from "./house.ts";
import { unfold } from "./marks.ts";
import type { Planted } from "./planting.ts";
import { type Seen, walk } from "./portal.ts";
import type { VoiceWay } from "./voice.ts";

/** Something that the product gave to somebody, unfolded to text. */
export interface Given {
  /** The endpoint or page, as its contract or its list names it. */
  readonly door: string;
  readonly at: string;
  readonly status: number;
  readonly text: string;
}

type Names = Readonly<Record<string, readonly string[]>>;
const readings = ["zh-CN.plain", "en.plain"];

/** What stands in the braces of a path, by the word before them: `/api/voices/{id}`. */
async function namesIn(world: TestHouse, { ways, photos, opinionId, suggestionId, publicId, receipts }: Planted): Promise<Names> {
  const ids = Object.values(ways).map(({ id }) => id);
  const { rows: mandates } = await sql<{ id: string }>`
    select mandate_id as id from voice where district = ${district} and mandate_id is not null
    union select mandate_id from station_deputy where district = ${district} limit 2`.execute(world.database.read);
  const { rows: groups } = await sql<{ id: string }>`select id from deputy_group where district = ${district} limit 1`.execute(
    world.database.read,
  );
  const { rows: posts } = await sql<{ id: string }>`select id from station_post where district = ${district} limit 1`.execute(
    world.database.read,
  );
  const { rows: plans } = await sql<{ id: string }>`select id from activity_plan where district = ${district}`.execute(world.database.read);
  const figures: { key: string }[] = (await world.nobody.get("/api/public/statistics")).body.figures;
  const codes = mandates.map(({ id }) => id.replaceAll("-", "").slice(-10));
  const township = areas.find(({ name }) => name === "朱庄社区")?.code.slice(0, 9) ?? "";
  return {
    ...{ voices: ids, requests: ids, attachments: photos, files: photos, opinions: [opinionId], suggestions: [suggestionId, publicId] },
    ...{ stations: ["TZZ"], s: ["TZZ"], deputies: codes, d: codes, "deputy-groups": groups.map(({ id }) => id) },
    ...{ posts: posts.map(({ id }) => id), statistics: figures.map(({ key }) => key), towns: [township], categories: ["roads"] },
    ...{ services: ["roads"], tokens: receipts.slice(0, 1) },
    ...{ plans: plans.map(({ id }) => id), "activity-plans": plans.map(({ id }) => id) },
  };
}

/** Every address of a path, filled in by `names`; a word that is not among them is filled by `otherwise`. */
function addresses(path: string, names: Names, otherwise?: readonly string[]): string[] {
  const [whole, word = ""] = /([\w-]+)\/\{\w+\}/.exec(path) ?? [];
  if (!whole) return [path];
  const values = names[word] ?? otherwise;
  if (!values || values.length === 0) throw new Error(`${path}: name something of ${word} that is there`);
  return values.flatMap((value) => addresses(path.replace(/\{\w+\}/, value), names, otherwise));
}

/** Everything that is given to whoever asks for it without an account: pages, feeds, documents, sheets, answers of the API. */
export async function givenToEverybody(world: TestHouse, planted: Planted, stranger: VoiceWay): Promise<Given[]> {
  const names = await namesIn(world, planted);
  const given: Given[] = [];
  const get = async (door: string, at: string, headers: Record<string, string> = {}): Promise<Seen> => {
    const answer = await world.home.web.request(at, { headers });
    const text = await unfold(new Uint8Array(await answer.arrayBuffer()));
    given.push({ door, at, status: answer.status, text: `${text}\n${JSON.stringify([...answer.headers])}` });
    return { status: answer.status, type: answer.headers.get("content-type") ?? "", body: text, location: answer.headers.get("location") };
  };
  const pages = publicFace(
    world.home.modules.flatMap(({ portal }) => portal ?? []),
    async () => undefined,
  ).pages;
  const seen = pages.filter(({ method }) => method === "get").map(({ path }) => path);
  for (const reading of readings) {
    const cookie = `lianxin_reading=${reading}`;
    for (const path of seen) for (const at of addresses(path, names)) await get(`get ${path}`, at, { cookie });
    await walk((at) => get("followed", at, { cookie }), seen, 4);
  }
  for (const { name, method, path, endings } of contracts.filter(({ access, method }) => access === "public" && method === "get"))
    for (const address of addresses(path, names))
      for (const ending of endings?.map((one) => `.${one}`) ?? [""])
        for (const query of path.startsWith("/open311") ? ["", `?api_key=${planted.key}`] : [""])
          await get(`${method} ${path} ${name}`, `${address}${ending}${query}`);
  await get("get /api/openapi.json", "/api/openapi.json");
  given.push(...(await answersTo(world, planted, stranger)));
  for (const { method, path } of pages.filter((page) => page.method === "post")) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ receipt: stranger.receipt, photo: planted.photos[0] ?? "", search: "密语" }))
      body.append(name, value);
    const answer = await world.home.web.request(path, { method: "POST", body });
    given.push({ door: `${method} ${path}`, at: path, status: answer.status, text: await answer.text() });
  }
  return given;
}

/** What the doors that take something answer to somebody who holds another receipt, or none. */
async function answersTo(world: TestHouse, { photos, ways }: Planted, { receipt }: VoiceWay): Promise<Given[]> {
  const mine = { receipt };
  const bodies: Readonly<Record<string, unknown>> = {
    look_up_voice: mine,
    get_voice_photo: { ...mine, fileId: photos[0] },
    add_to_voice: { ...mine, words: "还没有修好", submission: nobodys, attachments: photos.slice(0, 1), photoConsent: true },
    appraise_voice_answer: { ...mine, grade: "SATISFIED" },
    reopen_voice: { ...mine, reasons: "又坏了" },
    withdraw_voice: mine,
    speak: { submission: nobodys, words: "路边的井盖没有了", category: "roads", attachments: photos.slice(0, 1), photoConsent: true },
    take_voice_photo: {},
    open311_create_request: {},
    // These know no voices at all; they are asked so that none is left out.
    ...{ sign_in: {}, make_first_administrator: {}, sign_in_as_persona: {}, move_today: {} },
  };
  const given: Given[] = [];
  for (const { name, method, path, endings } of contracts.filter(({ access, method }) => access === "public" && method !== "get")) {
    if (!(name in bodies)) throw new Error(`${method} ${path}: say what is sent to ${name}`);
    const at = `${path}${endings ? ".json" : ""}${name === "look_up_voice" ? `?id=${ways["onPortal"]?.id}` : ""}`;
    const call = method === "put" ? world.nobody.put : world.nobody.post;
    const { status, body } = await call(at, bodies[name]);
    given.push({ door: `${method} ${path} ${name}`, at, status, text: typeof body === "string" ? body : JSON.stringify(body) });
  }
  return given;
}

/** Everything that an endpoint which only reads gives to somebody who is signed in; sheets in both of their formats. */
export async function givenTo(world: TestHouse, planted: Planted, persona: string): Promise<Given[]> {
  const names = await namesIn(world, planted);
  const caller = await world.as(persona);
  const given: Given[] = [];
  for (const { method, path, name, access } of contracts.filter(({ method, access }) => method === "get" && access !== "public"))
    for (const address of addresses(path, names, [nobodys]))
      for (const form of path.startsWith("/api/exports/") ? ["format=csv", "format=xlsx"] : [path.endsWith("s") ? "limit=200" : ""]) {
        const at = `${address}?${[form, path.includes("/yearly") ? "year=2023" : ""].filter(Boolean).join("&")}`;
        const { status, bytes } = await caller.bytes(at);
        given.push({ door: `${method} ${path} ${name} ${access}`, at: `${persona} ${at}`, status, text: await unfold(bytes) });
      }
  return given;
}
