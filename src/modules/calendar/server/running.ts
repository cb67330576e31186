import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";

/** A limit that runs. */
export interface RunningClock {
  readonly district: string;
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly partId: string | null;
  readonly key: string;
  readonly dueOn: DateISO;
}

/** Running limits of a district that end on or before a day, after the one named: those on pause are left out. */
export async function runningClocks(
  db: Db,
  district: string,
  { keys, until, after, limit }: { keys: readonly string[]; until: DateISO; after: string; limit: number },
): Promise<RunningClock[]> {
  const found = await sql<RunningClock>`
    select district, id, subject_type, subject_id, part_id, key, due_on from clock
    where district = ${district} and stopped_on is null and due_on <= ${until} and key = any(${[...keys]}) and id > ${after}::uuid
      and not exists (select 1 from jsonb_array_elements(pauses) p where p ->> 'until' is null)
    order by id limit ${limit}`.execute(db);
  return found.rows;
}
