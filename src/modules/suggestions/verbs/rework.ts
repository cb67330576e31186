import { z } from "zod";
import { refuse } from "../../../platform/refusal.ts";
import { answering, type Case, type Change } from "../case.ts";
import { start } from "../clockwork.ts";
import { type Context, verb } from "../context.ts";
import { day, reasoned, words } from "../fields.ts";
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

export const escalate = verb({ input: reasoned, decide: (_of, { note }) => ({ to: "escalated", note }) });

/** People have sat down together: either it is handled once more, or the result stands as it is. */
export const concludeEscalation = verb({
  input: z.strictObject({ heldOn: day, participants: words(500, 2), conclusion: words(3000, 5), rework: z.boolean() }),
  decide(of, { heldOn, participants, conclusion, rework }, context) {
    const told = { note: conclusion, data: { heldOn, participants, rework } };
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
