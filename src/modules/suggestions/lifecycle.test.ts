import { describe, expect, test } from "vitest";
import type { DateISO } from "../../platform/clock/instant.ts";
import type { Case, Part } from "./case.ts";
import { may, transitionOf, type VerbName, verbNames } from "./lifecycle.ts";
import { type CaseState, caseStates, type PartRole, type PartState, partRoles, partStates, type Relation, relations } from "./terms.ts";
import { verbs } from "./verbs.ts";

/** A case in a state in which every condition beyond state and person holds or fails as it may. */
const caseIn = (status: CaseState): Case =>
  ({
    status,
    round: 1,
    escalatedRound: 0,
    key: false,
    signers: [],
    parts: [],
    contacts: [],
    replies: [],
    commitments: [],
    feedbacks: [],
    requests: [],
    papers: [],
    supervisions: [],
    escalations: [],
    mergedLeads: [],
    clocks: [],
  }) as unknown as Case;
const partIn = (role: PartRole, status: PartState): Part => ({ id: "p", role, status, handbackRefused: false }) as Part;

const parts: (Part | undefined)[] = [undefined, ...partRoles.flatMap((role) => partStates.map((status) => partIn(role, status)))];

/** What the table says, told a second time by hand for the verbs that matter most: who alone may do them. */
const onlyBy: Partial<Record<VerbName, readonly Relation[]>> = {
  submit: ["lead"],
  accept: ["reviewer"],
  assign: ["reviewer"],
  forward: ["forwarder"],
  sign_reply: ["unit_leader"],
  appraise: ["lead", "merged_lead"],
  close: ["reviewer"],
  strike_off: ["reviewer"],
  lapse_appraisal: ["house"],
};

describe("the life cycle of a suggestion", () => {
  for (const verb of verbNames)
    test(`${verb}: every state × relation × part answers as the table says`, () => {
      const row = transitionOf(verb);
      let allowed = 0;
      for (const status of caseStates)
        for (const relation of relations)
          for (const part of parts) {
            const refusal = may(caseIn(status), verb, { relations: [relation], part, today: "2023-09-22" as DateISO });
            const byPerson =
              row.by.includes(relation) &&
              (!row.part || !row.from.includes(status) || (part !== undefined && row.part.roles.includes(part.role)));
            const byState = row.from.includes(status) && (!row.part || (part !== undefined && row.part.from.includes(part.status)));
            const kind =
              !row.by.includes(relation) || (row.from.includes(status) && !byPerson) ? "forbidden" : !byState ? "conflict" : undefined;
            if (kind) expect(refusal?.refused, `${status} ${relation} ${part?.role} ${part?.status}`).toBe(kind);
            // What remains can only be refused for a condition that the table names.
            else if (refusal) expect([...(row.needs ?? []), ...(row.partNeeds ?? [])].length).toBeGreaterThan(0);
            if (!refusal) allowed++;
            if (refusal) expect(refusal.reasons.every((reason) => reason.source || reason.code)).toBe(true);
          }
      if (!row.needs && !row.partNeeds) expect(allowed).toBeGreaterThan(0);
    });

  test("nobody else may do what belongs to one", () => {
    for (const [verb, by] of Object.entries(onlyBy)) expect(transitionOf(verb as VerbName).by, verb).toEqual(by);
  });

  test("every state can be reached, and only final states have no way on", () => {
    const reached = new Set<CaseState>(["draft"]);
    for (let grew = true; grew; ) {
      grew = false;
      for (const verb of verbNames) {
        const { from, to = [] } = transitionOf(verb);
        if (from.some((state) => reached.has(state))) for (const next of to) if (!reached.has(next)) grew = Boolean(reached.add(next));
      }
    }
    expect([...reached].sort()).toEqual([...caseStates].sort());
    const final = caseStates.filter(
      (state) =>
        !verbNames.some((verb) => transitionOf(verb).from.includes(state) && transitionOf(verb).to?.some((next) => next !== state)),
    );
    expect(final.sort()).toEqual(["archived", "letter", "merged", "withdrawn"]);
  });

  test("every verb has an input, an address of its own and a rule it stands on", () => {
    expect(Object.keys(verbs).sort()).toEqual([...verbNames].sort());
    expect(new Set(verbNames.map((verb) => transitionOf(verb).path)).size).toBe(verbNames.length);
    for (const verb of verbNames) expect(transitionOf(verb).source).toMatch(/^(DL|R\d|domain)/);
  });
});
