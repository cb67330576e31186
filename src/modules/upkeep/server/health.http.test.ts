import { sql } from "kysely";
import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin } from "../../../../test/support/suggestion.ts";
import { pump } from "../../../platform/ledger/pump.ts";

const world = testHouse();

test("the administrator sees what was linked, read and done; nobody else does", async () => {
  await begin(world);
  await world.home.pump.drain();
  const administrator = await world.as("administrator");
  const { body } = await administrator.get("/api/health");
  expect(body.database.version).toMatch(/^PostgreSQL \d+/);
  expect(body.database.bytes).toBeGreaterThan(1_000_000);
  expect(body.ledger.linked).toBeGreaterThan(0);
  expect(body.ledger.waiting).toBe(0);
  expect(body.readers.map((reader: { name: string }) => reader.name)).toContain("suggestions.follow_mandates");
  for (const reader of body.readers) expect(reader).toMatchObject({ behind: 0, failures: 0, lastError: null });
  expect((await (await world.as("office")).get("/api/health")).status).toBe(403);
});

test("a reader that fails is shown with its fact and its reason, waits, and tries again at once when told to", async () => {
  let broken = true;
  const told: string[] = [];
  const reader = {
    name: "test.reader",
    types: ["suggestion.drafted"],
    async handle(_tx: unknown, fact: { id: string }) {
      if (broken) throw new Error("the other side is down");
      told.push(fact.id);
    },
  };
  const now = (await sql<{ at: string }>`select now() as at`.execute(world.database.read)).rows[0]!.at as never;
  const own = pump(world.database, [reader], { now: () => now });
  await own.drain();
  const administrator = await world.as("administrator");
  const shown = async () =>
    (await administrator.get("/api/health")).body.readers.find((one: { name: string }) => one.name === "test.reader");
  expect(await shown()).toMatchObject({ failures: 1, failedFactType: "suggestion.drafted", lastError: "the other side is down" });
  broken = false;
  await own.drain();
  expect(told, "it waits before it tries again by itself").toEqual([]);
  expect((await administrator.post("/api/ledger-readers/test.reader/retries")).status).toBe(201);
  await own.drain();
  expect(told).toHaveLength(1);
  expect(await shown()).toMatchObject({ failures: 0, behind: 0, lastError: null });
  expect((await administrator.post("/api/ledger-readers/test.reader/retries")).status, "nothing to retry").toBe(404);
  expect(await world.facts("reader.retried")).toHaveLength(1);
  await own.stop();
});
