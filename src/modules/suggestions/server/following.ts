import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Sweep } from "../../../platform/module.ts";
import type { Statutes } from "../../calendar/index.ts";
import { house } from "../access.ts";
import { perform } from "./perform.ts";

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
