import { dateIn, type Instant } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import type { Fact } from "../../platform/ledger/fact.ts";
import { evidenceOf, type Step } from "../../platform/lifecycle/evidence.ts";
import { isRefusal, type Refusal } from "../../platform/refusal.ts";
import { may, type OpinionVerb, transitionOf } from "./lifecycle.ts";
import { applied, type Change, type Context, type Doer, type Opinion, subjectType, told } from "./opinion.ts";
import type { OpinionState } from "./terms.ts";
import { verbs } from "./verbs.ts";

export interface Stage extends Pick<Context, "statute" | "clocks" | "organisation" | "newId"> {
  readonly district: string;
  readonly nextNumber: number;
  /** Files that come with the step. */
  readonly attached?: readonly Attached[];
}

export interface Played {
  readonly after: Opinion;
  readonly change: Change;
  readonly step: Step<OpinionState, OpinionVerb>;
  readonly fact: Fact;
}

/** One verb: may it happen, what does it do, which evidence does it leave. Pure: nothing is written. */
export function play(
  { district, attached, ...stage }: Stage,
  of: Opinion,
  verb: OpinionVerb,
  typed: unknown,
  doer: Doer,
  now: Instant,
): Played | Refusal {
  const refusal = may(of, verb, doer.relations);
  if (refusal) return refusal;
  const change = verbs[verb].decide(of, typed as never, { ...stage, now, today: dateIn(now), doer });
  if (isRefusal(change)) return change;
  const occasion = {
    id: stage.newId(),
    district,
    now,
    subjectType,
    verb,
    tells: transitionOf(verb).tells,
    to: change.to ?? of.status,
    told: told(of, change, attached),
  };
  return { after: applied(of, change), change, ...evidenceOf(of, doer, occasion) };
}

interface Beginning extends Pick<Opinion, "id" | "mandateId" | "title" | "content" | "category" | "areaId" | "receiverId" | "campaignId"> {}

/** An opinion at its beginning: raised in one step, with the clock of its first assignment. */
export function begun(
  { district, clocks, newId, attached }: Pick<Stage, "district" | "clocks" | "newId" | "attached">,
  paper: Beginning,
  by: Doer,
  now: Instant,
): Omit<Played, "change"> {
  const fresh: Opinion = {
    ...paper,
    ...{
      unitId: null,
      number: null,
      numberYear: null,
      status: "submitted",
      round: 1,
      submittedAt: now,
      receivedOn: null,
      closedAt: null,
      ending: null,
    },
    ...{ suggestionId: null, version: 1, results: [], mandateStatus: "in_force" },
    clocks: [clocks.start({ id: newId(), subjectType, subjectId: paper.id, key: "opinion.assign", startsOn: dateIn(now) })],
  };
  const occasion = {
    id: newId(),
    district,
    now,
    subjectType,
    verb: "begin" as const,
    tells: "opinion.submitted",
    to: fresh.status,
    told: told(fresh, { data: { category: paper.category } }, attached),
  };
  return { after: fresh, ...evidenceOf<OpinionState, OpinionVerb>({ ...fresh, version: 0 }, by, occasion) };
}
