import { describe, expect, test } from "vitest";
import { may, offers, table, transitionOf, type VoiceVerb, voiceVerbs } from "./lifecycle.ts";
import { endStates, type VoiceRelation, voiceRelations, voiceStates } from "./terms.ts";
import { verbs } from "./verbs.ts";
import type { Voice } from "./voice.ts";

/** A voice that misses none of the conditions beyond state and person. */
const voiceIn = (status: Voice["status"], changes: Partial<Voice> = {}): Voice =>
  ({
    status,
    answers: [],
    clocks: [],
    joiners: 0,
    tries: 3,
    reachable: true,
    hasContact: true,
    reopened: false,
    ...nothingGrown,
    ...changes,
  }) as unknown as Voice;
const nothingGrown = { opinionId: null, suggestionId: null };

/** What the table says, told a second time by hand: who alone may do it. */
const onlyBy: Readonly<Record<VoiceVerb, readonly VoiceRelation[]>> = {
  direct: ["receiver", "station", "office"],
  join: ["receiver", "office"],
  separate: ["receiver", "office", "house"],
  answer_at_once: ["receiver", "station", "office", "addressed"],
  route: ["receiver", "office"],
  take_up: ["addressed"],
  put_back: ["taker"],
  hand_back: ["unit"],
  report_progress: ["unit", "taker"],
  extend: ["unit"],
  answer: ["unit", "taker"],
  urge: ["receiver", "office"],
  try_visit: ["visitor"],
  revisit: ["visitor"],
  appraise: ["voter"],
  end_unreached: ["visitor"],
  end_unheard: ["house"],
  add_words: ["voter", "receiver", "station"],
  reopen: ["voter"],
  become_opinion: ["addressed", "taker"],
  become_suggestion: ["addressed", "taker"],
  propose_project: ["receiver", "office"],
  propose_lead: ["receiver", "office"],
  conclude: ["receiver", "office"],
  follow_end: ["house"],
  withdraw: ["voter"],
  correct: ["receiver", "station", "office"],
  clear_public: ["receiver", "office"],
  open_contact: ["receiver", "station", "office", "trusted"],
};

/** The one condition that only an unreachable speaker meets. */
const fitting = (verb: VoiceVerb): Partial<Voice> => (verb === "end_unheard" ? { reachable: false } : {});

describe("the life cycle of a voice", () => {
  for (const verb of voiceVerbs)
    test(`${verb}: every state × relation answers as the table says`, () => {
      const row = transitionOf(verb);
      let allowed = 0;
      for (const status of voiceStates)
        for (const relation of voiceRelations) {
          const refusal = may(voiceIn(status, fitting(verb)), verb, [relation]);
          const kind = !onlyBy[verb].includes(relation) ? "forbidden" : !row.from.includes(status) ? "conflict" : undefined;
          expect(refusal?.refused, `${status} ${relation}`).toBe(kind);
          if (refusal) for (const reason of refusal.reasons) expect(reason.source).toBe(row.source);
          else allowed++;
        }
      expect(allowed).toBe(row.from.length * onlyBy[verb].length);
    });

  test("what is offered is what may happen, and nothing else", () => {
    for (const status of voiceStates)
      for (const relation of voiceRelations) {
        const { can } = offers(voiceIn(status), [relation]);
        expect(can).toEqual(voiceVerbs.filter((verb) => !may(voiceIn(status), verb, [relation])));
      }
  });

  test("a stranger may do nothing, in any state", () => {
    for (const status of voiceStates) expect(offers(voiceIn(status), []).can).toEqual([]);
  });

  test.each([
    ["join", { status: "received", joiners: 1 }, "receiver", "voice.need.nobody_joined"],
    ["end_unreached", { status: "answered", tries: 2 }, "visitor", "voice.need.three_tries"],
    ["end_unheard", { status: "answered", reachable: true }, "house", "voice.need.nobody_to_ask"],
    ["reopen", { status: "closed", reopened: true }, "voter", "voice.need.not_reopened"],
    ["open_contact", { status: "received", hasContact: false }, "receiver", "voice.need.contact"],
    ["conclude", { status: "escalated", opinionId: "o" }, "office", "voice.need.nothing_to_follow"],
    ["extend", { status: "handling", clocks: [{ stoppedOn: null, extension: {} }] }, "unit", "voice.need.not_extended"],
  ] as const)("%s is refused with its own reason while a condition is missing", (verb, { status, ...lacking }, relation, code) => {
    const refusal = may(voiceIn(status, lacking as Partial<Voice>), verb, [relation]);
    expect(refusal).toMatchObject({ refused: "conflict", reasons: [{ code }] });
  });

  test("every verb has an input, an address of its own and a rule it stands on; every state can be reached and left but the last", () => {
    expect(Object.keys(verbs).sort()).toEqual([...voiceVerbs].sort());
    expect(new Set(voiceVerbs.map((verb) => transitionOf(verb).path)).size).toBe(voiceVerbs.length);
    for (const verb of voiceVerbs) expect(transitionOf(verb).source).toMatch(/^(domain §|mission )/);
    const rows = Object.values(table) as { from: readonly string[]; to?: readonly string[] }[];
    const reached = new Set(["received", ...rows.flatMap((row) => row.to ?? [])]);
    expect(voiceStates.filter((state) => !reached.has(state))).toEqual([]);
    const ends = voiceStates.filter((state) => !rows.some((row) => row.to && row.from.includes(state)));
    // Closed can still be reopened once.
    expect([...ends, "closed"].sort()).toEqual([...endStates].sort());
  });
});
