import { z } from "zod";
import { invalid } from "../../../platform/refusal.ts";
import { answering, type Commitment, type Reply, respondents } from "../case.ts";
import { start, stop } from "../clockwork.ts";
import { verb } from "../context.ts";
import { day, id, maybeWords, reasoned, words } from "../fields.ts";
import { replyFaults } from "../reply-rules.ts";
import { replyAddressing, resultScheme } from "../rule-definitions.ts";
import { outcomes } from "../terms.ts";
import { ownPart } from "./handling.ts";
import { replyText, textOf } from "./reply-text.ts";

const promised = z.strictObject({ content: words(500, 4), owner: words(60), dueOn: day });

/** The clerk writes the reply and hands it to the leader. What is promised has an owner and a day. */
export const draftReply = verb({
  input: z.strictObject({
    ...replyText,
    resultClass: z.string().regex(/^[A-D]$/),
    outcome: z.enum(outcomes),
    reason: maybeWords(1000),
    commitments: z.array(promised).max(20).default([]),
  }),
  decide(of, input, context) {
    const part = ownPart(context);
    const scheme = context.statute.rule(resultScheme, context.today);
    const written = textOf(of, input);
    const faults = [...("faults" in written ? written.faults : []), ...replyFaults(input, scheme.value.classes, context.today)];
    if ("faults" in written || faults.length > 0) return invalid(...faults);
    const { resultClass, outcome, reason } = input;
    const earlier = of.replies.find((one) => one.partId === part.id && one.round === of.round && one.signedAt === null);
    const reply: Reply = {
      ...{
        id: earlier?.id ?? context.newId(),
        partId: part.id,
        round: of.round,
        ...written,
        scheme: scheme.version,
        resultClass,
        outcome,
        reason,
      },
      ...{ draftedBy: context.doer.person ?? "", documentNo: null, signedBy: null, signedAt: null, addressing: null },
    };
    const commitments = input.commitments.map(
      (one): Commitment => ({
        ...{
          id: context.newId(),
          partId: part.id,
          replyId: reply.id,
          content: one.content,
          owner: one.owner,
          dueOn: one.dueOn as Commitment["dueOn"],
        },
        ...{ state: "draft", carriedTo: null, settledOn: null, evidence: null },
      }),
    );
    const dropped = of.commitments
      .filter((one) => one.replyId === reply.id && one.state === "draft")
      .map((one): Commitment => ({ ...one, state: "dropped" }));
    return {
      partId: part.id,
      parts: [{ ...part, status: "signing" }],
      replies: [reply],
      commitments: [...dropped, ...commitments],
      data: { resultClass, outcome },
    };
  },
});

export const returnReply = verb({
  input: reasoned,
  decide: (_of, { note }, context) => ({ partId: ownPart(context).id, parts: [{ ...ownPart(context), status: "working" }], note }),
});

/** The leader signs: the part has answered. When every part has, the deputies are asked. */
export const signReply = verb({
  input: z.strictObject({ documentNo: words(50, 2) }),
  decide(of, { documentNo }, context) {
    const part = ownPart(context);
    const reply = of.replies.find((one) => one.partId === part.id && one.round === of.round && one.signedAt === null);
    if (!reply) return invalid({ field: "documentNo", code: "suggestion.nothing_to_sign" });
    const addressing = context.statute.rule(replyAddressing, context.today).version;
    const promises = of.commitments
      .filter((one) => one.replyId === reply.id && one.state === "draft")
      .map((one): Commitment => ({ ...one, state: "open" }));
    const answered = {
      partId: part.id,
      parts: [{ ...part, status: "answered" as const }],
      replies: [{ ...reply, documentNo, signedBy: context.doer.person, signedAt: context.now, addressing }],
      commitments: promises,
      data: { documentNo, resultClass: reply.resultClass, outcome: reply.outcome, commitments: promises.length },
    };
    const stopped = stop(of, context, "reply", ["reply", "rework", "handback", "first_contact"], part.id);
    const waiting = answering(of).some((one) => one.id !== part.id && one.status !== "answered");
    if (waiting) return { ...answered, clocks: stopped };
    if (respondents(of).length === 0) return { ...answered, to: "appraised", clocks: stopped };
    return { ...answered, to: "replied", clocks: [...stopped, start(of, context, "feedback")] };
  },
});

/** The committee can lower a class that claims too much; raising it is not its business. */
export const lowerClass = verb({
  input: z.strictObject({ replyId: id, resultClass: z.string().regex(/^[A-D]$/), outcome: z.enum(outcomes), note: words(2000, 2) }),
  decide(of, { replyId, resultClass, outcome, note }, context) {
    const reply = of.replies.find((one) => one.id === replyId && one.signedAt !== null);
    if (!reply) return invalid({ field: "replyId", code: "field.no_such_thing" });
    const scheme = context.statute.ruleVersion(resultScheme, reply.scheme);
    const chosen = scheme.classes.find((one) => one.code === resultClass);
    if (!chosen || resultClass <= reply.resultClass)
      return invalid({ field: "resultClass", code: "suggestion.only_lower", params: { class: reply.resultClass }, source: "domain §2.8" });
    if (!chosen.outcomes.includes(outcome))
      return invalid({ field: "outcome", code: "suggestion.outcome_not_of_class", params: { class: resultClass }, source: "domain §2.8" });
    return {
      partId: reply.partId,
      replies: [{ ...reply, resultClass, outcome }],
      note,
      data: { from: reply.resultClass, to: resultClass },
    };
  },
});
