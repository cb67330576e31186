import { z } from "zod";
import { invalid } from "../../../platform/refusal.ts";
import type { Case, Contact, Part, Request } from "../case.ts";
import { open, start, stop } from "../clockwork.ts";
import { type Context, verb } from "../context.ts";
import { day, id, maybeWords, words } from "../fields.ts";
import { openRequest } from "../needs.ts";
import { contactWays } from "../terms.ts";

/** The doer's part; the table has made sure that there is one. */
export function ownPart(context: Context): Part {
  if (!context.part) throw new Error("this verb needs a part of the case");
  return context.part;
}

const none = z.strictObject({});

export const signFor = verb({
  input: none,
  decide: (_of, _input, context) => ({ partId: ownPart(context).id, parts: [{ ...ownPart(context), status: "working" }] }),
});

/** "Not ours": only within the window, with reasons, and never passed on by the unit itself. */
export const askHandback = verb({
  input: z.strictObject({ reason: words(2000, 5) }),
  decide(_of, { reason }, context) {
    const part = ownPart(context);
    return {
      partId: part.id,
      parts: [{ ...part, status: "handback_asked" }],
      requests: [asked(context, "handback", part.id, reason)],
      note: reason,
    };
  },
});

/** Granted: the case looks for another unit, and its clock starts anew. Refused: the unit goes on and may not ask again. */
export const decideHandback = verb({
  input: z.strictObject({ granted: z.boolean(), note: words(2000, 2) }),
  decide(of, { granted, note }, context) {
    const request = openRequest(of, "handback");
    const part = of.parts.find((one) => one.id === request?.partId);
    if (!request || !part || part.assignedById !== context.doer.organisationId)
      return invalid({ field: "granted", code: "suggestion.not_your_assignment", source: "R2.25" });
    const decided = decision(request, granted, context);
    if (!granted)
      return {
        partId: part.id,
        parts: [{ ...part, status: "working", handbackRefused: true }],
        requests: [decided],
        note,
        data: { granted },
      };
    const stopped = open(of)
      .filter((clock) => clock.partId === part.id)
      .map((clock) => context.clocks.stop(clock, context.today, "handback"));
    const back = { partId: part.id, parts: [{ ...part, status: "handed_back" as const }], requests: [decided], note, data: { granted } };
    const asks = of.requests
      .filter((one) => one.kind === "co_opinion" && one.partId === part.id && one.decision === null)
      .map((one): Request => ({ ...one, decision: "withdrawn", decidedOn: context.today }));
    if (part.role === "CO") return { ...back, requests: [decided, ...asks], clocks: stopped };
    return { ...back, to: of.forwarderId === null ? "accepted" : "forwarding", clocks: [...stopped, start(of, context, "reassign")] };
  },
});

/** One of the four contacts. The one before comes first: nobody is communicated with who was not asked. */
export const contact = verb({
  input: z.strictObject({
    stage: z.enum(["before", "during"]),
    way: z.enum(contactWays),
    heldOn: day,
    withWhom: words(100),
    content: words(2000, 5),
  }),
  decide(of, { stage, way, heldOn, withWhom, content }, context) {
    const part = ownPart(context);
    if (heldOn > context.today) return invalid({ field: "heldOn", code: "suggestion.in_the_future" });
    if (heldOn < part.offeredOn) return invalid({ field: "heldOn", code: "field.before_start", params: { start: part.offeredOn } });
    const mine = of.contacts.filter((one) => one.partId === part.id && one.round === of.round);
    if (stage === "during" && !mine.some((one) => one.stage === "before"))
      return invalid({ field: "stage", code: "suggestion.need.contacted_before", source: "domain §2.7" });
    const held = contactOf(of, context, { stage, way, heldOn, withWhom, content, partId: part.id });
    const clocks = stage === "before" ? stop(of, context, "contact", ["first_contact"], part.id) : [];
    return { partId: part.id, contacts: [held], clocks, data: { stage, way } };
  },
});

type Told = Pick<Contact, "stage" | "way" | "withWhom" | "content" | "partId"> & { heldOn: string };

/** A contact as its row. */
export const contactOf = (of: Case, context: Context, told: Told): Contact => ({
  ...told,
  id: context.newId(),
  heldOn: told.heldOn as Contact["heldOn"],
  round: of.round,
  byPerson: context.doer.person ?? "",
  confirmedAt: null,
});

export const confirmContact = verb({
  input: z.strictObject({ contactId: id }),
  decide(of, { contactId }, context) {
    const found = of.contacts.find((one) => one.id === contactId && one.confirmedAt === null);
    if (!found) return invalid({ field: "contactId", code: "field.no_such_thing" });
    return { contacts: [{ ...found, confirmedAt: context.now }], data: { stage: found.stage } };
  },
});

export const plan = verb({
  input: z.strictObject({ plan: words(3000, 5), owner: words(60) }),
  decide: (_of, { plan, owner }, context) => ({ partId: ownPart(context).id, note: plan, data: { owner } }),
});

/** More time has to be asked for before the time is over, with reasons (DL-51: wide or hard matters, six months). */
export const askExtension = verb({
  input: z.strictObject({ reason: words(2000, 5) }),
  decide(_of, { reason }, context) {
    const part = ownPart(context);
    return { partId: part.id, requests: [asked(context, "extension", part.id, reason)], note: reason };
  },
});

export const decideExtension = verb({
  input: z.strictObject({ requestId: id, granted: z.boolean(), note: maybeWords(2000) }),
  decide(of, { requestId, granted, note }, context) {
    const request = of.requests.find((one) => one.id === requestId && one.kind === "extension" && one.decision === null);
    if (!request) return invalid({ field: "requestId", code: "field.no_such_thing" });
    const clocks = granted ? extended(of, request, context) : [];
    return {
      ...(request.partId ? { partId: request.partId } : {}),
      requests: [decision(request, granted, context)],
      clocks,
      note,
      data: { granted },
    };
  },
});

function extended(of: Case, request: Request, context: Context) {
  const clock = open(of).find((one) => one.key === "suggestion.reply" && one.partId === request.partId);
  if (!clock) return [];
  const hard = context.statute.period("suggestion.reply_hard", clock.startsOn);
  return [context.clocks.extend(clock, { period: hard.value, grantedOn: context.today, source: "DL-51" })];
}

/** A request as its row. */
export const asked = (context: Context, kind: Request["kind"], partId: string | null, reason: string): Request => ({
  ...{ id: context.newId(), kind, partId, reason, askedOn: context.today, decision: null, decidedOn: null, agreedBy: [] },
  ...{ dueOn: null, point: null },
});

/** A request with its answer. */
export const decision = (request: Request, granted: boolean, context: Context): Request => ({
  ...request,
  decision: granted ? "granted" : "refused",
  decidedOn: context.today,
});
