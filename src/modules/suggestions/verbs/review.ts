import { z } from "zod";
import { yearIn } from "../../../platform/clock/instant.ts";
import { invalid, refuse } from "../../../platform/refusal.ts";
import { stop } from "../clockwork.ts";
import { verb } from "../context.ts";
import { id, maybeWords, words } from "../fields.ts";
import { categories, rejectionReasons } from "../rule-definitions.ts";
import { takesMergers } from "../terms.ts";

export const accept = verb({
  input: z.strictObject({ category: z.string().max(40), note: maybeWords(2000) }),
  wants: ["number"],
  decide(_of, { category, note }, context) {
    const codes = context.statute.rule(categories, context.today).value.map((one) => one.code);
    if (!codes.includes(category)) return invalid({ field: "category", code: "field.not_in_list", params: { values: codes.join("、") } });
    const { nextNumber: number, today } = context;
    return { to: "accepted", set: { number, numberYear: yearIn(today), category }, note, data: { number, category } };
  },
});

/** Back to the deputy, who mends it and submits again. */
export const giveBack = verb({
  input: z.strictObject({ reasonCode: z.string().max(40).nullable().default(null), note: words(2000, 2) }),
  decide(of, { reasonCode, note }, context) {
    return { to: "returned", note, data: { reasonCode }, clocks: stop(of, context, "return", ["review"]) };
  },
});

/** Not accepted as a suggestion: treated as a deputy's letter, with the ground named. */
export const turnToLetter = verb({
  input: z.strictObject({ reasonCode: z.string().max(40), note: words(2000, 2) }),
  decide(of, { reasonCode, note }, context) {
    const codes = context.statute.rule(rejectionReasons, context.today).value.map((one) => one.code);
    if (!codes.includes(reasonCode))
      return invalid({ field: "reasonCode", code: "field.not_in_list", params: { values: codes.join("、") } });
    return { to: "letter", note, data: { reasonCode }, clocks: stop(of, context, "letter", ["review"]) };
  },
});

/** Handled together with another of the same matter, and answered separately. */
export const merge = verb({
  input: z.strictObject({ otherId: id, note: maybeWords(2000) }),
  wants: ["other"],
  decide(of, { otherId, note }, context) {
    const { other } = context;
    if (!other || other.id === of.id || other.congressId !== of.congressId)
      return invalid({ field: "otherId", code: "field.no_such_thing" });
    if (!takesMergers.includes(other.status)) return refuse("conflict", { code: "suggestion.merge_target_closed", source: "R2.21" });
    return {
      to: "merged",
      set: { mergedIntoId: otherId },
      note,
      data: { otherId },
      clocks: stop(of, context, "merge", ["review", "reassign"]),
    };
  },
});
