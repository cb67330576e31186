import { sql } from "kysely";
import { expect, test } from "vitest";
import { forgetSignIns } from "../../src/modules/identity/server/retention.ts";
import type { Instant } from "../../src/platform/clock/instant.ts";
import { forgetAnswers } from "../../src/platform/http/idempotency.ts";
import { sweepOnce } from "../../src/platform/jobs/sweeps.ts";
import { testHouse } from "../support/house.ts";
import { mandateOf, paper } from "../support/suggestion.ts";

const world = testHouse();
const count = async (table: string): Promise<number> =>
  (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(world.database.read)).rows[0]?.count ?? 0;

test("answers kept for repetition are forgotten after a day, and old sign-ins after a year", async () => {
  const deputy = await world.as("deputy");
  await deputy.post("/api/suggestions", { ...paper, mandateId: await mandateOf(deputy) }, { "idempotency-key": "once" });
  await sql`insert into sign_in_attempt (id, at, address, outcome) values (gen_random_uuid(), now() - interval '13 months', '127.0.0.1', 'failed'), (gen_random_uuid(), now(), '127.0.0.1', 'failed')`.execute(
    world.database.read,
  );
  await sweepOnce(world.database, [forgetAnswers, forgetSignIns], "2023-09-22T12:00:00.000Z" as Instant);
  expect([await count("idempotency"), await count("signInAttempt")]).toEqual([1, 1]);
  await sweepOnce(world.database, [forgetAnswers], "2023-09-24T12:00:00.000Z" as Instant);
  expect(await count("idempotency")).toBe(0);
  expect((await deputy.get("/api/me")).status).toBe(200);
});
