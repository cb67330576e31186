import { beforeAll, describe, expect, test } from "vitest";
import { type PlanVerb, planRow } from "../../src/modules/activities/plan-lifecycle.ts";
import type { PlanRelation } from "../../src/modules/activities/terms.ts";
import { cast, contracts, everyone, nobodys, type Persona } from "../support/everyone.ts";
import { testHouse } from "../support/house.ts";
import { begunPlan, publishedPlan } from "../support/plan.ts";

const world = testHouse();
const { ask, caller } = everyone(world);

/** What each persona is to a plan of the deputy's group; anyone else sees what is public, and no more. */
const standing: Readonly<Partial<Record<Persona, readonly PlanRelation[]>>> = {
  deputy: ["group", "drafter"],
  committee: ["reviewer"],
  office: ["office"],
};

let [shown, hidden] = ["", ""];
beforeAll(async () => {
  shown = (await publishedPlan(world)).id;
  hidden = (await begunPlan(world, { year: 2024 })).id;
});

describe("role × verb of a yearly plan: a stranger gets 404 where nothing is public, everyone without the right 403", () => {
  for (const contract of contracts.filter(({ access }) => access.startsWith("verb:activity_plans.")))
    test(contract.path, async () => {
      const row = planRow(contract.access.slice("verb:activity_plans.".length) as PlanVerb);
      for (const persona of cast) {
        if (persona === "nobody") {
          expect((await ask(persona, contract, shown)).status).toBe(401);
          continue;
        }
        expect((await ask(persona, contract, nobodys)).status, `${persona}, no such plan`).toBe(404);
        const relations = standing[persona] ?? [];
        // Whoever is entitled is not asked to perform: his "yes" would change the plan for the next.
        if (row.by.some((relation) => relations.includes(relation))) continue;
        expect((await ask(persona, contract, shown)).status, persona).toBe(403);
        expect((await ask(persona, contract, hidden)).status, `${persona}, nothing public`).toBe(relations.length > 0 ? 403 : 404);
      }
    });

  test("looking: what is public is there for everyone signed in, the rest for those concerned", async () => {
    for (const persona of cast) {
      const statuses = [];
      for (const id of [shown, hidden]) statuses.push((await caller(persona).get(`/api/activity-plans/${id}`)).status);
      expect(statuses, persona).toEqual(persona === "nobody" ? [401, 401] : [200, standing[persona] ? 200 : 404]);
    }
  });
});
