import { beforeAll, describe, expect, test } from "vitest";
import { type ReceptionVerb, transitionOf } from "../../src/modules/stations/lifecycle.ts";
import { type ListeningVerb, listeningRow } from "../../src/modules/stations/listening-lifecycle.ts";
import type { ListeningRelation, ReceptionRelation } from "../../src/modules/stations/terms.ts";
import { cast, contracts, everyone, nobodys, type Persona } from "../support/everyone.ts";
import { testHouse } from "../support/house.ts";
import { added, openStation } from "../support/station.ts";
import { organisationId } from "../world/organisations.ts";

const world = testHouse();
const { ask, caller } = everyone(world);

/** What each persona is to a reception at Zhuzhuang; anyone else may look at it, and no more. */
const onDuty: Readonly<Partial<Record<Persona, readonly ReceptionRelation[]>>> = {
  deputy: ["duty", "placed"],
  cosigner: ["placed"],
  office: ["station"],
  committee: ["station"],
  subdistrict_clerk: ["station"],
};

/** What each persona is to a session in which the transport office listens; for anyone else it does not exist. */
const listening: Readonly<Partial<Record<Persona, readonly ListeningRelation[]>>> = {
  deputy: ["placed"],
  cosigner: ["placed"],
  office: ["station"],
  committee: ["station"],
  subdistrict_clerk: ["station"],
  unit_clerk: ["unit"],
  unit_leader: ["unit"],
};

let [reception, session] = ["", ""];

beforeAll(async () => {
  const open = await openStation(world);
  const times = { stationId: open.stationId, day: "2023-10-10", fromTime: "09:00", toTime: "11:00" };
  const committee = caller("committee");
  const mobile = { ...times, kind: "mobile", place: "集市", mandateIds: [open.deputy] };
  reception = (await added(committee, "/api/receptions", mobile)).id;
  session = (await added(committee, "/api/listenings", { ...times, organId: organisationId("transport"), topic: "听取交通意见" })).id;
});

/** Hours cannot be guessed; a new day is asked for in so many words. */
const moved = { day: "2023-10-11", fromTime: "09:00", toTime: "11:00", note: "改期" };
const tries = (persona: Persona, contract: { method: string; path: string }, id: string) =>
  contract.path.endsWith("/reschedulings") ? caller(persona).post(contract.path.replace("{id}", id), moved) : ask(persona, contract, id);

const under = (prefix: string) => contracts.filter(({ access }) => access.startsWith(`verb:${prefix}.`));

describe("role × verb of a reception: everyone may look, only a relation lets him act", () => {
  for (const contract of under("receptions"))
    test(contract.path, async () => {
      const row = transitionOf(contract.access.slice("verb:receptions.".length) as ReceptionVerb);
      for (const persona of cast) {
        if (persona === "nobody") {
          expect((await tries(persona, contract, reception)).status).toBe(401);
          continue;
        }
        expect((await tries(persona, contract, nobodys)).status, `${persona}, no such reception`).toBe(404);
        const relations = onDuty[persona] ?? [];
        // Whoever is entitled is not asked to perform: his "yes" would change the reception for the next.
        if (row.by.some((relation) => relations.includes(relation))) continue;
        expect((await tries(persona, contract, reception)).status, persona).toBe(403);
      }
    });

  test("looking: the reception is there for everyone signed in", async () => {
    for (const persona of cast)
      expect((await caller(persona).get(`/api/receptions/${reception}`)).status, persona).toBe(persona === "nobody" ? 401 : 200);
  });
});

describe("role × verb of a listening session: a stranger gets 404, an insider without the right 403", () => {
  for (const contract of under("listening"))
    test(contract.path, async () => {
      const row = listeningRow(contract.access.slice("verb:listening.".length) as ListeningVerb);
      for (const persona of cast) {
        if (persona === "nobody") {
          expect((await tries(persona, contract, session)).status).toBe(401);
          continue;
        }
        expect((await tries(persona, contract, nobodys)).status, `${persona}, no such session`).toBe(404);
        const relations = listening[persona] ?? [];
        if (row.by.some((relation) => relations.includes(relation))) continue;
        expect((await tries(persona, contract, session)).status, persona).toBe(relations.length === 0 ? 404 : 403);
      }
    });

  test("looking: it is there for those concerned, and for no one else", async () => {
    for (const persona of cast)
      expect((await caller(persona).get(`/api/listenings/${session}`)).status, persona).toBe(
        persona === "nobody" ? 401 : listening[persona] ? 200 : 404,
      );
  });
});
