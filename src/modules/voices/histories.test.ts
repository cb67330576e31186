import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateISO, momentOn, shift } from "../../platform/clock/instant.ts";
import type { Step } from "../../platform/lifecycle/evidence.ts";
import { isRefusal } from "../../platform/refusal.ts";
import { clocksUnder, statuteOf } from "../calendar/index.ts";
import { awaitedIn } from "./awaited.ts";
import { may, transitionOf, type VoiceVerb, voiceVerbs } from "./lifecycle.ts";
import { begun, play } from "./play.ts";
import { voiceRules } from "./rule-definitions.ts";
import { endStates, spokenGrades, voiceRelations, voiceStates } from "./terms.ts";
import type { Voice } from "./voice.ts";

const uuid = (number: number): string => `00000000-0000-7000-a000-${String(number).padStart(12, "0")}`;
const note = "按规定办理，情况属实";

const scene = fc.record({
  pick: fc.nat(100_000),
  days: fc.nat(9),
  grade: fc.constantFrom(...spokenGrades),
  unit: fc.nat(2),
  solved: fc.boolean(),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

function inputFor(verb: VoiceVerb, { grade, unit, solved, pick }: Scene): unknown {
  const inputs: Partial<Record<VoiceVerb, unknown>> = {
    direct: { way: pick % 7 === 0 ? "nowhere" : "court", note: null },
    join: { voiceId: uuid(20 + (pick % 3)), note: null },
    answer_at_once: { answer: "当场已经说明政策和办法", solved },
    answer: { answer: "已经整修硬化，可以通行", solved },
    route: { unitId: uuid(3 + unit), limit: null, shareContact: solved, note: null },
    correct: { category: "water", place: null, urgent: solved },
    extend: { amount: 1 + (pick % 30), note },
    try_visit: { way: "phone", note: null },
    revisit: { grade, reasons: note, way: "visit" },
    appraise: { grade, reasons: note },
    reopen: { reasons: "又坏了" },
    add_words: { words: "昨天又下雨了" },
    become_opinion: { opinionId: uuid(70) },
    become_suggestion: { suggestionId: uuid(71) },
    conclude: { answer: "已列入明年项目", solved },
    follow_end: { outcome: "suggestion.closed", solved },
    clear_public: { publicWords: solved ? "村内道路破损" : null },
  };
  return inputs[verb] ?? { note };
}

const seldom: readonly VoiceVerb[] = [
  "withdraw",
  "direct",
  "join",
  "become_opinion",
  "become_suggestion",
  "propose_lead",
  "propose_project",
];

/** A verb that is possible now, what ends the matter early more seldom; sometimes any verb at all. */
function pickVerb(of: Voice, pick: number): VoiceVerb {
  const possible = voiceVerbs.filter((verb) => !may(of, verb, voiceRelations));
  const usual = pick % 5 === 0 ? possible : possible.filter((verb) => !seldom.includes(verb));
  const choice = pick % 11 === 0 || usual.length === 0 ? voiceVerbs : usual;
  return choice[pick % choice.length]!;
}

interface Told {
  readonly before: Voice;
  readonly verb: VoiceVerb;
  readonly after: Voice;
}

function run(scenes: readonly Scene[], look: (told: Told) => void): { of: Voice; steps: Step[] } {
  const statute = statuteOf({}, voiceRules, []);
  let [ids, day] = [100, "2023-01-09" as DateISO];
  // The third organisation is no unit that can handle anything.
  const organisation = (id: string) => ({ kind: "department" as const, dissolved: false, handles: id !== uuid(5) });
  // Of the other voices one is still on its way, one has ended, one belongs to another receiver.
  const others = [
    { id: uuid(20), status: "handling" as const, receiverId: uuid(9) },
    { id: uuid(21), status: "closed" as const, receiverId: uuid(9) },
    { id: uuid(22), status: "handling" as const, receiverId: uuid(8) },
  ];
  const voice = (id: string) => others.find((one) => one.id === id);
  const stage = { district: "340602", statute, clocks: clocksUnder(statute), newId: () => uuid(ids++), organisation, voice };
  const doer = { account: uuid(1), person: uuid(2), actingFor: null, mandateId: uuid(11), relations: voiceRelations };
  const first = begun(
    stage,
    {
      ...{ id: uuid(10), channel: "reception", stationId: null, receptionId: null, mandateId: uuid(11), enteredBy: uuid(2) },
      ...{ words: "村里的路坏了好几年", category: "roads", areaId: uuid(8), place: null, longitude: null, latitude: null },
      ...{ urgent: scenes.length % 2 === 0, receiverId: uuid(9), spokenAt: momentOn(day), externalId: null, number: 7 },
      ...{ reachable: scenes.length % 3 > 0, hasContact: scenes.length % 3 > 0 },
    },
    doer,
    momentOn(day),
  );
  let of = first.after;
  const steps: Step[] = [first.step];
  for (const one of scenes) {
    day = shift(day, one.days);
    const verb = pickVerb(of, one.pick);
    const played = play(stage, of, verb, inputFor(verb, one), doer, momentOn(day, 9 * 60));
    if (isRefusal(played)) continue;
    look({ before: of, verb, after: played.after });
    steps.push(played.step);
    of = played.after;
  }
  return { of, steps };
}

const some = fc.array(scene, { minLength: 10, maxLength: 60 });
const ended = ({ status }: Voice) => endStates.some((state) => state === status);

describe("random histories of voices", () => {
  test("never leave the table, and the steps alone tell the state", () => {
    fc.assert(
      fc.property(some, (scenes) => {
        const { of, steps } = run(scenes, ({ before, verb, after }) => {
          const row = transitionOf(verb);
          expect(row.from).toContain(before.status);
          if (after.status !== before.status) expect(row.to ?? []).toContain(after.status);
        });
        expect(steps.at(-1)?.toStatus).toBe(of.status);
        expect(of.version).toBe(steps.length);
        for (const [index, step] of steps.entries()) {
          expect(step.position).toBe(index + 1);
          if (index > 0) expect(step.fromStatus).toBe(steps[index - 1]?.toStatus);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("ended means ended: a day, a kind of ending, no running clock, nothing to do for anyone", () => {
    fc.assert(
      fc.property(some, (scenes) => {
        run(scenes, ({ after }) => {
          expect(ended(after)).toBe(after.closedAt !== null);
          expect(ended(after)).toBe(after.ending !== null);
          expect(after.status === "joined").toBe(after.joinedTo !== null);
          if (after.status === "handling") expect(after.unitId).not.toBeNull();
          if (after.status === "taken_up") expect(after.takerId).not.toBeNull();
          if (!ended(after) && after.status !== "joined") return;
          expect(after.clocks.filter((clock) => clock.stoppedOn === null)).toEqual([]);
          expect(awaitedIn(after)).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("whatever is on its way stands on somebody's to-do list, within a running limit, until it has grown into something else", () => {
    fc.assert(
      fc.property(some, (scenes) => {
        run(scenes, ({ after }) => {
          const grown = after.opinionId !== null || after.suggestionId !== null;
          if (ended(after) || after.status === "joined" || (after.status === "escalated" && grown)) return;
          const waiting = awaitedIn(after);
          expect(waiting.length).toBeGreaterThan(0);
          if (after.status !== "escalated") for (const one of waiting) expect(one.clockId).not.toBeNull();
        });
      }),
      { numRuns: 300 },
    );
  });

  test("silence is no grade, unreachable is never satisfied, and dissatisfaction comes back at most as often as the rule says", () => {
    fc.assert(
      fc.property(some, (scenes) => {
        run(scenes, ({ before, verb, after }) => {
          const judged = after.answers.find((answer) => answer.round === before.round);
          if (verb === "end_unheard") expect([judged?.grade, after.ending]).toEqual([null, "unheard"]);
          if (verb === "end_unreached") {
            expect(before.tries).toBeGreaterThanOrEqual(3);
            expect([judged?.grade, after.ending]).toEqual(["UNREACHABLE", "unreachable"]);
          }
          if (after.round > before.round && verb !== "reopen") expect(judged?.grade).toBe("DISSATISFIED");
          expect(after.round).toBeLessThanOrEqual(after.reopened ? 3 : 2);
          for (const answer of after.answers) expect(answer.grade === null).toBe(answer.gradedAt === null);
          if (before.reopened) expect(after.reopened).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("facts and steps hold no words of a voter", () => {
    fc.assert(
      fc.property(some, (scenes) => {
        const { steps } = run(scenes, () => {});
        expect(JSON.stringify(steps.map(({ data }) => data))).not.toMatch(/村里的路|昨天又下雨|又坏了|村内道路/);
      }),
      { numRuns: 50 },
    );
  });

  test("reach every state and perform every verb", () => {
    const [states, done] = [new Set<string>(["received"]), new Set<string>()];
    for (const scenes of fc.sample(some, { numRuns: 1500, seed: 7 }))
      run(scenes, ({ verb, after }) => {
        states.add(after.status);
        done.add(verb);
      });
    expect(voiceVerbs.filter((verb) => !done.has(verb))).toEqual([]);
    expect(voiceStates.filter((state) => !states.has(state))).toEqual([]);
  });
});
