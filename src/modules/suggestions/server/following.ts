import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Subscriber } from "../../../platform/ledger/subscribers.ts";
import type { Sweep } from "../../../platform/module.ts";
import type { Statutes } from "../../calendar/index.ts";
import { house } from "../access.ts";
import { subjectType } from "../clockwork.ts";
import { nearestDue } from "../nearest.ts";
import { loadCase, lockCase } from "./load.ts";
import { perform } from "./perform.ts";
import type { SuggestionTables } from "./tables.ts";

/** After the window a reminder, after the grace silence recorded as silence (R2.34). */
export const followAppraisals = (statutes: Statutes): Sweep => ({
  name: "suggestions.follow_appraisals",
  async run(database: Database, now: Instant) {
    const found = await sql<{ district: string; id: string; key: string }>`
      select district, subject_id as id, key from clock
      where subject_type = 'suggestion' and key in ('suggestion.feedback', 'suggestion.feedback_grace') and stopped_on is null and due_on < ${dateIn(now)}
      limit 500`.execute(database.read);
    for (const { district, id, key } of found.rows) {
      const verb = key === "suggestion.feedback" ? "remind_appraisal" : "lapse_appraisal";
      await database.write((tx) => perform(tx, statutes, { district, id, verb, input: {}, now }, house));
    }
  },
});

/** A mandate that was suspended or has ended is noted on every suggestion that is still on its way, of its own or merged into another. */
export const followMandates = (statutes: Statutes): Subscriber => ({
  name: "suggestions.follow_mandates",
  types: ["mandate.suspended", "mandate.ended"],
  async handle(tx, { district, subjectId: mandateId, type, at }) {
    const found = await sql<{ id: string }>`
      select distinct coalesce(s.merged_into_id, s.id) as id
      from suggestion_signer g join suggestion s on s.district = g.district and s.id = g.suggestion_id
      where g.district = ${district} and g.mandate_id = ${mandateId} and g.state <> 'declined'
        and (s.merged_into_id is null or (s.status = 'merged' and g.role = 'lead'))`.execute(tx);
    const input = { mandateId, status: type === "mandate.ended" ? "ended" : "suspended" };
    // Where the case has come to its end the table refuses, and there is nothing to note.
    for (const { id } of found.rows) await perform(tx, statutes, { district, id, verb: "note_mandate", input, now: at }, house);
  },
});

/** A calendar that moves the limits of a case moves its place in the lists. */
export const followCalendars: Subscriber = {
  name: "suggestions.follow_calendars",
  types: ["clock.moved"],
  async handle(tx, { district, subjectType: type, subjectId: id }) {
    if (type !== subjectType || !(await lockCase(tx, district, id))) return;
    const of = await loadCase(tx, district, id);
    if (of)
      await tx
        .withTables<SuggestionTables>()
        .updateTable("suggestion")
        .set(nearestDue(of))
        .where("district", "=", district)
        .where("id", "=", id)
        .execute();
  },
};
