import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ClockRow } from "../clock.ts";
import type { CalendarTables } from "./tables.ts";

/** Writes clocks as they now are: new ones are added, known ones replaced. */
export async function saveClocks(tx: Tx, district: string, clocks: readonly ClockRow[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx
    .withTables<CalendarTables>()
    .insertInto("clock")
    .values(clocks.map((clock) => clockValues(district, clock)))
    .onConflict((on) =>
      on.columns(["district", "id"]).doUpdateSet((row) => ({
        dueOn: row.ref("excluded.dueOn"),
        pauses: row.ref("excluded.pauses"),
        extension: row.ref("excluded.extension"),
        steps: row.ref("excluded.steps"),
        calendars: row.ref("excluded.calendars"),
        stoppedOn: row.ref("excluded.stoppedOn"),
        stoppedBy: row.ref("excluded.stoppedBy"),
      })),
    )
    .execute();
}

/** A clock as the columns of its row; lists go as JSON text, or the driver would send them as arrays. */
export const clockValues = (district: string, clock: ClockRow) => ({
  ...clock,
  district,
  pauses: JSON.stringify(clock.pauses),
  steps: JSON.stringify(clock.steps),
});

/** All clocks of a subject, in the order they started. */
export async function clocksOf(db: Db, district: string, subjectType: string, subjectId: string): Promise<ClockRow[]> {
  const found = await sql<ClockRow & { district: string }>`
    select * from clock where district = ${district} and subject_type = ${subjectType} and subject_id = ${subjectId} order by starts_on, id`.execute(
    db,
  );
  return found.rows.map(({ district: _, ...clock }) => clock);
}
