import { beforeAll, describe, expect, test } from "vitest";
import { transitionOf, type VerbName } from "../../src/modules/suggestions/lifecycle.ts";
import type { Relation } from "../../src/modules/suggestions/terms.ts";
import { cast, contracts, everyone, nobodys, type Persona } from "../support/everyone.ts";
import { testHouse } from "../support/house.ts";
import { begin, mandateOf, toWork } from "../support/suggestion.ts";

const world = testHouse();
const { ask, caller } = everyone(world);

/** Who carries which duty, told by hand beside the code that decides it. */
const duties: Readonly<Record<string, readonly Persona[]>> = {
  "identity.keep": ["office", "administrator"],
  "identity.look_up": [
    "deputy",
    "cosigner",
    "peer_deputy",
    "town_deputy",
    "office",
    "government",
    "unit_clerk",
    "unit_leader",
    "co_clerk",
    "presidium",
    "committee",
    "subdistrict_clerk",
    "administrator",
  ],
  "accounts.keep": ["administrator"],
  "rules.keep": ["office", "administrator"],
  "campaigns.keep": ["office"],
  "stations.keep": ["office", "presidium", "committee"],
  "reply_templates.keep": ["government", "unit_clerk", "unit_leader", "co_clerk", "subdistrict_clerk"],
  "interfaces.keep": ["administrator"],
  "house.watch": ["administrator"],
  "statistics.units": ["office", "government", "unit_clerk", "unit_leader", "co_clerk", "subdistrict_clerk"],
};

/** What each persona is to a case at work: the deputies', the offices', the unit's; everyone else is a stranger. */
const standing: Readonly<Partial<Record<Persona, readonly Relation[]>>> = {
  deputy: ["lead"],
  cosigner: ["cosigner", "peer"],
  peer_deputy: ["peer"],
  office: ["reviewer"],
  government: ["forwarder"],
  unit_clerk: ["unit_officer"],
  unit_leader: ["unit_officer", "unit_leader"],
};

/** Calling these would end the sessions that the test lives by. */
const suicidal = new Set(["sign_out", "sign_in", "make_first_administrator", "sign_in_as_persona", "move_today"]);

let atWork = "";
beforeAll(async () => {
  const way = await begin(world);
  await way.does("deputy", "invitations", { mandateIds: [await mandateOf(caller("cosigner"))] });
  await way.does("cosigner", "cosignatures", { agrees: true });
  await toWork(way);
  atWork = way.id;
});

describe("role × endpoint: 401 without a session, 403 without the duty, and neither with it", () => {
  for (const contract of contracts.filter(({ name, access }) => !suicidal.has(name) && !access.startsWith("verb:")))
    test(`${contract.method} ${contract.path} (${contract.access})`, async () => {
      for (const persona of cast) {
        // A duty is asked for before the body is read: one is enough.
        const { status } = await ask(persona, contract, nobodys, 1);
        const duty = contract.access.startsWith("duty:") ? contract.access.slice(5) : undefined;
        if (contract.access === "public") expect([401, 403], persona).not.toContain(status);
        else if (persona === "nobody") expect(status).toBe(401);
        else if (duty && !duties[duty]?.includes(persona)) expect(status, persona).toBe(403);
        else expect([401, 403], persona).not.toContain(status);
      }
    });

  test("every duty that an endpoint names is told here", () => {
    const named = new Set(contracts.flatMap(({ access }) => (access.startsWith("duty:") ? [access.slice(5)] : [])));
    for (const duty of named) expect(Object.keys(duties)).toContain(duty);
  });
});

describe("role × verb × owner: a stranger gets 404, an insider without the right 403", () => {
  const verbs = contracts.filter(({ access }) => access.startsWith("verb:suggestions.") && access !== "verb:suggestions.draft");
  for (const contract of verbs)
    test(`${contract.path}`, async () => {
      const row = transitionOf(contract.access.slice("verb:suggestions.".length) as VerbName);
      for (const persona of cast) {
        if (persona === "nobody") {
          expect((await ask(persona, contract, atWork)).status).toBe(401);
          continue;
        }
        expect((await ask(persona, contract, nobodys)).status, `${persona}, no such case`).toBe(404);
        const relations = standing[persona] ?? [];
        const entitled =
          row.by.some((relation) => relations.includes(relation)) &&
          (!row.part || !row.from.includes("handling") || row.part.roles.includes("LEAD"));
        // Whoever is entitled is not asked to perform: his "yes" would change the case for the next.
        if (entitled) continue;
        expect((await ask(persona, contract, atWork)).status, persona).toBe(relations.length === 0 ? 404 : 403);
      }
    });

  test("drafting belongs to deputies whose mandate is in force", async () => {
    const draft = { method: "post", path: "/api/suggestions" };
    for (const persona of cast) {
      const { status } = await ask(persona, draft, nobodys);
      if (persona === "nobody") expect(status).toBe(401);
      else if (/deputy|cosigner/.test(persona)) expect(status, persona).toBe(422);
      else expect(status, persona).toBe(403);
    }
  });
});

test("reading: the case is there for those concerned, and for no one else", async () => {
  for (const persona of cast) {
    const { status } = await caller(persona).get(`/api/suggestions/${atWork}`);
    expect(status, persona).toBe(persona === "nobody" ? 401 : standing[persona] ? 200 : 404);
  }
});
