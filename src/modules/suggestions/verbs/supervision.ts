import { z } from "zod";
import type { DateISO } from "../../../platform/clock/instant.ts";
import { type FieldFault, invalid } from "../../../platform/refusal.ts";
import { type Case, openSupervision, type Supervision } from "../case.ts";
import { type Context, verb } from "../context.ts";
import { day, id, maybeDay, maybeId, maybeWords, reasoned, words } from "../fields.ts";
import { supervisingKinds, supervisionResults } from "../terms.ts";

const leaders = { leader: words(60), governmentLeader: maybeWords(60), bodyId: maybeId };
const next = { nextOn: maybeDay, nextStep: maybeWords(500) };

/** 重点督办: decided by the council of chairpersons, led by one of its members, answered for by one of the government's. */
export const markKey = verb({
  input: z.strictObject({ ...leaders, decidedOn: day, documentNo: maybeWords(50), ...next, note: maybeWords(2000) }),
  wants: ["organisations"],
  decide(_of, { note, ...named }, context) {
    const faults = [
      ...inTheFuture("decidedOn", named.decidedOn, context),
      ...bodyFaults(named.bodyId, context),
      ...nextFaults(named, context),
    ];
    if (faults.length > 0) return invalid(...faults);
    const decidedOn = named.decidedOn as DateISO;
    const nothingYet = { reportedOn: null, meeting: null, result: null, opinion: null };
    const supervision: Supervision = { id: context.newId(), ...named, decidedOn, nextOn: named.nextOn as DateISO | null, ...nothingYet };
    return { set: { key: true }, supervisions: [supervision], note, data: named };
  },
});

/** Someone else leads, or another committee watches over it. */
export const changeLeader = verb({
  input: z.strictObject({ ...leaders, note: maybeWords(2000) }),
  wants: ["organisations"],
  decide(of, { note, ...named }, context) {
    const faults = bodyFaults(named.bodyId, context);
    if (faults.length > 0) return invalid(...faults);
    return { supervisions: changed(of, named), note, data: named };
  },
});

/** An entry of the supervision log; of a key suggestion it also says what comes next. */
export const supervise = verb({
  input: z.strictObject({ heldOn: day, by: words(100), finding: words(3000, 5), demand: maybeWords(2000), ...next }),
  decide(of, { heldOn, by, finding, demand, nextOn, nextStep }, context) {
    const faults = [...inTheFuture("heldOn", heldOn, context), ...nextFaults({ nextOn }, context)];
    if (faults.length > 0) return invalid(...faults);
    const planned = { nextOn: nextOn as DateISO | null, nextStep };
    return { supervisions: changed(of, planned), note: finding, data: { heldOn, by, demand, ...planned } };
  },
});

/** The council of chairpersons hears how it went (QD-35, ZJ-28): the matter rests, or the supervision goes on. */
export const reportSupervision = verb({
  input: z.strictObject({
    ...{ reportedOn: day, meeting: words(100), report: words(3000, 5), result: z.enum(supervisionResults), opinion: maybeWords(2000) },
    ...next,
  }),
  decide(of, { reportedOn, meeting, report, result, opinion, nextOn, nextStep }, context) {
    const faults = [...inTheFuture("reportedOn", reportedOn, context), ...nextFaults({ nextOn }, context)];
    if (faults.length > 0) return invalid(...faults);
    const on = result === "accepted" ? { nextOn: null, nextStep: null } : { nextOn: nextOn as DateISO | null, nextStep };
    const told = { reportedOn: reportedOn as DateISO, meeting, result, opinion };
    return { supervisions: changed(of, { ...told, ...on }), note: report, data: { ...told, ...on } };
  },
});

function changed(of: Case, by: Partial<Supervision>): readonly Supervision[] {
  const supervision = openSupervision(of);
  return supervision ? [{ ...supervision, ...by }] : [];
}

const inTheFuture = (field: string, on: string, { today }: Context): FieldFault[] =>
  on > today ? [{ field, code: "suggestion.in_the_future" }] : [];

const nextFaults = ({ nextOn }: { nextOn: string | null }, { today }: Context): FieldFault[] =>
  nextOn !== null && nextOn < today ? [{ field: "nextOn", code: "suggestion.in_the_past" }] : [];

function bodyFaults(bodyId: string | null, { organisation }: Context): FieldFault[] {
  if (bodyId === null) return [];
  const found = organisation(bodyId);
  const fits = found && !found.dissolved && (supervisingKinds as readonly string[]).includes(found.kind);
  return fits ? [] : [{ field: "bodyId", code: "suggestion.not_a_supervising_body", source: "R2.41" }];
}

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
