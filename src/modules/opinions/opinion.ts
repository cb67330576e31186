import type { DateISO, Instant } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import type { Hand } from "../../platform/lifecycle/evidence.ts";
import type { ClockRow, Clocks, Statute } from "../calendar/index.ts";
import type { Listed, MandateState } from "../identity/index.ts";
import type { Ending, OpinionGrade, OpinionRelation, OpinionState } from "./terms.ts";

export interface OpinionColumns {
  readonly id: string;
  readonly mandateId: string;
  readonly title: string;
  readonly content: string;
  readonly category: string;
  readonly areaId: string;
  readonly receiverId: string;
  readonly unitId: string | null;
  readonly campaignId: string | null;
  readonly number: number | null;
  readonly numberYear: number | null;
  readonly status: OpinionState;
  /** 1 for the first handling, one more after each dissatisfied appraisal. */
  readonly round: number;
  readonly submittedAt: Instant;
  /** The day it was first handed over: from then on it is received, and stays so. */
  readonly receivedOn: DateISO | null;
  readonly closedAt: Instant | null;
  readonly ending: Ending | null;
  readonly suggestionId: string | null;
  readonly version: number;
}

/** What was done, or why it was not; one for each round. */
export interface Result {
  readonly id: string;
  readonly round: number;
  readonly answer: string;
  readonly solved: boolean;
  /** In yuan. */
  readonly cost: number;
  readonly households: number;
  readonly people: number;
  readonly answeredOn: DateISO;
  /** Null while unheard, and for ever when the window passed in silence. */
  readonly grade: OpinionGrade | null;
  readonly gradeReasons: string | null;
  readonly gradedAt: Instant | null;
}

export interface Opinion extends OpinionColumns {
  readonly results: readonly Result[];
  readonly clocks: readonly ClockRow[];
  readonly mandateStatus: MandateState;
}

export interface Change {
  readonly to?: OpinionState;
  readonly set?: Partial<Omit<OpinionColumns, "id" | "status" | "version">>;
  readonly note?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly results?: readonly Result[];
  readonly clocks?: readonly ClockRow[];
  /** Whoever is waited for is told that it is urgent. */
  readonly urges?: true;
}

/** Who acts on an opinion, seen from it. */
export interface Doer extends Hand {
  readonly relations: readonly OpinionRelation[];
}

/** Everything outside the opinion that a decision may look at. */
export interface Context {
  readonly now: Instant;
  readonly today: DateISO;
  readonly doer: Doer;
  readonly statute: Statute;
  readonly clocks: Clocks;
  readonly newId: () => string;
  readonly organisation: (id: string) => Listed | undefined;
  /** The next number of this receiver's year, for the verb that numbers. */
  readonly nextNumber: number;
}

/** The opinion after a change: rows of the change replace those of the same identifier. */
export function applied(before: Opinion, change: Change): Opinion {
  return {
    ...before,
    ...change.set,
    status: change.to ?? before.status,
    version: before.version + 1,
    results: merged(before.results, change.results),
    clocks: merged(before.clocks, change.clocks),
  };
}

function merged<Row extends { readonly id: string }>(rows: readonly Row[], changed: readonly Row[] = []): readonly Row[] {
  const now = new Map(changed.map((row) => [row.id, row]));
  const known = new Set(rows.map((row) => row.id));
  return [...rows.map((row) => now.get(row.id) ?? row), ...changed.filter((row) => !known.has(row.id))];
}

/** What the step and the fact of a change say. */
export const told = (of: Opinion, { note = null, data }: Change, attached: readonly Attached[] = []) => ({
  note,
  data: { round: of.round, ...data, ...(attached.length > 0 ? { attachments: attached } : {}) },
});

/** The result of the current round. */
export const currentResult = (of: Opinion): Result | undefined => of.results.find((result) => result.round === of.round);

export const subjectType = "opinion";
