import type { RawBuilder } from "kysely";
import type { DateISO } from "../../platform/clock/instant.ts";
import type { Db } from "../../platform/db/database.ts";
import type { Actor } from "../identity/index.ts";

/** One thing in a few words. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly status: string;
  readonly from: string;
}

/** A kind of thing that can wait for someone, as its module tells the desk. */
export interface Subject {
  readonly type: string;
  /** Those of `ids` that the actor may see. */
  readonly lines: (db: Db, actor: Actor, ids: readonly string[], today: DateISO) => Promise<readonly Line[]>;
  /** Does the actor stand above it, so that he may urge others? */
  readonly urgeable: (actor: Actor, subject: RawBuilder<unknown>) => RawBuilder<boolean>;
  /** Identifiers of those in which a word stands, written as `any(…)`. */
  readonly having: (district: string, word: string) => RawBuilder<unknown>;
  /** The verb that a fact tells of. */
  readonly verbOf: (fact: string) => string | undefined;
  /** Identifiers of holders beside organisations and mandates for which the actor acts, such as stations, and what they are called. */
  readonly holders?: {
    readonly heldBy: (actor: Actor, today: DateISO) => RawBuilder<unknown>;
    readonly names: (db: Db, district: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  };
  /** Entries `a` that wait for an office or a station of the actor, but not for him in person. */
  readonly notFor?: (actor: Actor) => RawBuilder<boolean>;
  /** Facts that come by the thousand from one act, and would bury what someone did one by one. */
  readonly bulk?: readonly string[];
}
