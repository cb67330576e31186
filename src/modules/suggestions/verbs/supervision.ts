import { z } from "zod";
import { invalid } from "../../../platform/refusal.ts";
import { verb } from "../context.ts";
import { day, id, maybeWords, reasoned, words } from "../fields.ts";

/** 重点督办: decided by the council of chairpersons, led by one of its members. */
export const markKey = verb({
  input: z.strictObject({ leader: words(60), decidedOn: day, documentNo: maybeWords(50), note: maybeWords(2000) }),
  decide(_of, { leader, decidedOn, documentNo, note }, context) {
    if (decidedOn > context.today) return invalid({ field: "decidedOn", code: "suggestion.in_the_future" });
    return { set: { key: true }, note, data: { leader, decidedOn, documentNo } };
  },
});

/** An entry of the supervision log. */
export const supervise = verb({
  input: z.strictObject({ heldOn: day, by: words(100), finding: words(3000, 5), demand: maybeWords(2000) }),
  decide(_of, { heldOn, by, finding, demand }, context) {
    if (heldOn > context.today) return invalid({ field: "heldOn", code: "suggestion.in_the_future" });
    return { note: finding, data: { heldOn, by, demand } };
  },
});

/** 催办: a word to whoever is waited for, kept with the case. */
export const urge = verb({
  input: reasoned,
  decide: (_of, { note }) => ({ note, urges: true }),
});

/** Two cases that belong together, without being handled as one. */
export const relate = verb({
  input: z.strictObject({ otherId: id, note: maybeWords(500) }),
  wants: ["other"],
  decide(of, { otherId, note }, context) {
    if (!context.other || context.other.id === of.id) return invalid({ field: "otherId", code: "field.no_such_thing" });
    return { note, data: { otherId } };
  },
});
