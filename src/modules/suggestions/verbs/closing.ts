import { z } from "zod";
import { invalid } from "../../../platform/refusal.ts";
import { answering, type Commitment } from "../case.ts";
import { stopAll } from "../clockwork.ts";
import { verb } from "../context.ts";
import { day, id, note, words } from "../fields.ts";
import { contactWays } from "../terms.ts";
import { contactOf } from "./handling.ts";

/** 办后回访, by someone other than whoever wrote the reply. */
export const returnVisit = verb({
  input: z.strictObject({ way: z.enum(contactWays), heldOn: day, withWhom: words(100), content: words(2000, 5) }),
  decide(of, typed, context) {
    if (typed.heldOn > context.today) return invalid({ field: "heldOn", code: "suggestion.in_the_future" });
    const drafted = of.replies.some((reply) => reply.round === of.round && reply.draftedBy === context.doer.person);
    if (drafted) return invalid({ field: "way", code: "suggestion.visitor_is_the_handler", source: "R2.39" });
    const partId = context.part?.id ?? answering(of)[0]?.id ?? null;
    return { contacts: [contactOf(of, context, { ...typed, stage: "after", partId })], data: { way: typed.way } };
  },
});

/** 办结: answered, appraised and returned to. What was promised stays open. */
export const close = verb({
  input: note,
  decide: (of, { note }, context) => ({ to: "closed", set: { closedAt: context.now }, note, clocks: stopAll(of, context, "close") }),
});

/** A promise is kept, with evidence, or the deputy is answered again why it cannot be (R2.31). */
export const settleCommitment = verb({
  input: z.strictObject({ commitmentId: id, kept: z.boolean(), evidence: words(2000, 5) }),
  decide(of, { commitmentId, kept, evidence }, context) {
    const found = of.commitments.find((one) => one.id === commitmentId && one.state === "open" && one.partId === context.part?.id);
    if (!found) return invalid({ field: "commitmentId", code: "field.no_such_thing" });
    const settled: Commitment = { ...found, state: kept ? "kept" : "answered_again", settledOn: context.today, evidence };
    return { partId: found.partId, commitments: [settled], note: evidence, data: { kept } };
  },
});

/** An unfinished promise goes on next year's list, in the open. */
export const carryCommitment = verb({
  input: z.strictObject({ commitmentId: id, until: day, note: words(2000, 2) }),
  decide(of, { commitmentId, until, note }, context) {
    const found = of.commitments.find((one) => one.id === commitmentId && one.state === "open");
    if (!found) return invalid({ field: "commitmentId", code: "field.no_such_thing" });
    if (until <= context.today || until <= found.dueOn) return invalid({ field: "until", code: "suggestion.not_in_the_future" });
    return { partId: found.partId, commitments: [{ ...found, carriedTo: until as Commitment["dueOn"] }], note, data: { until } };
  },
});

/** 销号. */
export const strikeOff = verb({ input: note, decide: (_of, { note }) => ({ to: "struck_off", note }) });

export const archive = verb({ input: note, decide: (_of, { note }) => ({ to: "archived", note }) });
