import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateISO, momentOn, shift } from "../../platform/clock/instant.ts";
import type { Step } from "../../platform/lifecycle/evidence.ts";
import { figureShelf } from "../../platform/lifecycle/figured.ts";
import { isRefusal } from "../../platform/refusal.ts";
import { clocksUnder, statuteOf } from "../calendar/index.ts";
import type { Person } from "../identity/index.ts";
import { standingOf } from "./access.ts";
import { figuresBy } from "./figures.ts";
import { may, type OpinionVerb, opinionVerbs, transitionOf } from "./lifecycle.ts";
import type { Opinion } from "./opinion.ts";
import { begun, play } from "./play.ts";
import { opinionRules } from "./rule-definitions.ts";
import { districtBook, officeBook, sightShelf, talliedIn } from "./tallied.ts";
import { opinionGrades, opinionRelations, opinionStates } from "./terms.ts";

const uuid = (number: number): string => `00000000-0000-7000-a000-${String(number).padStart(12, "0")}`;
const note = "按规定办理，情况属实";

const scene = fc.record({
  pick: fc.nat(100_000),
  days: fc.nat(9),
  grade: fc.constantFrom(...opinionGrades),
  unit: fc.nat(2),
  solved: fc.boolean(),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

function inputFor(verb: OpinionVerb, { grade, unit, solved }: Scene): unknown {
  const inputs: Partial<Record<OpinionVerb, unknown>> = {
    resubmit: { title: "村内道路破损", content: "补充：涉及六个村、九百余户", category: "roads" },
    assign: { unitId: uuid(3 + unit), note: null },
    answer: { answer: "已经整修硬化，可以通行", solved, cost: 1000, households: 3, people: 9 },
    appraise: { grade, reasons: note },
    upgrade: { suggestionId: uuid(70) },
    conclude_upgrade: { outcome: "suggestion.closed" },
    lapse_appraisal: {},
  };
  return inputs[verb] ?? { note };
}

const seldom: readonly OpinionVerb[] = ["withdraw", "decline", "upgrade", "return", "hand_back"];

/** A verb that is possible now, what ends the matter early more seldom; sometimes any verb at all. */
function pickVerb(of: Opinion, pick: number): OpinionVerb {
  const possible = opinionVerbs.filter((verb) => !may(of, verb, opinionRelations));
  const usual = pick % 5 === 0 ? possible : possible.filter((verb) => !seldom.includes(verb));
  const choice = pick % 11 === 0 || usual.length === 0 ? opinionVerbs : usual;
  return choice[pick % choice.length]!;
}

interface Told {
  readonly before: Opinion;
  readonly verb: OpinionVerb;
  readonly after: Opinion;
  readonly today: DateISO;
}

function run(scenes: readonly Scene[], look: (told: Told) => void): { of: Opinion; steps: Step[] } {
  const statute = statuteOf({}, opinionRules, []);
  let [ids, day] = [100, "2023-01-09" as DateISO];
  // The third organisation is no unit that can handle anything.
  const organisation = (id: string) => ({ kind: "department" as const, dissolved: false, handles: id !== uuid(5) });
  const stage = { district: "340602", statute, clocks: clocksUnder(statute), newId: () => uuid(ids++), nextNumber: 7, organisation };
  const doer = { account: uuid(1), person: uuid(2), actingFor: null, relations: opinionRelations };
  const paper = { title: "村内道路破损", content: "村内道路破损，出行不便", category: "roads", areaId: uuid(8), receiverId: uuid(9) };
  const first = begun(stage, { ...paper, id: uuid(10), mandateId: uuid(11), campaignId: null }, doer, momentOn(day));
  let of = first.after;
  const steps: Step[] = [first.step];
  for (const one of scenes) {
    day = shift(day, one.days);
    const verb = pickVerb(of, one.pick);
    const played = play(stage, of, verb, inputFor(verb, one), doer, momentOn(day, 9 * 60));
    if (isRefusal(played)) continue;
    look({ before: of, verb, after: played.after, today: day });
    steps.push(played.step);
    of = played.after;
  }
  return { of, steps };
}

const officerOf = (organisationId: string): Person => ({
  ...{ district: "340602", account: uuid(1), person: uuid(2), name: "", mandates: [] },
  roles: [{ name: "officer", organisationId, organisationKind: "department", areaId: uuid(8) }],
});

const some = fc.array(scene, { minLength: 10, maxLength: 60 });

describe("random histories of opinions", () => {
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

  test("received once is received for good, and closed only with an answer or a suggestion", () => {
    fc.assert(
      fc.property(some, (scenes) => {
        run(scenes, ({ before, verb, after, today }) => {
          if (before.receivedOn) expect(after.receivedOn).toBe(before.receivedOn);
          else expect(after.receivedOn).toBe(verb === "assign" ? today : null);
          expect(after.status === "closed").toBe(after.closedAt !== null);
          if (after.number !== null && before.number !== null) expect(after.number).toBe(before.number);
          if (after.status !== "closed") return;
          expect(after.ending === "answered" ? after.results.length > 0 : after.suggestionId !== null).toBe(true);
          expect(after.clocks.filter((clock) => clock.stoppedOn === null)).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("count once with everyone whose office sees them, and in the figures from the day they are received", () => {
    fc.assert(
      fc.property(some, (scenes) => {
        run(scenes, ({ after }) => {
          const counted = talliedIn(after);
          const inBook = (book: string) => counted.filter((one) => one.shelf === sightShelf && one.book === book);
          expect(inBook(districtBook())).toEqual([{ shelf: sightShelf, book: districtBook(), status: after.status }]);
          for (const office of [3, 4, 5, 9].map(uuid)) {
            const sees = standingOf(officerOf(office), after).sees;
            expect(inBook(officeBook(office)).length).toBe(sees ? 1 : 0);
            for (const unit of [3, 4, 9].map(uuid))
              expect(inBook(officeBook(office, unit)).length).toBe(sees && after.unitId === unit ? 1 : 0);
          }
          for (const by of figuresBy) {
            const reached = counted.filter(({ shelf }) => shelf === figureShelf("opinion", by)).map(({ status }) => status);
            expect(reached.includes("count")).toBe(after.receivedOn !== null);
            expect(reached.includes("closed")).toBe(after.receivedOn !== null && after.status === "closed");
            expect(new Set(reached).size).toBe(reached.length);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  test("silence is never a grade, and every dissatisfaction either reopens the matter or is the last word of the last round", () => {
    fc.assert(
      fc.property(some, (scenes) => {
        run(scenes, ({ before, verb, after }) => {
          if (verb === "lapse_appraisal") expect(after.results.find((result) => result.round === after.round)?.grade).toBeNull();
          if (after.round > before.round) {
            expect(verb).toBe("appraise");
            expect(before.results.find((result) => result.round === before.round)).toBeDefined();
            expect(after.results.find((result) => result.round === before.round)?.grade).toBe("DISSATISFIED");
          }
          for (const result of after.results) expect(result.grade === null).toBe(result.gradedAt === null);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("reach every state and perform every verb", () => {
    const [states, done] = [new Set<string>(["submitted"]), new Set<string>()];
    for (const scenes of fc.sample(some, { numRuns: 500, seed: 7 }))
      run(scenes, ({ verb, after }) => {
        states.add(after.status);
        done.add(verb);
      });
    expect(opinionVerbs.filter((verb) => !done.has(verb))).toEqual([]);
    expect(opinionStates.filter((state) => !states.has(state))).toEqual([]);
  });
});
