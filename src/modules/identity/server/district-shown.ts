import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";

interface Shown {
  readonly district: string;
  readonly name: string;
}

/**
 * The district that a public page of this installation is about: the first by code. Asked once, for districts do not come and go;
 * undefined as long as none is set up.
 */
export function districtShown(): (db: Db) => Promise<Shown | undefined> {
  let known: Shown | undefined;
  return async (db) => {
    known ??= (
      await sql<Shown>`select district, name from area where kind = 'district' and retired_on is null order by code limit 1`.execute(db)
    ).rows[0];
    return known;
  };
}
