import { z } from "zod";
import { type DateISO, type Instant, momentOn } from "../../platform/clock/instant.ts";
import { type FieldFault, invalid, isRefusal, type Refusal, refuse } from "../../platform/refusal.ts";
import type { ReceptionVerb } from "./lifecycle.ts";
import { type Doer, type Exchange, type OnDuty, openExchanges, type Reception, type ReceptionColumns, serving } from "./reception.ts";
import type { ReceptionState } from "./terms.ts";

const words = (max: number, min = 2) => z.string().trim().min(min).max(max);
const maybe = (max = 500) => z.string().trim().max(max).nullable().default(null);
const reasoned = z.strictObject({ note: words(500) });
const one = z.strictObject({ mandateId: z.uuid(), note: maybe() });
/** `09:00`. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const unlike = (values: readonly string[]): boolean => new Set(values).size === values.length;

export const hours = z.strictObject({ day: z.iso.date(), fromTime: time, toTime: time });

/** Everything outside the reception that a decision may look at. */
export interface Context {
  readonly now: Instant;
  readonly today: DateISO;
  readonly doer: Doer;
  readonly newId: () => string;
  readonly limits: Limits;
  /** Mandates in force that are placed at the station and not absent on the reception's day. */
  readonly candidates: readonly string[];
  /** The reception that is given in return. */
  readonly other?: Reception | undefined;
  /** The code shown on site was shown just now. */
  readonly codeHolds: boolean;
}

/** The days by which a reception on a day is announced and recorded. */
export type Limits = (day: DateISO) => Pick<ReceptionColumns, "announceBy" | "recordBy">;

export interface Change {
  readonly to?: ReceptionState;
  readonly set?: Partial<Omit<ReceptionColumns, "id" | "status" | "version">>;
  readonly note?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  /** The whole list after the change; absent where nobody's duty changed. */
  readonly deputies?: readonly OnDuty[];
  readonly exchanges?: readonly Exchange[];
}

interface Verb {
  readonly input: z.ZodObject;
  readonly decide: (of: Reception, input: never, context: Context) => Change | Refusal;
}
const verb = <Input>(
  input: z.ZodObject & z.ZodType<Input>,
  decide: (of: Reception, input: Input, context: Context) => Change | Refusal,
): Verb => ({ input, decide });

/** A day and its hours as moments, with the days by which a reception on it is announced and recorded. */
export function timed(
  { day, fromTime, toTime }: z.output<typeof hours>,
  { limits }: Pick<Context, "limits">,
): Pick<ReceptionColumns, "day" | "startsAt" | "endsAt" | "announceBy" | "recordBy"> {
  const on = day as DateISO;
  return {
    day: on,
    startsAt: momentOn(on, minutes(fromTime)),
    endsAt: momentOn(on, minutes(toTime)),
    ...limits(on),
  };
}

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** What is wrong with a day and its hours, if anything. */
export function hoursFault({ day, fromTime, toTime }: z.output<typeof hours>, today: DateISO): Refusal | undefined {
  const faults: FieldFault[] = [];
  if (day < today) faults.push({ field: "day", code: "field.before_start", params: { start: today } });
  if (toTime <= fromTime) faults.push({ field: "toTime", code: "field.before_start", params: { start: fromTime } });
  return faults.length > 0 ? invalid(...faults) : undefined;
}

const changed = (of: Reception, mandate: string, change: Partial<OnDuty>): readonly OnDuty[] =>
  of.deputies.map((row) => (row.mandateId === mandate ? { ...row, ...change } : row));
const isIn = (of: Reception, mandate: string, ...states: OnDuty["state"][]): boolean =>
  of.deputies.some((row) => row.mandateId === mandate && states.includes(row.state));
const lapsed = (of: Reception, now: Instant): readonly Exchange[] =>
  of.exchanges.map((row) => (row.status === "asked" ? { ...row, status: "lapsed", answeredAt: now } : row));
const fresh = (id: string, mandateId: string, standsInFor: string | null = null): OnDuty => ({
  ...{ id, mandateId, state: "planned", standsInFor, signedInAt: null, signedInBy: null },
});
const on = (of: Pick<Reception, "deputies">): string[] => serving(of).map(({ mandateId }) => mandateId);

