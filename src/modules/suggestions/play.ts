import { dateIn, type Instant } from "../../platform/clock/instant.ts";
import type { Fact } from "../../platform/ledger/fact.ts";
import { isRefusal, type Refusal } from "../../platform/refusal.ts";
import type { Clocks, Statute } from "../calendar/index.ts";
import { applied, type Case } from "./case.ts";
import type { Context, Doer } from "./context.ts";
import { evidenceOf, type Step } from "./evidence.ts";
import { may, type VerbName } from "./lifecycle.ts";
import { verbs } from "./verbs.ts";

/** What a play needs from outside: time's rules, names and numbers. */
export interface Stage extends Pick<Context, "organisation" | "mandate" | "sessions" | "newId"> {
  readonly district: string;
  readonly statute: Statute;
  readonly clocks: Clocks;
  readonly nextNumber: (of: Case, now: Instant) => number;
  readonly other?: (id: string) => Context["other"];
}

export interface Played {
  readonly after: Case;
  readonly step: Step;
  readonly fact: Fact;
}

/** One verb without a database: the same table, decision and evidence as over HTTP. For worlds and property tests. */
export function play(stage: Stage, of: Case, verb: VerbName, input: unknown, doer: Doer, now: Instant): Played | Refusal {
  const part = of.parts.findLast((one) => doer.partIds.includes(one.id));
  const refusal = may(of, verb, { relations: doer.relations, part });
  if (refusal) return refusal;
  const typed = verbs[verb].input.parse(input) as never;
  const { district, nextNumber, other, ...rest } = stage;
  const number = verbs[verb].wants?.includes("number") ? nextNumber(of, now) : 0;
  const otherId = typeof input === "object" && input !== null && "otherId" in input ? String(input.otherId) : "";
  const context: Context = { ...rest, now, today: dateIn(now), doer, part, nextNumber: number, other: other?.(otherId) };
  const change = verbs[verb].decide(of, typed, context);
  if (isRefusal(change)) return change;
  return { after: applied(of, change), ...evidenceOf(of, verb, change, doer, { id: rest.newId(), district, now }) };
}
