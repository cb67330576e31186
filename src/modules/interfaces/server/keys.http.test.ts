import { sql } from "kysely";
import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { instant } from "../../../platform/clock/instant.ts";
import { sweepOnce } from "../../../platform/jobs/sweeps.ts";

const world = testHouse();
const administrator = () => world.as("administrator");

test("there is no key beforehand; one is told once and stored so that nobody can read it back", async () => {
  const caller = await administrator();
  expect((await caller.get("/api/api-keys")).body).toEqual({ items: [], next: null });
  const given = await caller.post("/api/api-keys", { name: "区12345热线平台", scopes: ["open311", "open311"] });
  expect(given).toMatchObject({ status: 422, body: { errors: [expect.objectContaining({ field: "scopes" })] } });
  const { key, id } = (await caller.post("/api/api-keys", { name: "区12345热线平台", scopes: ["open311"] })).body;
  expect(key).toMatch(/^lianxin_[\w-]{43}$/);
  const rows = JSON.stringify((await sql`select *, encode(digest, 'escape') as shown from api_key`.execute(world.database.read)).rows);
  expect(rows).not.toContain(key.slice(8));
  expect((await caller.get("/api/api-keys")).body.items).toEqual([
    expect.objectContaining({ id, name: "区12345热线平台", scopes: ["open311"], usedOn: null, revokedAt: null }),
  ]);
  expect((await world.facts("api_key.given")).map(({ subjectId, data }) => ({ subjectId, data }))).toEqual([
    { subjectId: id, data: { name: "区12345热线平台", scopes: ["open311"] } },
  ]);
});

test("a key is kept nowhere, not even for a request that is sent again", async () => {
  const caller = await administrator();
  const give = async () =>
    (await caller.post("/api/api-keys", { name: "平台", scopes: ["open311"] }, { "idempotency-key": "given twice" })).body.key as string;
  const [one, other] = [await give(), await give()];
  expect(other).not.toBe(one);
  const answers = JSON.stringify((await sql`select * from idempotency`.execute(world.database.read)).rows);
  for (const key of [one, other]) expect(answers).not.toContain(key);
});

test("its last day of use is kept, and taking it back is for good and told by whom", async () => {
  const caller = await administrator();
  const { key, id } = (await caller.post("/api/api-keys", { name: "旧平台", scopes: ["open311"] })).body;
  await world.nobody.get(`/open311/v2/requests.json?api_key=${key}`);
  expect((await caller.get("/api/api-keys")).body.items[0]).toMatchObject({ id, usedOn: "2023-09-22" });
  const revoked = await caller.post(`/api/api-keys/${id}/revocations`);
  expect(revoked.body).toMatchObject({ id, revokedAt: expect.any(String), revokedBy: expect.any(String) });
  expect((await caller.post(`/api/api-keys/${id}/revocations`)).status).toBe(404);
  expect((await (await world.as("office")).post(`/api/api-keys/${id}/revocations`)).status).toBe(403);
});

test("counts of use are forgotten after a day, deliveries after half a year", async () => {
  const { read } = world.database;
  const { id } = (await (await administrator()).post("/api/api-keys", { name: "平台", scopes: ["open311"] })).body;
  for (const hour of ["2023-09-20T01:00:00Z", "2023-09-22T01:00:00Z"])
    await sql`insert into api_key_use select district, id, ${hour}::timestamptz, 1 from api_key where id = ${id}`.execute(read);
  const sweeps = world.home.modules.flatMap((module) => module.sweeps ?? []).filter(({ name }) => name === "interfaces.forget");
  await sweepOnce(world.database, sweeps, instant("2023-09-22T02:00:00Z"));
  expect(
    (await sql<{ count: number }>`select count(*) as count from api_key_use where api_key_id = ${id}`.execute(read)).rows[0]?.count,
  ).toBe(1);
});
