import { z } from "zod";
import type { DateISO, Instant } from "../../platform/clock/instant.ts";
import { invalid, type Refusal, refuse } from "../../platform/refusal.ts";
import type { ClockRow, Clocks } from "../calendar/index.ts";
import { type Listener, type Listening, type ListeningColumns, listeningType, type Point } from "./listening.ts";
import type { ListeningVerb } from "./listening-lifecycle.ts";
import { type ListeningState, outcomes } from "./terms.ts";
import { hours, hoursFault, timed } from "./verbs.ts";

const words = (max: number, min = 2) => z.string().trim().min(min).max(max);
const maybe = (max = 500) => z.string().trim().max(max).nullable().default(null);
const raised = z.strictObject({
  content: words(1000, 5),
  /** The deputy who raised it; nobody's name for someone of the people. */
  mandateId: z.uuid().nullable().default(null),
  /** Who answers; the organ that listened unless it is one of its departments. */
  unitId: z.uuid().nullable().default(null),
});

export interface ListeningContext {
  readonly now: Instant;
  readonly today: DateISO;
  readonly doer: Listener;
  readonly newId: () => string;
  readonly clocks: Clocks;
  /** Is there such an organisation, and is it still there? */
  readonly isThere: (organisation: string) => boolean;
  readonly isMandate: (mandate: string) => boolean;
}

export interface ListeningChange {
  readonly to?: ListeningState;
  readonly set?: Partial<Omit<ListeningColumns, "id" | "status" | "version">>;
  readonly note?: string | null;
  readonly partId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly points?: readonly Point[];
  readonly clocks?: readonly ClockRow[];
}

interface Verb {
  readonly input: z.ZodObject;
  readonly decide: (of: Listening, input: never, context: ListeningContext) => ListeningChange | Refusal;
}
const verb = <Input>(
  input: z.ZodObject & z.ZodType<Input>,
  decide: (of: Listening, input: Input, context: ListeningContext) => ListeningChange | Refusal,
): Verb => ({ input, decide });

/** Points as raised, each with its clock of `listening.answer`. */
function pointsOf(
  of: Listening,
  all: readonly z.output<typeof raised>[],
  context: ListeningContext,
  field: string,
): ListeningChange | Refusal {
  const { newId, clocks, today, isThere, isMandate } = context;
  const wrong = all.flatMap(({ unitId, mandateId }, at) => [
    ...(unitId && !isThere(unitId) ? [{ field: `${field}${at}.unitId`, code: "field.no_such_thing" }] : []),
    ...(mandateId && !isMandate(mandateId) ? [{ field: `${field}${at}.mandateId`, code: "field.no_such_thing" }] : []),
  ]);
  if (wrong.length > 0) return invalid(...wrong);
  const points = all.map(
    ({ content, mandateId, unitId }, at): Point => ({
      ...{ id: newId(), position: of.points.length + at + 1, content, mandateId, unitId: unitId ?? of.organId, status: "open" },
      ...{ answer: null, answeredOn: null, outcome: null, followUp: null, followedUpOn: null },
    }),
  );
  const started = points.map(({ id: partId }) =>
    clocks.start({ id: newId(), subjectType: listeningType, subjectId: of.id, partId, key: "listening.answer", startsOn: today }),
  );
  return { points, clocks: started };
}

const hold = verb(
  z.strictObject({
    present: z.int().min(0).max(100_000),
    mandates: z.array(z.uuid()).max(200).default([]),
    summary: maybe(3000),
    points: z.array(raised).max(60).default([]),
  }),
  (of, { present, mandates, summary, points }, context) => {
    const strange = mandates.findIndex((one) => !context.isMandate(one));
    if (strange >= 0) return invalid({ field: `mandates.${strange}`, code: "field.no_such_thing" });
    const raisedNow = pointsOf(of, points, context, "points.");
    if ("refused" in raisedNow) return raisedNow;
    const set = { heldAt: context.now, present, mandates, summary };
    return { ...raisedNow, to: "held", set, data: { mandates, present, points: points.length, organId: of.organId } };
  },
);

const addPoint = verb(raised, (of, typed, context) => {
  const added = pointsOf(of, [typed], context, "");
  if ("refused" in added)
    return added.fields ? invalid(...added.fields.map((one) => ({ ...one, field: one.field.replace(/^0\./, "") }))) : added;
  const [point] = added.points ?? [];
  return { ...added, ...(point ? { partId: point.id } : {}), data: { unitId: point?.unitId } };
});

/** The point that is meant, where it waits for this. */
const pointIn = (of: Listening, id: string, status: Point["status"]): Point | undefined =>
  of.points.find((point) => point.id === id && point.status === status);

const answer = verb(z.strictObject({ pointId: z.uuid(), answer: words(3000, 5) }), (of, typed, context) => {
  const point = pointIn(of, typed.pointId, "open");
  if (!point) return invalid({ field: "pointId", code: "field.no_such_thing" });
  if (!context.doer.offices.includes(point.unitId)) return refuse("forbidden", { code: "listening.not_your_point", source: "F2.5" });
  const stopped = of.clocks.filter(({ partId, stoppedOn }) => partId === point.id && stoppedOn === null);
  return {
    points: [{ ...point, status: "answered", answer: typed.answer, answeredOn: context.today }],
    clocks: stopped.map((clock) => context.clocks.stop(clock, context.today, "answer")),
    ...{ partId: point.id, data: { unitId: point.unitId } },
  };
});

const followUp = verb(z.strictObject({ pointId: z.uuid(), outcome: z.enum(outcomes), followUp: words(1000) }), (of, typed, { today }) => {
  const point = pointIn(of, typed.pointId, "answered");
  if (!point) return invalid({ field: "pointId", code: "field.no_such_thing" });
  const { outcome, followUp } = typed;
  return {
    points: [{ ...point, status: "followed_up", outcome, followUp, followedUpOn: today }],
    ...{ partId: point.id, data: { outcome } },
  };
});

/** Every verb of a listening session with what it takes and does; the table says when and by whom. */
export const listeningDecisions: Readonly<Record<ListeningVerb, Verb>> = {
  announce: verb(z.strictObject({ note: maybe() }), (_of, { note }, { now }) => ({ to: "announced", set: { announcedAt: now }, note })),
  reschedule: verb(hours.extend({ note: words(500) }), (of, { note, ...typed }, { today }) => {
    const fault = hoursFault(typed, today);
    if (fault) return fault;
    const { day, startsAt, endsAt } = timed(typed, { limits: () => ({ announceBy: of.day, recordBy: of.day }) });
    return { set: { day, startsAt, endsAt }, note, data: { before: of.day, day } };
  }),
  hold,
  add_point: addPoint,
  answer,
  follow_up: followUp,
  close: verb(z.strictObject({ note: maybe() }), (_of, { note }, { now }) => ({ to: "closed", set: { closedAt: now }, note })),
  cancel: verb(z.strictObject({ note: words(500) }), (_of, { note }) => ({ to: "cancelled", note })),
};
