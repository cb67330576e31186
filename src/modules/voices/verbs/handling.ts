import { z } from "zod";
import { invalid, refuse } from "../../../platform/refusal.ts";
import { answered, reasoned, start, stopAll, verb, words } from "./making.ts";

/** Not its business: back to whoever received it, with the reason. */
export const handBack = verb(reasoned, (of, { note }, context) => ({
  to: "received",
  set: { unitId: null, shareContact: false },
  note,
  data: { unitId: of.unitId },
  clocks: [...stopAll(of, context, "hand_back"), start(of, context, "triage")],
}));

export const reportProgress = verb(reasoned, (_of, { note }) => ({ note }));
export const urge = verb(reasoned, (_of, { note }) => ({ note, urges: true }));

/** Once, with the reason, before the first limit has passed, by no more than the limit itself. */
export const extend = verb(z.strictObject({ amount: z.int().min(1).max(366), note: words(2000) }), (of, { amount, note }, context) => {
  const clock = of.clocks.find(({ stoppedOn, key }) => stoppedOn === null && key.startsWith("voice.handle."));
  if (!clock) throw new Error("a voice in handling has a running limit");
  if (context.today > clock.dueOn) return refuse("conflict", { code: "voice.too_late_to_extend", source: "domain §10.4" });
  const { amount: first, unit } = clock.period;
  if (amount > first) return invalid({ field: "amount", code: "field.too_big_number", params: { limit: first } });
  const extension = { period: { amount: first + amount, unit }, grantedOn: context.today, source: "domain §10.4" };
  return { note, data: { amount, unit }, clocks: [context.clocks.extend(clock, extension)] };
});

export const answer = verb(z.strictObject({ answer: words(3000, 4), solved: z.boolean() }), (of, typed, context) => ({
  to: "answered",
  set: { answeredAt: context.now, tries: 0 },
  answers: [answered(of, context, typed)],
  data: { solved: typed.solved },
  clocks: [...stopAll(of, context, "answer"), start(of, context, "revisit")],
}));
