import type { z } from "@hono/zod-openapi";
import type { Instant } from "../../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../../platform/db/database.ts";
import type { Reason, Refusal } from "../../../../platform/refusal.ts";
import type { Actor } from "../../actor.ts";
import type { IntakeKind } from "../../intake-contract.ts";

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
}

/** The things that rows could speak of, found once for the whole sheet. */
export interface Known {
  /** Whom or what the row speaks of: one that is there, none, or why that cannot be told. */
  find(given: Values): Existing | undefined | Reason;
  /** Two rows of a sheet must not speak of one thing; why these two may. */
  clash(a: Values, b: Values): boolean;
  /** Rows that cannot clash have different keys. */
  keyOf(given: Values): string;
}

/** A kind of thing that comes in by sheets. */
export interface Intake {
  readonly kind: IntakeKind;
  /** The key of what a sheet of it is called. */
  readonly title: string;
  readonly columns: readonly IntakeColumn[];
  readonly fields: z.ZodType;
  /** What a new thing has where nothing was filled in. */
  readonly initial: Values;
  /** Turns what was filled in into the things' own columns; a reason where it cannot. */
  settle?(db: Db, actor: Actor, rows: readonly Read[]): Promise<Read[]>;
  known(db: Db, actor: Actor, rows: readonly Read[]): Promise<Known>;
  check?(db: Db, actor: Actor, body: Values, id: string | undefined): Promise<Refusal | undefined>;
  add(tx: Tx, actor: Actor, body: Values, now: Instant): Promise<unknown>;
  change(tx: Tx, actor: Actor, edit: { id: string; body: Values; seen: number; now: Instant }): Promise<unknown>;
}
