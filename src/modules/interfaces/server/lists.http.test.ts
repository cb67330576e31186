import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { added } from "../../../../test/support/station.ts";
import { idOf } from "../../../../test/world/ids.ts";
import { district } from "../../../../test/world/places.ts";

const world = testHouse({ outside: { channels: [], publicUrl: "https://lianxin.example.org", webhookPrivate: true } });
const secrets: string[] = [];
const ids = new Map<string, string>();

const administrator = () => world.as("administrator");
const named = async (query: string): Promise<string[]> =>
  (await (await administrator()).get(query)).body.items.map((one: { name?: string; webhookName?: string }) => one.name ?? one.webhookName);
const sheet = async (path: string) => {
  const { status, bytes } = await (await administrator()).bytes(path);
  expect(status).toBe(200);
  return new TextDecoder().decode(bytes);
};
/** Every name of a list, read one at a time. */
const oneByOne = async (path: string): Promise<string[]> => {
  const seen: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await (await administrator()).get(`${path}limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map((one: { name?: string; id: string }) => one.name ?? one.id));
    if (!body.next) return seen;
    cursor = body.next;
  }
};

beforeAll(async () => {
  const caller = await administrator();
  for (const name of ["B hotline", "A hotline", "C media 100%"]) {
    const key = await added(caller, "/api/api-keys", { name, scopes: ["open311"] });
    const url = `https://${name[0]?.toLowerCase()}.example.org/hook/not-to-be-told?token=tellnobody`;
    const hook = await added(caller, "/api/webhooks", { name, url, types: ["reception.announced"] });
    secrets.push(key.key, hook.secret);
    ids.set(`${name} key`, key.id);
    ids.set(`${name} hook`, hook.id);
  }
  await world.nobody.get(`/open311/v2/requests.json?api_key=${secrets[2]}`);
  expect((await caller.post(`/api/api-keys/${ids.get("B hotline key")}/revocations`)).status).toBe(201);
  expect((await caller.post(`/api/webhooks/${ids.get("B hotline hook")}/stops`)).status).toBe(201);
  const delivery = (name: string, state: string, minute: number) =>
    world.database.write((tx) =>
      sql`insert into webhook_delivery (district, id, webhook_id, fact_id, type, payload, state, created_at, due_at, next_at, sent_at, last_error)
        values (${district}, ${idOf(`delivery ${name} ${minute}`)}, ${ids.get(`${name} hook`)}, ${idOf(`fact ${minute}`)}, 'reception.announced',
          '{"words": "tellnobody"}', ${state}, ${`2023-09-22T01:0${minute}:00Z`}, now(), now(),
          ${state === "sent" ? "2023-09-22T01:09:00Z" : null}, ${state === "given_up" ? "stopped" : null})`.execute(tx),
    );
  await delivery("A hotline", "sent", 1);
  await delivery("C media 100%", "failed", 2);
  await delivery("B hotline", "given_up", 3);
});

describe("the lists of keys, systems and deliveries", () => {
  test("keys are found by name, narrowed by state, sorted, and read page by page", async () => {
    expect(await named("/api/api-keys")).toEqual(["C media 100%", "A hotline", "B hotline"]);
    expect(await named("/api/api-keys?sort=name")).toEqual(["A hotline", "B hotline", "C media 100%"]);
    expect((await named("/api/api-keys?sort=-used"))[0], "used today").toBe("A hotline");
    for (const sort of ["-created", "name", "-used"])
      expect(await oneByOne(`/api/api-keys?sort=${sort}&`), sort).toEqual(await named(`/api/api-keys?sort=${sort}`));
    expect(await named("/api/api-keys?search=hotline")).toEqual(["A hotline", "B hotline"]);
    expect(await named("/api/api-keys?search=HOTLINE&state=active")).toEqual(["A hotline"]);
    expect(await named("/api/api-keys?state=revoked")).toEqual(["B hotline"]);
    expect(await named(`/api/api-keys?search=${encodeURIComponent("0%")}`)).toEqual(["C media 100%"]);
    expect(await named(`/api/api-keys?search=${encodeURIComponent("_")}`)).toEqual([]);
    expect((await (await administrator()).get("/api/api-keys?state=lost")).status).toBe(422);
  });

  test("systems are found by name or address, narrowed by state, sorted, and read page by page", async () => {
    expect(await named("/api/webhooks?search=c.example.org")).toEqual(["C media 100%"]);
    expect(await named("/api/webhooks?state=stopped")).toEqual(["B hotline"]);
    expect(await named("/api/webhooks?state=active&sort=name")).toEqual(["A hotline", "C media 100%"]);
    for (const sort of ["-created", "name"])
      expect(await oneByOne(`/api/webhooks?sort=${sort}&`), sort).toEqual(await named(`/api/webhooks?sort=${sort}`));
  });

  test("deliveries are found by system, narrowed by state, kind and system, in both orders", async () => {
    expect(await named("/api/webhook-deliveries")).toEqual(["B hotline", "C media 100%", "A hotline"]);
    expect(await named("/api/webhook-deliveries?sort=created")).toEqual(["A hotline", "C media 100%", "B hotline"]);
    expect(await named("/api/webhook-deliveries?search=hotline&sort=created")).toEqual(["A hotline", "B hotline"]);
    expect(await named("/api/webhook-deliveries?state=failed")).toEqual(["C media 100%"]);
    expect(await named("/api/webhook-deliveries?type=voice.answered")).toEqual([]);
    expect(await named(`/api/webhook-deliveries?webhookId=${ids.get("A hotline hook")}`)).toEqual(["A hotline"]);
    expect(await oneByOne("/api/webhook-deliveries?sort=created&")).toHaveLength(3);
  });

  test("sheets follow the filters and hold no key, no secret, no message, and of an address the site alone", async () => {
    const [keys, hooks, log] = [
      await sheet("/api/exports/api-keys?format=csv&sort=name&state=active"),
      await sheet("/api/exports/webhooks?format=csv"),
      await sheet("/api/exports/webhook-deliveries?format=csv&sort=created"),
    ];
    expect(
      keys
        .trimEnd()
        .split("\r\n")
        .map((line) => line.split(",")[0]),
    ).toEqual(["系统名称", "A hotline", "C media 100%"]);
    expect(keys).toContain("Open311");
    expect(hooks).toContain("https://a.example.org");
    expect(log).toMatch(/接待已公告.*已送达/);
    expect(log).toMatch(/已放弃.*推送已停止/);
    for (const text of [keys, hooks, log]) {
      expect(text).not.toMatch(/lianxin_|tellnobody|not-to-be-told/);
      for (const secret of secrets) expect(text).not.toContain(secret.slice(8));
    }
    expect((await world.facts("export.begun")).map(({ data }) => data["list"])).toEqual(["api_key", "webhook", "webhook_delivery"]);
    const columns = await sheet("/api/exports/webhooks?format=csv&columns=name,state&state=stopped");
    expect(columns).toBe("系统名称,状态\r\nB hotline,已停止\r\n");
  });

  test("are the administrator's alone", async () => {
    for (const path of ["api-keys", "webhooks", "webhook-deliveries"]) {
      expect((await (await world.as("office")).get(`/api/exports/${path}`)).status, path).toBe(403);
      expect((await world.nobody.get(`/api/exports/${path}`)).status, path).toBe(401);
    }
  });
});
