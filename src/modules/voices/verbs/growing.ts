import { z } from "zod";
import type { Escalation } from "../terms.ts";
import type { Context, Voice } from "../voice.ts";
import { answered, maybe, start, stopAll, verb, words } from "./making.ts";

const grown = (of: Voice, context: Context, escalation: Escalation) => ({
  to: "escalated" as const,
  clocks: stopAll(of, context, escalation),
});

/** In one step: the deputy's opinion begins with what he typed, and both know of each other. */
export const becomeOpinion = verb(z.strictObject({ opinionId: z.uuid() }), (of, { opinionId }, context) => ({
  ...grown(of, context, "opinion"),
  set: { opinionId, escalation: "opinion" },
  data: { opinionId },
}));

export const becomeSuggestion = verb(z.strictObject({ suggestionId: z.uuid() }), (of, { suggestionId }, context) => ({
  ...grown(of, context, "suggestion"),
  set: { suggestionId, escalation: "suggestion" },
  data: { suggestionId },
}));

export const proposeProject = verb(z.strictObject({ note: maybe }), (of, { note }, context) => ({
  ...grown(of, context, "project"),
  set: { escalation: "project" },
  note,
}));

export const proposeLead = verb(z.strictObject({ note: maybe }), (of, { note }, context) => ({
  ...grown(of, context, "lead"),
  set: { escalation: "lead" },
  note,
}));

/** What became of the project or the lead, told to the speaker. */
export const conclude = verb(z.strictObject({ answer: words(3000, 4), solved: z.boolean() }), (of, typed, context) => ({
  to: "answered",
  set: { answeredAt: context.now, tries: 0 },
  answers: [answered(of, context, typed)],
  data: { solved: typed.solved },
  clocks: [...stopAll(of, context, "conclude"), start(of, context, "revisit")],
}));

/** The opinion or the suggestion has ended; its own words are read where they stand. */
export const followEnd = verb(z.strictObject({ outcome: z.string().max(60), solved: z.boolean() }), (of, { outcome, solved }, context) => ({
  to: "answered",
  set: { answeredAt: context.now, tries: 0 },
  answers: [answered(of, context, { answer: null, outcome, solved })],
  data: { outcome },
  clocks: [...stopAll(of, context, "follow_end"), start(of, context, "revisit")],
}));
