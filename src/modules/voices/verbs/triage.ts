import { z } from "zod";
import { invalid } from "../../../platform/refusal.ts";
import { elsewhere } from "../rule-definitions.ts";
import { endStates } from "../terms.ts";
import { answered, maybe, reasoned, start, stopAll, verb, words } from "./making.ts";

/** Not taken: told where to go, by the dated list. */
export const direct = verb(z.strictObject({ way: z.string().max(40), note: maybe }), (of, { way, note }, context) => {
  const known = context.statute.rule(elsewhere, context.today).value.map(({ code }) => code);
  if (!known.includes(way)) return invalid({ field: "way", code: "voice.no_such_way", source: "domain §10.2" });
  return {
    to: "directed",
    set: { closedAt: context.now, ending: "directed" },
    note,
    data: { way },
    clocks: stopAll(of, context, "direct"),
  };
});

/** Stands with another voice of the same matter from now on; its own words and receipt stay. */
export const join = verb(z.strictObject({ voiceId: z.uuid(), note: maybe }), (of, { voiceId, note }, context) => {
  const other = context.voice(voiceId);
  const fits = other && other.id !== of.id && other.receiverId === of.receiverId;
  if (!fits) return invalid({ field: "voiceId", code: "voice.cannot_be_joined" });
  if (other.status === "joined" || endStates.some((state) => state === other.status))
    return invalid({ field: "voiceId", code: "voice.ended_or_joined", source: "domain §10.3" });
  return {
    to: "joined",
    set: { joinedTo: voiceId, unitId: null },
    note,
    data: { joinedTo: voiceId },
    clocks: stopAll(of, context, "join"),
  };
});

export const separate = verb(z.strictObject({ note: maybe }), (of, { note }, context) => ({
  to: "received",
  set: { joinedTo: null },
  note,
  data: { joinedTo: of.joinedTo },
  clocks: [start(of, context, "triage")],
}));

export const answerAtOnce = verb(z.strictObject({ answer: words(3000, 4), solved: z.boolean() }), (of, typed, context) => ({
  to: "answered",
  set: { answeredAt: context.now, tries: 0 },
  answers: [answered(of, context, typed)],
  data: { solved: typed.solved },
  clocks: [...stopAll(of, context, "answer_at_once"), start(of, context, "revisit")],
}));

export const handlingKinds = ["simple", "other"] as const;

/** To the unit whose business it is; a town's or a sub-district's own small matters are quick ones (domain.md §10.4). */
export const route = verb(
  z.strictObject({
    unitId: z.uuid(),
    /** Without a word the kind of unit tells. */
    limit: z.enum(handlingKinds).nullable().default(null),
    shareContact: z.boolean().default(false),
    note: maybe,
  }),
  (of, { unitId, limit, shareContact, note }, context) => {
    const unit = context.organisation(unitId);
    if (!unit?.handles) return invalid({ field: "unitId", code: "voice.not_a_handling_unit" });
    const near = unit.kind === "town_government" || unit.kind === "subdistrict_office";
    const key = of.urgent ? "urgent" : (limit ?? (near ? "simple" : "other"));
    return {
      to: "handling",
      set: { unitId, takerId: null, shareContact },
      note,
      data: { unitId },
      clocks: [...stopAll(of, context, "route"), start(of, context, `handle.${key}`)],
    };
  },
);

/** Who may call the speaker is the taker's own affair: it was to him that it was said. */
export const takeUp = verb(z.strictObject({ note: maybe }), (of, { note }, context) => {
  const takerId = context.doer.mandateId ?? null;
  if (takerId === null) throw new Error("the table lets only deputies take a voice up");
  return {
    to: "taken_up",
    set: { takerId, unitId: null, shareContact: true },
    note,
    data: { takerId },
    clocks: [...stopAll(of, context, "take_up"), start(of, context, of.urgent ? "handle.urgent" : "handle.other")],
  };
});

export const putBack = verb(reasoned, (of, { note }, context) => ({
  to: "received",
  set: { takerId: null, shareContact: false },
  note,
  clocks: [...stopAll(of, context, "put_back"), start(of, context, "triage")],
}));

/** Where and of what kind it is, set right by whoever sorts; the words are nobody's to change. */
export const correct = verb(
  z.strictObject({ category: z.string().max(40), place: words(200).nullable().default(null), urgent: z.boolean() }),
  (of, { category, place, urgent }) => ({
    set: { category, place, urgent },
    data: { category, urgent, was: { category: of.category, urgent: of.urgent } },
  }),
);
