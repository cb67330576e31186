import { dateIn, type Instant } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import type { Fact } from "../../platform/ledger/fact.ts";
import { type Awaited, runningClock } from "../../platform/lifecycle/awaited.ts";
import { evidenceOf, type Hand, type Step } from "../../platform/lifecycle/evidence.ts";
import { isRefusal, type Refusal } from "../../platform/refusal.ts";
import { type Listener, type Listening, listeningType } from "./listening.ts";
import { type ListeningVerb, listeningRow, mayListening } from "./listening-lifecycle.ts";
import { type ListeningChange, type ListeningContext, listeningDecisions } from "./listening-verbs.ts";
import type { ListeningState } from "./terms.ts";

export interface ListeningStage extends Omit<ListeningContext, "now" | "today" | "doer"> {
  readonly district: string;
  readonly attached?: readonly Attached[];
}

export interface ListeningPlayed {
  readonly after: Listening;
  readonly change: ListeningChange;
  readonly step: Step<ListeningState, ListeningVerb>;
  readonly fact: Fact;
}

/** One verb of a listening session: may it happen, what does it do, which evidence does it leave. Pure. */
export function playListening(
  { district, attached = [], ...stage }: ListeningStage,
  of: Listening,
  verb: ListeningVerb,
  typed: unknown,
  doer: Listener,
  now: Instant,
): ListeningPlayed | Refusal {
  const refusal = mayListening({ ...of, now }, verb, doer.relations);
  if (refusal) return refusal;
  const change = listeningDecisions[verb].decide(of, typed as never, { ...stage, now, today: dateIn(now), doer });
  if (isRefusal(change)) return change;
  const { to = of.status, note = null, partId, data, points = [], clocks = [] } = change;
  const after: Listening = {
    ...{ ...of, ...change.set, status: to, version: of.version + 1 },
    points: [...of.points.map((point) => points.find(({ id }) => id === point.id) ?? point), ...fresh(of.points, points)],
    clocks: [...of.clocks.map((clock) => clocks.find(({ id }) => id === clock.id) ?? clock), ...fresh(of.clocks, clocks)],
  };
  const told = {
    ...{ note, ...(partId ? { partId } : {}) },
    data: { stationId: of.stationId, day: after.day, ...data, ...(attached.length > 0 ? { attachments: attached } : {}) },
  };
  const occasion = { id: stage.newId(), district, now, subjectType: listeningType, verb, tells: listeningRow(verb).tells, to, told };
  return { after, change, ...evidenceOf(of, doer, occasion) };
}

const fresh = <Row extends { readonly id: string }>(known: readonly Row[], rows: readonly Row[]): Row[] =>
  rows.filter((row) => !known.some(({ id }) => id === row.id));

export type ListeningBeginning = Pick<Listening, "id" | "stationId" | "organId" | "topic" | "about" | "startsAt" | "endsAt" | "day">;

/** A listening session at its beginning. */
export function begunListening(
  { district, newId }: Pick<ListeningStage, "district" | "newId">,
  paper: ListeningBeginning,
  by: Hand,
  now: Instant,
): Omit<ListeningPlayed, "change"> {
  const after: Listening = {
    ...{ ...paper, status: "planned", announcedAt: null, heldAt: null, present: null, mandates: [], summary: null, closedAt: null },
    ...{ version: 1, points: [], clocks: [] },
  };
  const occasion = {
    ...{ id: newId(), district, now, subjectType: listeningType, verb: "begin" as const, tells: "listening.planned", to: after.status },
    told: { data: { stationId: after.stationId, day: after.day, organId: after.organId } },
  };
  return { after, ...evidenceOf<ListeningState, ListeningVerb>({ ...after, version: 0 }, by, occasion) };
}

/** What a listening session waits for and from whom: the station, or the units whose points are open. */
export function awaitedInListening(of: Listening): Awaited[] {
  const entry = (verb: ListeningVerb, holder: string, more: Partial<Awaited> = {}): Awaited => ({
    ...{ verb, holder, leadersOnly: false, partId: null, clockId: null, dueOn: null },
    ...more,
  });
  if (of.status === "planned") return [entry("announce", of.stationId, { dueOn: of.day })];
  if (of.status === "announced") return [entry("hold", of.stationId, { dueOn: of.day })];
  if (of.status !== "held") return [];
  const open = of.points.filter(({ status }) => status === "open");
  const units = [...new Set(open.map(({ unitId }) => unitId))].map((unit) => {
    const mine = open.filter(({ unitId }) => unitId === unit);
    const clocks = mine.flatMap(({ id }) => runningClock(of.clocks, ["listening.answer"], id) ?? []);
    const nearest = clocks.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
    return entry("answer", unit, { partId: nearest?.partId ?? null, clockId: nearest?.id ?? null });
  });
  const answered = of.points.some(({ status }) => status === "answered") ? [entry("follow_up", of.stationId)] : [];
  const done = of.points.every(({ status }) => status === "followed_up") ? [entry("close", of.stationId)] : [];
  return [...units, ...answered, ...done];
}
