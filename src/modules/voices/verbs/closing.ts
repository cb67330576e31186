import { z } from "zod";
import { dateIn } from "../../../platform/clock/instant.ts";
import { invalid, type Refusal, refuse } from "../../../platform/refusal.ts";
import { rounds } from "../rule-definitions.ts";
import { spokenGrades, type VoiceGrade, visitWays } from "../terms.ts";
import { backTo, type Change, type Context, currentAnswer, type Voice, type VoiceAnswer } from "../voice.ts";
import { maybe, start, stopAll, verb } from "./making.ts";

const graded = { grade: z.enum(spokenGrades), reasons: maybe };

/** Nobody was met; three times, and the speaker counts as unreachable, which is never satisfied. */
export const tryVisit = verb(z.strictObject({ way: z.enum(visitWays), note: maybe }), (of, { way, note }) => ({
  set: { tries: of.tries + 1 },
  note,
  data: { way, tries: of.tries + 1 },
}));

export const revisit = verb(z.strictObject({ ...graded, way: z.enum(visitWays) }), (of, { way, ...said }, context) =>
  heard(of, said, context, { by: "visitor", data: { way } }),
);

export const appraise = verb(z.strictObject(graded), (of, said, context) => heard(of, said, context, { by: "voter", data: {} }));

/** What the speaker says to the answer. Dissatisfied brings it back to whoever handled it, as often as the rule allows. */
function heard(
  of: Voice,
  { grade, reasons }: { grade: VoiceGrade; reasons: string | null },
  context: Context,
  { by, data }: { by: "voter" | "visitor"; data: Readonly<Record<string, unknown>> },
): Change | Refusal {
  if (grade === "DISSATISFIED" && (reasons ?? "").length < 2)
    return invalid({ field: "reasons", code: "voice.dissatisfaction_wants_reasons", source: "domain §10.5" });
  const answers = [judged(of, context, { grade, gradeReasons: reasons, gradedBy: by })];
  const done = stopAll(of, context, by === "voter" ? "appraise" : "revisit");
  const { max } = context.statute.rule(rounds, context.today).value;
  // A reopening is a round of its own and takes none of those that dissatisfaction has.
  if (grade !== "DISSATISFIED" || of.round >= max + (of.reopened ? 1 : 0))
    return { to: "closed", set: { closedAt: context.now, ending: "heard" }, answers, data: { ...data, grade }, clocks: done };
  const to = backTo(of);
  const key = to === "received" ? "triage" : of.urgent ? "handle.urgent" : to === "handling" ? lastLimit(of) : "handle.other";
  const set = { round: of.round + 1, tries: 0 };
  return { to, set, answers, data: { ...data, grade }, clocks: [...done, start(of, context, key)] };
}

/** The kind of limit that it was handled within before. */
const lastLimit = (of: Voice): string =>
  of.clocks.findLast(({ key }) => key.startsWith("voice.handle."))?.key.slice("voice.".length) ?? "handle.other";

function judged(of: Voice, { now }: Context, how: Pick<VoiceAnswer, "grade" | "gradeReasons" | "gradedBy">): VoiceAnswer {
  const current = currentAnswer(of);
  if (!current) throw new Error("the table lets nobody judge what was not answered");
  return { ...current, ...how, gradedAt: now };
}

export const endUnreached = verb(z.strictObject({ note: maybe }), (of, { note }, context) => ({
  to: "closed",
  set: { closedAt: context.now, ending: "unreachable" },
  answers: [judged(of, context, { grade: "UNREACHABLE", gradeReasons: null, gradedBy: "visitor" })],
  note,
  data: { grade: "UNREACHABLE" },
  clocks: stopAll(of, context, "end_unreached"),
}));

/** Nobody to ask, and the time in which the speaker could have said something by his receipt has passed. */
export const endUnheard = verb(z.strictObject({}), (of, _input, context) => {
  const waiting = of.clocks.find(({ key, stoppedOn }) => key === "voice.revisit" && stoppedOn === null);
  if (waiting && waiting.dueOn >= context.today) return refuse("conflict", { code: "voice.still_to_be_heard", source: "domain §10.5" });
  return { to: "closed", set: { closedAt: context.now, ending: "unheard" }, clocks: stopAll(of, context, "end_unheard") };
});

/** Once, within the time of the rule: triage begins anew. */
export const reopen = verb(z.strictObject({ reasons: z.string().trim().min(2).max(2000) }), (of, { reasons }, context) => {
  if (of.closedAt === null) throw new Error("a closed voice knows when it was closed");
  const until = start(of, { ...context, today: dateIn(of.closedAt) }, "reopen").dueOn;
  if (context.today > until) return refuse("conflict", { code: "voice.reopened_too_late", params: { until }, source: "domain §10.5" });
  const set = { reopened: true, round: of.round + 1, tries: 0, closedAt: null, ending: null, answeredAt: null } as const;
  const anew = { unitId: null, takerId: null, shareContact: false, escalation: null, opinionId: null, suggestionId: null };
  return { to: "received", set: { ...set, ...anew }, added: reasons, clocks: [start(of, context, "triage")] };
});

export const withdraw = verb(z.strictObject({}), (of, _input, context) => ({
  to: "withdrawn",
  set: { closedAt: context.now, ending: "withdrawn" },
  clocks: stopAll(of, context, "withdraw"),
}));
