import { beforeAll, describe, expect, test } from "vitest";
import { type OpinionVerb, transitionOf } from "../../src/modules/opinions/lifecycle.ts";
import type { OpinionRelation } from "../../src/modules/opinions/terms.ts";
import { cast, contracts, everyone, nobodys, type Persona } from "../support/everyone.ts";
import { testHouse } from "../support/house.ts";
import { mandateOf } from "../support/suggestion.ts";
import { organisationId } from "../world/organisations.ts";
import { areas } from "../world/places.ts";

const world = testHouse();
const { ask, caller } = everyone(world);

/** What each persona is to an opinion from Zhuzhuang that the sub-district handles; everyone else is a stranger. */
const standing: Readonly<Partial<Record<Persona, readonly OpinionRelation[]>>> = {
  deputy: ["deputy"],
  committee: ["receiver"],
  office: ["office"],
  subdistrict_clerk: ["unit"],
};

let handled = "";

beforeAll(async () => {
  const areaId = areas.find((area) => area.name === "朱庄社区")?.id;
  const paper = { title: "村内道路破损", content: "村内道路破损，雨天积水，出行不便", category: "roads", areaId };
  const raised = await caller("deputy").post("/api/opinions", { ...paper, mandateId: await mandateOf(caller("deputy")) });
  handled = raised.body.id;
  const assigned = await caller("committee").post(`/api/opinions/${handled}/assignments`, { unitId: organisationId("kuangshanji_office") });
  expect(assigned.status).toBe(201);
});

const isVerb = ({ access }: { access: string }) => access.startsWith("verb:opinions.") && access !== "verb:opinions.raise";

describe("role × verb × owner of opinions: a stranger gets 404, an insider without the right 403", () => {
  for (const contract of contracts.filter(isVerb))
    test(contract.path, async () => {
      const row = transitionOf(contract.access.slice("verb:opinions.".length) as OpinionVerb);
      for (const persona of cast) {
        if (persona === "nobody") {
          expect((await ask(persona, contract, handled)).status).toBe(401);
          continue;
        }
        expect((await ask(persona, contract, nobodys)).status, `${persona}, no such opinion`).toBe(404);
        const relations = standing[persona] ?? [];
        // Whoever is entitled is not asked to perform: his "yes" would change the opinion for the next.
        if (row.by.some((relation) => relations.includes(relation))) continue;
        expect((await ask(persona, contract, handled)).status, persona).toBe(relations.length === 0 ? 404 : 403);
      }
    });

  test("whoever is entitled is told of the state or of what is typed, never of his right", async () => {
    for (const contract of contracts.filter(isVerb)) {
      const row = transitionOf(contract.access.slice("verb:opinions.".length) as OpinionVerb);
      if (row.from.includes("handling")) continue;
      for (const [persona, relations] of Object.entries(standing))
        if (row.by.some((relation) => relations.includes(relation)))
          expect([409, 422], `${persona} ${contract.path}`).toContain((await ask(persona as Persona, contract, handled)).status);
    }
  });

  test("raising belongs to deputies whose mandate is in force", async () => {
    for (const persona of cast) {
      const { status } = await ask(persona, { method: "post", path: "/api/opinions" }, nobodys);
      if (persona === "nobody") expect(status).toBe(401);
      else if (/deputy|cosigner/.test(persona)) expect(status, persona).toBe(422);
      else expect(status, persona).toBe(403);
    }
  });
});

test("reading: the opinion is there for those concerned, in lists too, and for no one else", async () => {
  for (const persona of cast) {
    const { status } = await caller(persona).get(`/api/opinions/${handled}`);
    expect(status, persona).toBe(persona === "nobody" ? 401 : standing[persona] ? 200 : 404);
    if (persona === "nobody") continue;
    const listed = (await caller(persona).get("/api/opinions")).body.items.map((line: { id: string }) => line.id);
    expect(listed.includes(handled), persona).toBe(standing[persona] !== undefined);
  }
});
