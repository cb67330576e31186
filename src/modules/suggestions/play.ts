import { dateIn, type Instant } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import type { Fact } from "../../platform/ledger/fact.ts";
import { evidenceOf, type Step } from "../../platform/lifecycle/evidence.ts";
import { isRefusal, type Refusal } from "../../platform/refusal.ts";
import type { Clocks, Statute } from "../calendar/index.ts";
import { applied, type Case, type Change, told } from "./case.ts";
import { subjectType } from "./clockwork.ts";
import type { Context, Doer } from "./context.ts";
import { may, transitionOf, type VerbName } from "./lifecycle.ts";
import type { CaseState } from "./terms.ts";
import { verbs } from "./verbs.ts";

/** What a play needs from outside: time's rules, names and numbers. */
export interface Stage extends Pick<Context, "organisation" | "mandate" | "sessions" | "newId"> {
  /** What a paper of this kind would be issued under; without it none can be. */
  readonly paper?: (of: Case) => Context["paper"];
  readonly district: string;
  readonly statute: Statute;
  readonly clocks: Clocks;
  readonly nextNumber: (of: Case, now: Instant) => number;
  readonly other?: (id: string) => Context["other"];
}

export interface Played {
  readonly after: Case;
  readonly change: Change;
  readonly step: Step<CaseState, VerbName>;
  readonly fact: Fact;
}

/** One verb without a database: the same table, decision and evidence as over HTTP. For worlds and property tests. */
export function play(stage: Stage, of: Case, verb: VerbName, input: unknown, doer: Doer, now: Instant): Played | Refusal {
  const part = of.parts.findLast((one) => doer.partIds.includes(one.id));
  const refusal = may(of, verb, { relations: doer.relations, part, today: dateIn(now) });
  if (refusal) return refusal;
  const typed = verbs[verb].input.parse(input) as never;
  const { district, nextNumber, other, paper, ...rest } = stage;
  const number = verbs[verb].wants?.includes("number") ? nextNumber(of, now) : 0;
  const otherId = typeof input === "object" && input !== null && "otherId" in input ? String(input.otherId) : "";
  const context: Context = {
    ...rest,
    now,
    today: dateIn(now),
    doer,
    part,
    nextNumber: number,
    other: other?.(otherId),
    paper: paper?.(of),
  };
  const change = verbs[verb].decide(of, typed, context);
  if (isRefusal(change)) return change;
  const occasion = {
    id: rest.newId(),
    district,
    now,
    subjectType,
    verb,
    tells: transitionOf(verb).tells,
    to: change.to ?? of.status,
    told: told(of, change),
  };
  return { after: applied(of, change), change, ...evidenceOf(of, doer, occasion) };
}

interface Begun extends Pick<Stage, "district" | "newId"> {
  readonly attached?: readonly Attached[];
  /** How it comes into the house: drafted, unless it is taken over from earlier records. */
  readonly verb?: "import";
}

/** The step and the fact with which a case begins. */
export function beginning(stage: Begun, fresh: Case, doer: Doer, now: Instant): Pick<Played, "step" | "fact"> {
  const occasion = {
    id: stage.newId(),
    district: stage.district,
    now,
    subjectType,
    verb: stage.verb ?? ("begin" as const),
    tells: stage.verb ? transitionOf(stage.verb).tells : "suggestion.drafted",
    to: fresh.status,
    told: told(fresh, stage.attached?.length ? { data: { attachments: stage.attached } } : {}),
  };
  return evidenceOf<CaseState, VerbName>({ ...fresh, version: 0 }, doer, occasion);
}
