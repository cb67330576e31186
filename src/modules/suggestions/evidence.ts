import type { Instant } from "../../platform/clock/instant.ts";
import type { Fact } from "../../platform/ledger/fact.ts";
import type { Case, Change } from "./case.ts";
import { subjectType } from "./clockwork.ts";
import type { Doer } from "./context.ts";
import { transitionOf, type VerbName } from "./lifecycle.ts";
import type { CaseState } from "./terms.ts";

/** One step of a case, as kept. `draft` is the step that begins every case. */
export interface Step {
  readonly id: string;
  readonly suggestionId: string;
  readonly position: number;
  readonly partId: string | null;
  readonly verb: VerbName | "draft";
  readonly fromStatus: CaseState;
  readonly toStatus: CaseState;
  readonly at: Instant;
  readonly byAccount: string | null;
  readonly byPerson: string | null;
  readonly byOrganisation: string | null;
  readonly byMandate: string | null;
  readonly note: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Occasion {
  readonly id: string;
  readonly district: string;
  readonly now: Instant;
}

/** The step and the fact of one verb; they share an identifier. */
export function evidenceOf(
  before: Case,
  verb: VerbName | "draft",
  change: Change,
  doer: Doer,
  { id, district, now }: Occasion,
): { step: Step; fact: Fact } {
  const to = change.to ?? before.status;
  const step: Step = {
    ...{
      id,
      suggestionId: before.id,
      position: before.version + 1,
      partId: change.partId ?? null,
      verb,
      fromStatus: before.status,
      toStatus: to,
      at: now,
    },
    ...{ byAccount: doer.account, byPerson: doer.person, byOrganisation: doer.organisationId, byMandate: doer.mandateId },
    ...{ note: change.note ?? null, data: change.data ?? {} },
  };
  const type = verb === "draft" ? "suggestion.drafted" : transitionOf(verb).tells;
  const data = { from: before.status, to, round: before.round, ...(change.partId ? { partId: change.partId } : {}), ...change.data };
  return { step, fact: { district, id, at: now, actor: doer.account, subjectType, subjectId: before.id, type, version: 1, data } };
}
