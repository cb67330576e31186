import { z } from "zod";
import { invalid } from "../../../platform/refusal.ts";
import { type Case, coHandling } from "../case.ts";
import { open, stop } from "../clockwork.ts";
import { verb } from "../context.ts";
import { day, id, words } from "../fields.ts";
import { pointsOf } from "../points.ts";
import { asked, ownPart } from "./handling.ts";

const point = z.int().min(1).max(200).nullable().default(null);

/** The lead asks a co-handler about the whole or about one point, by a day before its own reply is due (R2.22). */
export const askCoOpinion = verb({
  input: z.strictObject({ partId: id, point, dueOn: day, question: words(1000, 4) }),
  decide(of, { partId, point, dueOn, question }, context) {
    const part = coHandling(of).find((one) => one.id === partId);
    if (!part || part.status === "handback_asked")
      return invalid({ field: "partId", code: "suggestion.not_a_co_handler", source: "R2.22" });
    if (point !== null && point > pointsOf(of.proposal).length) return invalid({ field: "point", code: "field.no_such_thing" });
    if (openAsks(of, partId).some((one) => one.point === point)) return invalid({ field: "point", code: "suggestion.asked_already" });
    if (dueOn <= context.today) return invalid({ field: "dueOn", code: "suggestion.not_after_today" });
    const mine = open(of).find((clock) => clock.partId === ownPart(context).id && /\.(reply|rework)$/.test(clock.key));
    if (mine && dueOn > mine.dueOn)
      return invalid({ field: "dueOn", code: "suggestion.after_reply_due", params: { due: mine.dueOn }, source: "R2.22" });
    return {
      partId,
      // Whoever has spoken already is asked to speak once more.
      parts: part.status === "opined" ? [{ ...part, status: "working" }] : [],
      requests: [{ ...asked(context, "co_opinion", partId, question), dueOn: dueOn as typeof context.today, point }],
      note: question,
      data: { dueOn, point },
    };
  },
});

/** The co-handler's word: it answers everything that it was asked. */
export const giveOpinion = verb({
  input: z.strictObject({ opinion: words(3000, 5) }),
  decide(of, { opinion }, context) {
    const part = ownPart(context);
    const asks = openAsks(of, part.id);
    const points = asks.flatMap((one) => one.point ?? []);
    return {
      partId: part.id,
      parts: [{ ...part, status: "opined" }],
      requests: asks.map((one) => ({ ...one, decision: "answered" as const, decidedOn: context.today })),
      note: opinion,
      ...(points.length > 0 ? { data: { points } } : {}),
      clocks: stop(of, context, "co_opinion", ["co_opinion", "handback"], part.id),
    };
  },
});

const openAsks = (of: Case, partId: string) =>
  of.requests.filter((one) => one.kind === "co_opinion" && one.partId === partId && one.decision === null);
