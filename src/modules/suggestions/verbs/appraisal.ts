import { z } from "zod";
import { invalid } from "../../../platform/refusal.ts";
import { applied, type Change, type Feedback, respondents, roundFeedback } from "../case.ts";
import { start, stop } from "../clockwork.ts";
import { verb } from "../context.ts";
import { maybeWords } from "../fields.ts";
import { grades } from "../terms.ts";

/** The deputy's own word on attitude and result. Dissatisfaction says why (R2.32). */
export const appraise = verb({
  input: z.strictObject({ attitude: z.enum(grades), result: z.enum(grades), reasons: maybeWords(2000) }),
  decide(of, { attitude, result, reasons }, context) {
    const mandateId = context.doer.mandateId ?? "";
    if ((attitude === "DISSATISFIED" || result === "DISSATISFIED") && (reasons ?? "").length < 5)
      return invalid({ field: "reasons", code: "suggestion.dissatisfaction_wants_reasons", source: "R2.32" });
    const earlier = roundFeedback(of).find((feedback) => feedback.mandateId === mandateId);
    const feedback: Feedback = {
      id: earlier?.id ?? context.newId(),
      mandateId,
      round: of.round,
      attitude,
      result,
      reasons,
      at: context.now,
    };
    const change: Change = { feedbacks: [feedback] };
    const heard = new Set(roundFeedback(applied(of, change)).map((one) => one.mandateId));
    if (respondents(of).some((one) => !heard.has(one))) return change;
    return { ...change, to: "appraised", clocks: stop(of, context, "appraise", ["feedback", "feedback_grace"]) };
  },
});

export const remindAppraisal = verb({
  input: z.strictObject({}),
  decide: (of, _input, context) => ({ clocks: [...stop(of, context, "remind", ["feedback"]), start(of, context, "feedback_grace")] }),
});

/** The window and the reminder have passed: silence is recorded as silence (R2.34). */
export const lapseAppraisal = verb({
  input: z.strictObject({}),
  decide(of, _input, context) {
    const heard = new Set(roundFeedback(of).map((feedback) => feedback.mandateId));
    const silent = respondents(of)
      .filter((mandateId) => !heard.has(mandateId))
      .map(
        (mandateId): Feedback => ({
          id: context.newId(),
          mandateId,
          round: of.round,
          attitude: null,
          result: null,
          reasons: null,
          at: context.now,
        }),
      );
    return {
      to: "appraised",
      feedbacks: silent,
      clocks: stop(of, context, "lapse", ["feedback", "feedback_grace"]),
      data: { silent: silent.length },
    };
  },
});
