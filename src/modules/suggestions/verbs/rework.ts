import { z } from "zod";
import type { DateISO } from "../../../platform/clock/instant.ts";
import { invalid, refuse } from "../../../platform/refusal.ts";
import { answering, type Case, type Change, type Escalation, openEscalation } from "../case.ts";
import { start } from "../clockwork.ts";
import { type Context, verb } from "../context.ts";
import { day, maybeDay, maybeWords, reasoned, words } from "../fields.ts";
import { reworkRounds } from "../rule-definitions.ts";

/** Once more, with a month and a round of its own. */
export const orderRework = verb({
  input: reasoned,
  decide(of, { note }, context) {
    const { max } = context.statute.rule(reworkRounds, context.today).value;
    if (of.round > max) return refuse("conflict", { code: "suggestion.need.rework_left", params: { max }, source: "R2.38" });
    return { ...again(of, context), note };
  },
});

/** The dissatisfied deputy and the units are to sit down together; day, place and guests may be named later, by word. */
export const escalate = verb({
  input: reasoned.extend({ plannedOn: maybeDay, place: maybeWords(100), invited: maybeWords(500) }),
  decide(of, { note, plannedOn, place, invited }, context) {
    if (plannedOn !== null && plannedOn < context.today) return invalid({ field: "plannedOn", code: "suggestion.in_the_past" });
    const meeting = { plannedOn: plannedOn as DateISO | null, place, invited };
    return { to: "escalated", escalations: [called(of, context, { reason: note, ...meeting })], note, data: meeting };
  },
});

const notHeld = { heldOn: null, participants: null, minutes: null, conclusion: null, rework: null };
type Called = Pick<Escalation, "reason" | "plannedOn" | "place" | "invited">;
const called = (of: Case, context: Context, meeting: Called): Escalation => ({
  ...{ id: context.newId(), round: of.round, askedOn: context.today, ...meeting },
  ...notHeld,
});

/** People have sat down together: either it is handled once more, or the result stands as it is. */
export const concludeEscalation = verb({
  input: z.strictObject({
    ...{ heldOn: day, participants: words(500, 2), minutes: maybeWords(5000), conclusion: words(3000, 5), rework: z.boolean() },
  }),
  decide(of, { heldOn, conclusion, ...said }, context) {
    if (heldOn > context.today) return invalid({ field: "heldOn", code: "suggestion.in_the_future" });
    const { rework } = said;
    const meeting = openEscalation(of) ?? called(of, context, { reason: "", plannedOn: null, place: null, invited: null });
    const escalations = [{ ...meeting, ...said, heldOn: heldOn as DateISO, conclusion }];
    const told = { escalations, note: conclusion, data: { heldOn, ...said } };
    if (!rework) return { to: "appraised", set: { escalatedRound: of.round }, ...told };
    const anew = again(of, context);
    return { ...anew, ...told, set: { ...anew.set, escalatedRound: of.round } };
  },
});

function again(of: Case, context: Context): Change {
  const parts = answering(of).map((part) => ({ ...part, status: "working" as const }));
  return {
    to: "reworking",
    set: { round: of.round + 1 },
    parts,
    clocks: parts.map((part) => start(of, context, "rework", { partId: part.id })),
  };
}
