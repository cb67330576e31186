import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateISO, type Instant, momentOn, shift } from "../../platform/clock/instant.ts";
import { isRefusal } from "../../platform/refusal.ts";
import { clocksUnder, statuteOf } from "../calendar/index.ts";
import { awaitedIn } from "./awaited.ts";
import { begun } from "./beginning.ts";
import { type Case, type Paper, respondents } from "./case.ts";
import type { Doer } from "./context.ts";
import { may, transitionOf, type VerbName, verbNames } from "./lifecycle.ts";
import { play, type Stage } from "./play.ts";
import { suggestionRules } from "./rule-definitions.ts";
import { relations } from "./terms.ts";
import { isRatingFinal, keepsRating, seenStatus } from "./visibility.ts";

const uuid = (number: number): string => `00000000-0000-7000-a000-${String(number).padStart(12, "0")}`;
const [congress, reviewer, forwarder, unit, other, lead, cosigner] = [1, 2, 3, 4, 5, 6, 7].map(uuid) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

function stage(): Stage {
  const statute = statuteOf({}, suggestionRules, []);
  let [ids, number] = [100, 0];
  return {
    district: "340602",
    statute,
    clocks: clocksUnder(statute),
    newId: () => uuid(ids++),
    nextNumber: () => ++number,
    organisation: (id) => ({ kind: id === forwarder ? "government_office" : "department", dissolved: false, handles: true }),
    mandate: () => ({ congressId: congress, status: "in_force", personId: uuid(9) }),
    sessions: [],
    paper: () => ({ stepId: uuid(97), mark: "人代交", number: ++number }),
    other: (id) => ({ id, congressId: congress, status: "handling", mergedIntoId: null }),
  };
}

const paper: Paper = {
  ...{
    title: "关于修缮村内道路的建议",
    reason: "村内道路破损严重，群众出行不便",
    proposal: "安排资金硬化路面并落实管护",
    category: "roads",
    areaId: null,
    proposedUnitId: null,
  },
  ...{
    formation: "visit",
    repetition: "first",
    publicity: "full",
    wishContact: true,
    referenceOnly: false,
    confidential: false,
    secrecyDeclared: true,
  },
};

const grade = fc.constantFrom("SATISFIED", "BASIC", "DISSATISFIED");
const units = fc.constantFrom(
  [{ unitId: unit, role: "LEAD" }],
  [
    { unitId: unit, role: "LEAD" },
    { unitId: other, role: "CO" },
  ],
  [
    { unitId: unit, role: "SEPARATE", scope: "路面" },
    { unitId: other, role: "SEPARATE", scope: "排水" },
  ],
);

/** Something plausible to type for every verb; what the rules refuse is simply not done. */
const typed = fc.record({
  yes: fc.boolean(),
  attitude: grade,
  result: grade,
  units,
  direct: fc.boolean(),
  solved: fc.boolean(),
  unitIndex: fc.nat(1),
});
type Typed = typeof typed extends fc.Arbitrary<infer T> ? T : never;

