import { dateIn, type Instant } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import type { Fact } from "../../platform/ledger/fact.ts";
import { evidenceOf, type Step } from "../../platform/lifecycle/evidence.ts";
import { isRefusal, type Refusal } from "../../platform/refusal.ts";
import { may, type ReceptionVerb, transitionOf } from "./lifecycle.ts";
import { type Doer, type Reception, subjectType } from "./reception.ts";
import type { ReceptionState } from "./terms.ts";
import { type Change, type Context, verbs } from "./verbs.ts";

export interface Stage extends Omit<Context, "now" | "today" | "doer"> {
  readonly district: string;
  /** Files that come with the step. */
  readonly attached?: readonly Attached[];
}

export interface Played {
  readonly after: Reception;
  readonly change: Change;
  readonly step: Step<ReceptionState, ReceptionVerb>;
  readonly fact: Fact;
}

/** One verb: may it happen, what does it do, which evidence does it leave. Pure: nothing is written. */
export function play(
  { district, attached = [], ...stage }: Stage,
  of: Reception,
  verb: ReceptionVerb,
  typed: unknown,
  doer: Doer,
  now: Instant,
): Played | Refusal {
  const refusal = may({ ...of, now }, verb, doer.relations);
  if (refusal) return refusal;
  const change = verbs[verb].decide(of, typed as never, { ...stage, now, today: dateIn(now), doer });
  if (isRefusal(change)) return change;
  const after: Reception = {
    ...of,
    ...change.set,
    status: change.to ?? of.status,
    version: of.version + 1,
    deputies: change.deputies ?? of.deputies,
    exchanges: change.exchanges ?? of.exchanges,
  };
  const told = {
    note: change.note ?? null,
    data: dataOf(of, { ...change.data, ...(attached.length > 0 ? { attachments: attached } : {}) }),
  };
  const occasion = { id: stage.newId(), district, now, subjectType, verb, tells: transitionOf(verb).tells, to: after.status, told };
  return { after, change, ...evidenceOf(of, doer, occasion) };
}

const dataOf = (of: Reception, data: Readonly<Record<string, unknown>>) => ({ stationId: of.stationId, day: of.day, ...data });

export type Beginning = Omit<
  Reception,
  "status" | "announcedAt" | "heldAt" | "visitors" | "summary" | "version" | "deputies" | "exchanges" | "called"
> & { readonly mandates: readonly string[] };

/** A reception at its beginning. Its announcement comes onto the to-do list when `called`. */
export function begun(
  { district, newId, called }: Pick<Stage, "district" | "newId"> & { readonly called: boolean },
  { mandates, ...paper }: Beginning,
  by: Doer,
  now: Instant,
): Omit<Played, "change"> {
  const after: Reception = {
    ...paper,
    ...{ called, status: "planned", announcedAt: null, heldAt: null, visitors: null, summary: null, version: 1, exchanges: [] },
    deputies: mandates.map((mandateId) => ({
      ...{ id: newId(), mandateId, state: "planned", standsInFor: null, signedInAt: null, signedInBy: null },
    })),
  };
  const occasion = {
    ...{ id: newId(), district, now, subjectType, verb: "begin" as const, tells: "reception.planned", to: after.status },
    told: { data: dataOf(after, { kind: after.kind, rosterId: after.rosterId, mandates }) },
  };
  return { after, ...evidenceOf<ReceptionState, ReceptionVerb>({ ...after, version: 0 }, by, occasion) };
}
