import type { Db } from "../../../platform/db/database.ts";

/** The district that this installation speaks of in public. */
export interface Place {
  readonly district: string;
  readonly name: string;
}

/** Finds it; undefined before one is set up. */
export type Places = (db: Db) => Promise<Place | undefined>;
