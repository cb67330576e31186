import { expect, inject, test } from "vitest";
import { house, nothing } from "../../src/app.ts";
import { clockStartingAt, still } from "../../src/platform/clock/clock.ts";
import { momentOn } from "../../src/platform/clock/instant.ts";
import type { Database } from "../../src/platform/db/database.ts";
import { openMemory, openServer } from "../../src/platform/db/open.ts";
import { worldToday } from "../world/load.ts";
import "../support/provided.ts";

const impatient = (): Database | Promise<Database> =>
  inject("engine") === "server" ? openServer(inject("server"), 1, 100) : openMemory(undefined, 100);

test("whoever waits too long for a connection is told to try again, and nothing is called broken", async () => {
  const database = await impatient();
  const home = house(database, clockStartingAt(momentOn(worldToday, 9 * 60), still), nothing);
  await home.pump.stop();
  const answer = await database.write(async () => home.web.request("/api/public/voices", { method: "POST", headers: json, body: spoken }));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await answer.json()).toMatchObject({ code: "problem.overloaded", detail: expect.stringContaining("再试") });
  await home.close();
  await database.close();
});

const json = { "content-type": "application/json", "accept-language": "zh-CN" };
const spoken = JSON.stringify({ submission: "018f0000-0000-7000-8000-000000000001", words: "路灯不亮，晚上出门不方便", category: "roads" });
