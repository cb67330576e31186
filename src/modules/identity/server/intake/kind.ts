import type { z } from "@hono/zod-openapi";
import type { Instant } from "../../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../../platform/db/database.ts";
import { type FieldFault, isRefusal, type Reason, type Refusal } from "../../../../platform/refusal.ts";
import type { Actor } from "../../actor.ts";

/** How a cell of a column is taken. A reference is a name that is looked up among things of `table`. */
export type Reads =
  | { readonly as: "text" | "day" | "month" | "yes_no" }
  | { readonly as: "choice"; readonly values: readonly string[]; readonly words: string }
  | { readonly as: "reference"; readonly table: string; readonly within?: string };

export interface IntakeColumn {
  readonly field: string;
  /** The key of its heading. */
  readonly heading: string;
  readonly required: boolean;
  readonly reads: Reads;
  /** The key of what the template says beside it, where its kind does not say enough. */
  readonly wants?: string;
  /** Said of new things only: what is there already goes its own way. */
  readonly once?: true;
}

export type Values = Readonly<Record<string, unknown>>;

/** A row as read: what was filled in, as text and as values, and what could not be read. */
export interface Read {
  readonly no: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly given: Values;
  readonly faults: readonly (Reason & { readonly field: string })[];
}

export interface Existing {
  readonly id: string;
  readonly version: number;
  readonly values: Values;
  /** Values as a sheet would say them, where they do not say it themselves. */
  readonly said?: Readonly<Record<string, string>>;
}

/** The things that rows could speak of, found once for the whole sheet. */
export interface Known {
  /** Whom or what the row speaks of: one that is there, none, or why that cannot be told. */
  find(given: Values): Existing | undefined | Reason;
  /** Two rows of a sheet must not speak of one thing; why these two may. */
  clash(a: Values, b: Values): boolean;
  /** Rows that cannot clash have different keys. */
  keyOf(given: Values): string;
  /** What of a thing, as it would be afterwards, breaks a rule that its fields alone do not tell. */
  faults?(body: Values): readonly FieldFault[];
}

/**
 * A kind of thing that comes in by sheets. Modules above bring theirs to the house, which hands all of them to the intake:
 * it reads, compares, previews and carries out, and knows nothing else of them.
 */
export interface Intake {
  readonly kind: string;
  /** The key of what a sheet of it is called. */
  readonly title: string;
  /** The key of how its things are known again. */
  readonly help: string;
  /** Every way in which the module says a key: a sheet may have been made in another language than its reader's. */
  readonly sayings: (key: string) => readonly string[];
  readonly columns: readonly IntakeColumn[];
  readonly fields: z.ZodType;
  /** What a new thing has where nothing was filled in. */
  readonly initial: Values;
  /** Turns what was filled in into the things' own columns; a reason where it cannot. */
  settle?(db: Db, actor: Actor, rows: readonly Read[], now: Instant): Promise<Read[]>;
  known(db: Db, actor: Actor, rows: readonly Read[]): Promise<Known>;
  check?(db: Db, actor: Actor, body: Values, id: string | undefined): Promise<Refusal | undefined>;
  /** Adds things in the order of the sheet. */
  add(tx: Tx, actor: Actor, bodies: readonly Values[], now: Instant): Promise<unknown>;
  change(tx: Tx, actor: Actor, edit: { id: string; body: Values; seen: number; now: Instant }): Promise<unknown>;
}

/** Adds things one after the other; a refusal ends it. */
export async function eachOf(bodies: readonly Values[], add: (body: Values) => Promise<unknown>): Promise<unknown> {
  for (const body of bodies) {
    const answer = await add(body);
    if (isRefusal(answer)) return answer;
  }
  return undefined;
}