/** The same people stay, others leave, new ones come: rows of those who once gave their turn away are kept as evidence. */
function restaffed(of: Reception, mandates: readonly string[], newId: () => string): readonly OnDuty[] {
  const stay = of.deputies.filter(({ mandateId, state }) => state === "substituted" || mandates.includes(mandateId));
  const known = new Set(stay.filter(({ state }) => state !== "substituted").map(({ mandateId }) => mandateId));
  const back = new Set(
    stay.filter(({ mandateId, state }) => state === "substituted" && mandates.includes(mandateId)).map((row) => row.mandateId),
  );
  return [
    ...stay.map((row): OnDuty => (back.has(row.mandateId) ? { ...row, state: "planned" } : row)),
    ...mandates.filter((mandate) => !known.has(mandate) && !back.has(mandate)).map((mandate) => fresh(newId(), mandate)),
  ];
}

const reschedule = verb(hours.extend({ place: maybe(80), note: words(500) }), (of, { place, note, ...typed }, context) => {
  const fault = hoursFault(typed, context.today);
  if (fault) return fault;
  const set = timed(typed, context);
  return { set: { ...set, place }, note, data: { day: set.day, before: of.day, mandates: on(of) }, exchanges: lapsed(of, context.now) };
});

const staff = verb(
  z.strictObject({ mandateIds: z.array(z.uuid()).min(1).max(20).refine(unlike, "twice"), note: maybe() }),
  (of, { mandateIds, note }, { candidates, newId, now }) => {
    const strange = mandateIds.findIndex((mandate) => !candidates.includes(mandate) && !on(of).includes(mandate));
    if (strange >= 0) return invalid({ field: `mandateIds.${strange}`, code: "reception.not_free" });
    return { note, deputies: restaffed(of, mandateIds, newId), data: { mandates: mandateIds }, exchanges: lapsed(of, now) };
  },
);

const replan = verb(hours.extend({ theme: maybe(60), mandateIds: z.array(z.uuid()) }), (of, { theme, mandateIds, ...typed }, context) => ({
  set: { ...timed(typed, context), theme },
  deputies: restaffed(of, mandateIds, context.newId),
  data: { day: typed.day, mandates: mandateIds },
}));

const askExchange = verb(
  z.strictObject({ mandateId: z.uuid(), asked: z.uuid(), swapReceptionId: z.uuid().nullable().default(null), note: maybe() }),
  (of, { mandateId, asked, swapReceptionId, note }, { doer, candidates, newId, now, other }) => {
    if (!doer.mandates.includes(mandateId) || !isIn(of, mandateId, "planned"))
      return invalid({ field: "mandateId", code: "reception.not_on_duty" });
    if (openExchanges(of).some(({ asker }) => asker === mandateId))
      return refuse("conflict", { code: "reception.asked_already", source: "F2.3" });
    if (!candidates.includes(asked) || on(of).includes(asked)) return invalid({ field: "asked", code: "reception.not_free" });
    if (swapReceptionId && !canSwap(of, other, { asker: mandateId, asked, now }))
      return invalid({ field: "swapReceptionId", code: "reception.not_a_swap", source: "F2.3" });
    const exchange: Exchange = {
      id: newId(),
      asker: mandateId,
      asked,
      swapReceptionId,
      status: "asked",
      askedAt: now,
      answeredAt: null,
      note,
    };
    return { note, exchanges: [...of.exchanges, exchange], data: { exchangeId: exchange.id, asker: mandateId, asked, swapReceptionId } };
  },
);

/** Another reception of the same station that has not begun, where the one asked is on duty and the asker is not. */
function canSwap(
  of: Reception,
  other: Reception | undefined,
  { asker, asked, now }: { asker: string; asked: string; now: Instant },
): boolean {
  if (!other || other.id === of.id || other.stationId !== of.stationId || other.startsAt <= now) return false;
  return (other.status === "planned" || other.status === "announced") && isIn(other, asked, "planned") && !on(other).includes(asker);
}

const answerExchange = verb(z.strictObject({ exchangeId: z.uuid(), agrees: z.boolean(), note: maybe() }), (of, typed, context) => {
  const { doer, now, newId, other } = context;
  const exchange = openExchanges(of).find(({ id, asked }) => id === typed.exchangeId && doer.mandates.includes(asked));
  if (!exchange) return invalid({ field: "exchangeId", code: "field.no_such_thing" });
  const { asker, asked, swapReceptionId } = exchange;
  const exchanges = of.exchanges.map(
    (row): Exchange => (row.id === exchange.id ? { ...row, status: typed.agrees ? "agreed" : "declined", answeredAt: now } : row),
  );
  const data = { exchangeId: exchange.id, asker, asked, swapReceptionId, agrees: typed.agrees };
  if (!typed.agrees) return { note: typed.note, exchanges, data };
  if (!isIn(of, asker, "planned") || on(of).includes(asked) || (swapReceptionId && !canSwap(of, other, { asker, asked, now })))
    return refuse("conflict", { code: "reception.exchange_gone", source: "F2.3" });
  return { note: typed.note, exchanges, deputies: replaced(of, asker, asked, newId), data };
});