function inputFor(verb: VerbName, of: Case, choice: Typed, today: DateISO): unknown {
  const note = "按规定办理，情况属实";
  const held = { way: "phone", heldOn: today, withWhom: "代表", content: "当面听取意见建议" };
  const promise = of.commitments.find((one) => one.state === "open")?.id ?? uuid(99);
  const inputs: Partial<Record<VerbName, unknown>> = {
    ...{
      revise: paper,
      invite: { mandateIds: [cosigner] },
      cosign: { agrees: choice.yes },
      submit: {},
      accept: { category: "roads" },
      sign_for: {},
    },
    ...{
      turn_to_letter: { reasonCode: "other", note },
      merge: { otherId: uuid(98) },
      relate: { otherId: uuid(98) },
      forward: { units: choice.units },
    },
    assign: choice.direct ? { viaId: null, units: choice.units } : { viaId: forwarder, units: [] },
    ...{
      ask_handback: { reason: note },
      decide_handback: { granted: choice.yes, note },
      contact: { stage: choice.yes ? "before" : "during", ...held },
      return_visit: held,
    },
    ...{
      confirm_contact: { contactId: of.contacts.find((one) => one.confirmedAt === null)?.id ?? uuid(99) },
      plan: { plan: note, owner: "股长" },
      give_opinion: { opinion: note },
      ask_co_opinion: { partId: of.parts.findLast((one) => one.role === "CO")?.id ?? uuid(99), dueOn: shift(today, 3), question: note },
    },
    ...{
      ask_extension: { reason: note },
      decide_extension: { requestId: of.requests.find((one) => one.decision === null)?.id ?? uuid(99), granted: choice.yes },
    },
    draft_reply: choice.solved
      ? { body: "一、路面已经全部硬化完工，二、管护责任已经落实到人。", resultClass: "A", outcome: "resolved" }
      : {
          body: "一、路面正在分期硬化施工，二、管护责任已经落实到人。",
          resultClass: "B",
          outcome: "in_progress",
          reason: note,
          commitments: [{ content: "全部完工", owner: "股长", dueOn: shift(today, 90) }],
        },
    ...{
      sign_reply: { documentNo: "函〔2023〕1号" },
      appraise: { attitude: choice.attitude, result: choice.result, reasons: note },
      remind_appraisal: {},
      lapse_appraisal: {},
    },
    ...{
      lower_class: { replyId: of.replies[0]?.id ?? uuid(99), resultClass: "C", outcome: "not_now", note },
      close: {},
      strike_off: {},
      archive: {},
    },
    conclude_escalation: { heldOn: today, participants: "各方", conclusion: note, rework: choice.yes },
    ...{
      settle_commitment: { commitmentId: promise, kept: choice.yes, evidence: note },
      carry_commitment: { commitmentId: promise, until: shift(today, 400), note },
    },
    ...{
      withdraw: { reason: note },
      agree_withdrawal: { agrees: choice.yes },
      note_mandate: { mandateId: choice.direct ? lead : cosigner, status: choice.yes ? "ended" : "suspended" },
      mark_key: { leader: "副主任", decidedOn: today, nextOn: choice.direct ? shift(today, 7) : null },
      change_leader: { leader: "另一位副主任" },
      report_supervision: { ...{ reportedOn: today, meeting: "主任会议", report: note }, result: choice.yes ? "accepted" : "continued" },
      escalate: { note, plannedOn: choice.direct ? shift(today, 7) : null, place: null, invited: null },
      urge: { note },
      issue_paper: { kind: "assignment" },
      supervise: { heldOn: today, by: "督办组", finding: note },
    },
  };
  return inputs[verb] ?? { note };
}

/** Someone who is everything to the case at once: which of his relations counts is the table's business. */
function doerFor(of: Case, choice: Typed): Doer {
  const part = of.parts.filter((one) => one.status !== "handed_back")[choice.unitIndex] ?? of.parts.at(-1);
  const person = uuid(50 + (choice.yes ? 1 : 0));
  return {
    account: person,
    person,
    relations: [...relations],
    mandateId: lead,
    organisationId: part?.assignedById ?? reviewer,
    actingFor: null,
    partIds: part ? [part.id] : [],
  };
}

interface Scene {
  readonly pick: number;
  readonly choice: Typed;
  readonly days: number;
}
const scene: fc.Arbitrary<Scene> = fc.record({ pick: fc.nat(100_000), choice: typed, days: fc.nat(12) });

const endings: readonly VerbName[] = [
  "withdraw",
  "agree_withdrawal",
  "merge",
  "note_mandate",
  "turn_to_letter",
  "suspend",
  "return",
  "send_back",
  "ask_handback",
  "archive",
];

/** A verb that is possible now; what ends or turns a case back comes seldom, or no history would get far. Sometimes any verb at all. */
function pickVerb(of: Case, doer: Doer, pick: number, today: DateISO): VerbName {
  if (pick % 10 === 0) return verbNames[pick % verbNames.length]!;
  const part = of.parts.findLast((one) => doer.partIds.includes(one.id));
  const possible = verbNames.filter((verb) => !may(of, verb, { relations: doer.relations, part, today }));
  const usual = pick % 7 === 0 ? possible : possible.filter((verb) => !endings.includes(verb));
  return usual[pick % usual.length] ?? verbNames[pick % verbNames.length]!;
}

