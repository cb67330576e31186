import type { z } from "zod";
import type { DateISO, Instant } from "../../platform/clock/instant.ts";
import type { Hand } from "../../platform/lifecycle/evidence.ts";
import type { Refusal } from "../../platform/refusal.ts";
import type { Clocks, Statute } from "../calendar/index.ts";
import type { Listed, MandateState } from "../identity/index.ts";
import type { Case, Change, Part } from "./case.ts";
import type { Relation } from "./terms.ts";

/** A session of the case's congress. */
export interface Session {
  readonly id: string;
  readonly openedOn: DateISO;
  readonly closedOn: DateISO;
}

/** Who acts on a case, seen from the case. */
export interface Doer extends Hand {
  readonly relations: readonly Relation[];
  /** The mandate under which a deputy acts on it. */
  readonly mandateId: string | null;
  /** The organisation for which an officer or leader acts on it. */
  readonly organisationId: string | null;
  /** Parts of the case that are his organisation's. */
  readonly partIds: readonly string[];
}

/** Everything outside the case that a decision may look at. */
export interface Context {
  readonly now: Instant;
  readonly today: DateISO;
  readonly doer: Doer;
  readonly statute: Statute;
  readonly clocks: Clocks;
  /** The doer's own part, for the verbs of a unit. */
  readonly part: Part | undefined;
  readonly newId: () => string;
  /** Organisations by identifier, for verbs that name some. */
  readonly organisation: (id: string) => Listed | undefined;
  /** Mandates by identifier, for the verb that invites. */
  readonly mandate: (id: string) => { congressId: string; status: MandateState; personId: string } | undefined;
  /** The next number in a series, for the verb that numbers. */
  readonly nextNumber: number;
  /** Sessions of the case's congress. */
  readonly sessions: readonly Session[];
  /** The step that a paper tells of, and its number, for the verb that issues one. */
  readonly paper: { readonly stepId: string; readonly mark: string | undefined; readonly number: number } | undefined;
  /** Another case that the input names. */
  readonly other: Pick<Case, "id" | "congressId" | "status" | "mergedIntoId"> | undefined;
}

/** What a verb needs loaded beyond the case. */
export type Want = "organisations" | "mandates" | "number" | "sessions" | "other" | "paper";

/** One verb: what is typed, and what it does. Whether it may happen at all stands in the life-cycle table. */
interface Typed<Input> {
  readonly input: z.ZodObject & z.ZodType<Input>;
  readonly wants?: readonly Want[];
  readonly decide: (of: Case, input: Input, context: Context) => Change | Refusal;
}

/** A verb among others: its input is known only to its own schema, which every input has to pass first. */
export interface Verb {
  readonly input: z.ZodObject;
  readonly wants?: readonly Want[];
  readonly decide: (of: Case, input: never, context: Context) => Change | Refusal;
}

export const verb = <Input>(of: Typed<Input>): Verb => of;