/** `asked` takes the turn of `asker`. */
function replaced(of: Reception, asker: string, asked: string, newId: () => string): readonly OnDuty[] {
  const left = changed(of, asker, { state: "substituted" });
  return left.some(({ mandateId }) => mandateId === asked)
    ? left.map((row): OnDuty => (row.mandateId === asked ? { ...row, state: "planned", standsInFor: asker } : row))
    : [...left, fresh(newId(), asked, asker)];
}

const signIn = verb(
  z.strictObject({ mandateId: z.uuid(), code: z.string().max(200).nullable().default(null) }),
  (of, { mandateId }, { doer, now, codeHolds }) => {
    if (!isIn(of, mandateId, "planned")) return invalid({ field: "mandateId", code: "reception.not_expected" });
    const station = doer.relations.includes("station");
    if (!station && !doer.mandates.includes(mandateId)) return invalid({ field: "mandateId", code: "reception.not_on_duty" });
    const byCode = codeHolds && doer.mandates.includes(mandateId);
    if (!station && !byCode) return invalid({ field: "code", code: "reception.code_over", source: "F2.3" });
    const signedInBy = byCode ? "code" : "station";
    return {
      deputies: changed(of, mandateId, { state: "signed_in", signedInAt: now, signedInBy }),
      data: { mandates: [mandateId], by: signedInBy },
    };
  },
);

const mark = (state: "excused" | "absent", ...from: OnDuty["state"][]) =>
  verb(one, (of, { mandateId, note }) =>
    isIn(of, mandateId, ...from)
      ? { note, deputies: changed(of, mandateId, { state }), data: { mandates: [mandateId] } }
      : invalid({ field: "mandateId", code: "reception.not_expected" }),
  );

/** Whoever was expected and did not come was absent. */
const closedList = (of: Reception): readonly OnDuty[] =>
  of.deputies.map((row) => (row.state === "planned" ? { ...row, state: "absent" } : row));

const hold = verb(z.strictObject({ visitors: z.int().min(0).max(10_000), summary: maybe(3000) }), (of, { visitors, summary }, { now }) => {
  const mandates = of.deputies.filter(({ state }) => state === "signed_in").map(({ mandateId }) => mandateId);
  return {
    ...{ to: "held", set: { heldAt: now, visitors, summary }, deputies: closedList(of), exchanges: lapsed(of, now) },
    data: { mandates, visitors, kind: of.kind },
  };
});

/** Every verb of a reception with what it takes and does; the table says when and by whom. */
export const verbs: Readonly<Record<ReceptionVerb, Verb>> = {
  announce: verb(z.strictObject({ note: maybe() }), (of, { note }, { now, today }) => ({
    ...{ to: "announced", set: { announcedAt: now }, note },
    data: { mandates: on(of), day: of.day, late: today > of.announceBy },
  })),
  reschedule,
  staff,
  replan,
  ask_exchange: askExchange,
  answer_exchange: answerExchange,
  swap: verb(z.strictObject({ leaves: z.uuid(), comes: z.uuid() }), (of, { leaves, comes }, { newId }) => ({
    deputies: replaced(of, leaves, comes, newId),
    data: { leaves, comes },
  })),
  sign_in: signIn,
  excuse: verb(one.extend({ note: words(500) }), (of, input, context) => {
    const marked = mark("excused", "planned", "absent").decide(of, input as never, context);
    return isRefusal(marked) ? marked : { ...marked, note: input.note };
  }),
  mark_absent: mark("absent", "planned"),
  hold,
  miss: verb(z.strictObject({ note: maybe() }), (of, { note }, { now }) => ({
    ...{ to: "missed", note, deputies: closedList(of), exchanges: lapsed(of, now) },
    data: { mandates: on(of) },
  })),
  cancel: verb(reasoned, (of, { note }, { now }) => ({
    ...{ to: "cancelled", note, exchanges: lapsed(of, now) },
    data: { mandates: on(of), day: of.day },
  })),
};
