import { describe, expect, test } from "vitest";
import { may, type OpinionVerb, offers, opinionVerbs, table, transitionOf } from "./lifecycle.ts";
import type { Opinion } from "./opinion.ts";
import { type OpinionRelation, opinionRelations, opinionStates } from "./terms.ts";
import { verbs } from "./verbs.ts";

const opinionIn = (status: Opinion["status"]): Opinion => ({ status, results: [], clocks: [] }) as unknown as Opinion;

/** What the table says, told a second time by hand: who alone may do it. */
const onlyBy: Readonly<Record<OpinionVerb, readonly OpinionRelation[]>> = {
  resubmit: ["deputy"],
  withdraw: ["deputy"],
  return: ["receiver", "office"],
  decline: ["receiver", "office"],
  assign: ["receiver", "office"],
  hand_back: ["unit"],
  report_progress: ["unit"],
  supervise: ["receiver", "office"],
  urge: ["receiver", "office"],
  answer: ["unit"],
  appraise: ["deputy"],
  lapse_appraisal: ["house"],
  upgrade: ["deputy"],
  conclude_upgrade: ["house"],
};

describe("the life cycle of an opinion", () => {
  for (const verb of opinionVerbs)
    test(`${verb}: every state × relation answers as the table says`, () => {
      const row = transitionOf(verb);
      let allowed = 0;
      for (const status of opinionStates)
        for (const relation of opinionRelations) {
          const refusal = may(opinionIn(status), verb, [relation]);
          const kind = !onlyBy[verb].includes(relation) ? "forbidden" : !row.from.includes(status) ? "conflict" : undefined;
          expect(refusal?.refused, `${status} ${relation}`).toBe(kind);
          if (refusal) for (const reason of refusal.reasons) expect(reason.source).toBe(row.source);
          else allowed++;
        }
      expect(allowed).toBe(row.from.length * onlyBy[verb].length);
    });

  test("what is offered is what may happen, and nothing else", () => {
    for (const status of opinionStates)
      for (const relation of opinionRelations) {
        const { can } = offers(opinionIn(status), [relation]);
        expect(can).toEqual(opinionVerbs.filter((verb) => !may(opinionIn(status), verb, [relation])));
      }
  });

  test("a stranger may do nothing, in any state", () => {
    for (const status of opinionStates) expect(offers(opinionIn(status), []).can).toEqual([]);
  });

  test("every verb has an input, an address of its own and a rule it stands on; every state can be reached and left but the last", () => {
    expect(Object.keys(verbs).sort()).toEqual([...opinionVerbs].sort());
    expect(new Set(opinionVerbs.map((verb) => transitionOf(verb).path)).size).toBe(opinionVerbs.length);
    for (const verb of opinionVerbs) expect(transitionOf(verb).source).toMatch(/^(SEED|R\d)/);
    const rows = Object.values(table) as { from: readonly string[]; to?: readonly string[] }[];
    const reached = new Set(["submitted", ...rows.flatMap((row) => row.to ?? [])]);
    expect(opinionStates.filter((state) => !reached.has(state))).toEqual([]);
    const ends = opinionStates.filter((state) => !rows.some((row) => row.from.includes(state)));
    expect(ends).toEqual(["declined", "closed", "withdrawn"]);
  });
});
