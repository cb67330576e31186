import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { posted } from "../../../../test/support/open311/client.ts";
import { added } from "../../../../test/support/station.ts";
import { office, openStation, solved, spoken, type VoiceWay, voiceWay } from "../../../../test/support/voice.ts";
import { areas } from "../../../../test/world/places.ts";
import { instant } from "../../../platform/clock/instant.ts";
import { sweepOnce } from "../../../platform/jobs/sweeps.ts";
import { feedContracts } from "../feed-contract.ts";
import { open311Contracts } from "../open311-contract.ts";
import { publicTypes } from "../terms.ts";

/** Marks of what nobody but the handlers may read: nowhere else in the world does anything look like them. */
const marked = {
  name: "欧阳密探",
  phone: "13800099887",
  words: "密语原话不得外传",
  place: "密探家后院",
  addition: "密语补充",
  answer: "密语答复",
  reasons: "密语评价",
  note: "密语说明",
  hidden: "密语未公开",
} as const;
const clear = "公开后的文字";

const world = testHouse({ outside: { channels: [], publicUrl: "https://lianxin.example.org", webhookPrivate: true } });
const sent: string[] = [];
const server = createServer(async (request, response) => {
  for await (const part of request) sent.push(String(part));
  response.end();
}).listen(0, "127.0.0.1");
afterAll(() => void server.close());

const village = areas.find(({ name }) => name === "朱庄社区")?.code ?? "";
let key = "";
let ways: VoiceWay[] = [];

beforeAll(async () => {
  await openStation(world);
  const administrator = await world.as("administrator");
  key = (await added(administrator, "/api/api-keys", { name: "平台", scopes: ["open311"] })).key;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  await added(administrator, "/api/webhooks", { name: "系统", url, types: [...publicTypes] });
  const contact = { name: marked.name, phone: marked.phone };
  const cleared = await spoken(world, { words: marked.words, place: marked.place, contact, longitude: 116.8123456, latitude: 33.9876543 });
  const hidden = await spoken(world, { words: marked.hidden, place: marked.place, contact });
  const brought = await posted(world, "json", {
    ...{ api_key: key, service_code: "roads", "attribute[village]": village, description: marked.hidden, address_string: marked.place },
    ...{ last_name: "欧阳", first_name: "密探", phone: marked.phone, email: "mitan@example.org", device_id: "device-mitan" },
  });
  const receipt = /\w{4}-\w{3}-\w{3}/.exec(brought.json[0].service_notice)?.[0] ?? "";
  ways = [cleared, hidden, voiceWay(world, brought.json[0].service_request_id, receipt)];
  for (const way of ways) {
    await way.voter("additions", { words: marked.addition, submission: crypto.randomUUID() });
    await way.does("committee", "routings", { ...office, note: marked.note });
    if (way === cleared) await way.does("committee", "publications", { publicWords: clear });
    await way.does("subdistrict_clerk", "progress-reports", { note: marked.note });
    await way.does("subdistrict_clerk", "answers", { ...solved, answer: marked.answer });
    await way.voter("appraisals", { grade: "DISSATISFIED", reasons: marked.reasons });
  }
  await world.home.pump.drain();
  const sweeps = world.home.modules.filter(({ name }) => name === "interfaces").flatMap((module) => module.sweeps ?? []);
  await sweepOnce(world.database, sweeps, instant("2023-09-22T03:00:00Z"));
});

/** Every document that the module gives to the world, in every form and for every thing there is. */
async function everything(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const codes: Record<string, string[]> = {
    stations: ["TZZ"],
    towns: ["340602001"],
    categories: ["roads"],
    deputies: ["0000000000"],
    services: ["roads"],
    requests: ways.map(({ id }) => id),
    tokens: [ways[1]?.receipt ?? ""],
  };
  for (const { path, endings } of [...Object.values(feedContracts), ...Object.values(open311Contracts)].filter(
    ({ method }) => method === "get",
  )) {
    const ids = path.includes("{") ? (codes[path.split("/").at(-2) ?? ""] ?? ["00000000-0000-7000-8000-000000000000"]) : [""];
    for (const id of ids)
      for (const ending of endings)
        for (const query of ["", `?api_key=${key}`]) {
          const at = `${path.replace(/\{\w+\}/, id)}.${ending}${query}`;
          const { bytes, status } = await world.nobody.bytes(at);
          found.set(`${at} ${status}`, Buffer.from(bytes).toString("utf8"));
        }
  }
  found.set("webhooks", sent.join("\n"));
  const administrator = await world.as("administrator");
  for (const path of ["/api/api-keys", "/api/webhooks", "/api/webhook-deliveries?limit=200"])
    found.set(path, JSON.stringify((await administrator.get(path)).body));
  return found;
}

test("what was cleared is found, so that searching proves something", async () => {
  const all = await everything();
  for (const at of [
    "/open311/v2/requests.json 200",
    "/open311/v2/requests.xml 200",
    "/feeds/towns/340602001.atom 200",
    "/open-data/voices.csv 200",
    "webhooks",
  ])
    expect(all.get(at), at).toContain(clear);
  expect([...all.keys()].filter((at) => at.includes(" 200")).length).toBeGreaterThan(30);
});

test("no mark of personal data, and no receipt, is in anything that leaves the module", async () => {
  for (const [at, text] of await everything()) {
    for (const [what, mark] of Object.entries(marked)) expect(text.includes(mark), `${what} in ${at}`).toBe(false);
    for (const mark of ["mitan", "116.8123", "33.9876"]) expect(text.includes(mark), `${mark} in ${at}`).toBe(false);
    for (const { receipt } of ways.filter(() => !at.includes("/tokens/")))
      for (const form of [receipt, receipt.replaceAll("-", "")]) expect(text.includes(form), `a receipt in ${at}`).toBe(false);
  }
});

test("facts of the module's own hold none either", async () => {
  for (const type of ["api_key.given", "webhook.added"]) expect(JSON.stringify(await world.facts(type))).not.toContain(marked.name);
});