function run(scenes: readonly Scene[], look: (before: Case, verb: VerbName, after: Case) => void): Case {
  const set = stage();
  let day = "2023-01-09" as DateISO;
  let of = begun(
    { id: uuid(10), signerId: uuid(11), congressId: congress, reviewerId: reviewer, mandateId: lead, personId: uuid(8) },
    paper,
    momentOn(day),
  );
  for (const { pick, choice, days } of scenes) {
    day = shift(day, days);
    const now: Instant = momentOn(day, 9 * 60);
    const doer = doerFor(of, choice);
    const verb = pickVerb(of, doer, pick, day);
    const mandateId = verb === "cosign" || verb === "agree_withdrawal" ? cosigner : lead;
    const played = play(set, of, verb, inputFor(verb, of, choice, day), { ...doer, mandateId }, now);
    if (isRefusal(played)) continue;
    look(of, verb, played.after);
    of = played.after;
  }
  return of;
}

describe("random histories", () => {
  test("never leave the table, and every step says truly from where to where", () => {
    fc.assert(
      fc.property(fc.array(scene, { minLength: 60, maxLength: 200 }), (scenes) => {
        run(scenes, (before, verb, after) => {
          const row = transitionOf(verb);
          expect(row.from).toContain(before.status);
          if (after.status !== before.status) expect(row.to ?? []).toContain(after.status);
          expect(after.version).toBe(before.version + 1);
        });
      }),
      { numRuns: 150 },
    );
  });

  test("answered, closed and struck off stay three facts, and silence is never satisfaction", () => {
    fc.assert(
      fc.property(fc.array(scene, { minLength: 80, maxLength: 300 }), (scenes) => {
        run(scenes, (_before, _verb, after) => {
          if (["closed", "struck_off", "archived"].includes(after.status)) {
            expect(after.replies.some((reply) => reply.round === after.round && reply.signedAt !== null)).toBe(true);
            expect(after.contacts.some((contact) => contact.stage === "after" && contact.round === after.round)).toBe(true);
            const heard = after.feedbacks.filter((feedback) => feedback.round === after.round).map((feedback) => feedback.mandateId);
            for (const mandateId of respondents(after)) expect(heard).toContain(mandateId);
            expect(after.clocks.filter((clock) => clock.stoppedOn === null)).toEqual([]);
          }
          if (after.status === "struck_off")
            expect(after.commitments.filter((one) => one.state === "open" && one.carriedTo === null)).toEqual([]);
          for (const feedback of after.feedbacks) expect(feedback.attitude === null).toBe(feedback.result === null);
        });
      }),
      { numRuns: 150 },
    );
  });

  test("a handler never sees a rating that the committee has not acted upon", () => {
    const handler = { relations: ["unit_officer", "unit_leader"] as const };
    fc.assert(
      fc.property(fc.array(scene, { minLength: 80, maxLength: 250 }), (scenes) => {
        run(scenes, (_before, _verb, after) => {
          const seen = seenStatus(after, after.status, handler);
          if (after.status === "appraised" && after.escalatedRound < after.round) {
            expect(seen).toBe("replied");
            expect(keepsRating(after, handler)).toBe(true);
          }
          if (after.status === "reworking") expect(isRatingFinal(after, after.round - 1)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  test("someone is always waited for until the case rests, whatever the day", () => {
    const resting: readonly string[] = ["letter", "merged", "withdrawn", "suspended", "struck_off", "archived"];
    fc.assert(
      fc.property(fc.array(scene, { minLength: 80, maxLength: 250 }), (scenes) => {
        run(scenes, (_before, verb, after) => {
          const awaited = awaitedIn(after);
          expect(awaited.length === 0, `${after.status} after ${verb}`).toBe(resting.includes(after.status));
          expect(awaitedIn(after, "2099-12-31" as DateISO)).toEqual(awaited);
          // Whoever is waited for can do it, and nobody is waited for twice.
          expect(new Set(awaited.map((one) => `${one.verb} ${one.holder}`)).size).toBe(awaited.length);
          for (const { clockId } of awaited) if (clockId) expect(after.clocks.find((clock) => clock.id === clockId)?.stoppedOn).toBeNull();
        });
      }),
      { numRuns: 150 },
    );
  });

  test("reach every state and perform every verb", () => {
    const [states, done] = [new Set<string>(["draft"]), new Set<string>()];
    const samples = fc.sample(fc.array(scene, { minLength: 300, maxLength: 400 }), { numRuns: 700, seed: 7 });
    for (const scenes of samples)
      run(scenes, (_before, verb, after) => {
        states.add(after.status);
        done.add(verb);
      });
    // What begins here is never taken over from elsewhere.
    expect(verbNames.filter((verb) => !done.has(verb))).toEqual(["import"]);
    expect(states.size).toBe(17);
  });
});
