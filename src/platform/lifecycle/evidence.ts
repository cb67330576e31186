import type { Instant } from "../clock/instant.ts";
import type { Fact } from "../ledger/fact.ts";

/** Who did something, and for which organisation or office. */
export interface Hand {
  readonly account: string | null;
  readonly person: string | null;
  readonly actingFor: string | null;
}

/** One step of a thing's life, as kept. `begin` is the step that begins every life. */
export interface Step<State extends string = string, Verb extends string = string> {
  readonly id: string;
  readonly subjectId: string;
  readonly position: number;
  readonly partId: string | null;
  readonly verb: Verb | "begin";
  readonly fromStatus: State;
  readonly toStatus: State;
  readonly at: Instant;
  readonly byAccount: string | null;
  readonly byPerson: string | null;
  readonly actingFor: string | null;
  readonly note: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Told {
  readonly note?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly partId?: string;
}

interface Occasion<State extends string, Verb extends string> {
  readonly id: string;
  readonly district: string;
  readonly now: Instant;
  readonly subjectType: string;
  readonly verb: Verb | "begin";
  readonly tells: string;
  readonly to: State;
  readonly told: Told;
}

/** The step and the fact of one verb; they share an identifier. Notes may hold personal data, so the fact leaves them out. */
export function evidenceOf<State extends string, Verb extends string>(
  before: { readonly id: string; readonly status: State; readonly version: number },
  by: Hand,
  { id, district, now, subjectType, verb, tells, to, told }: Occasion<State, Verb>,
): { step: Step<State, Verb>; fact: Fact } {
  const step: Step<State, Verb> = {
    ...{
      id,
      subjectId: before.id,
      position: before.version + 1,
      partId: told.partId ?? null,
      verb,
      fromStatus: before.status,
      toStatus: to,
      at: now,
    },
    ...{ byAccount: by.account, byPerson: by.person, actingFor: by.actingFor, note: told.note ?? null, data: told.data ?? {} },
  };
  const data = { from: before.status, to, ...(told.partId ? { partId: told.partId } : {}), ...told.data };
  return { step, fact: { district, id, at: now, actor: by.account, subjectType, subjectId: before.id, type: tells, version: 1, data } };
}
