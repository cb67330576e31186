import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Subscriber } from "../../../platform/ledger/subscribers.ts";
import type { Sweep } from "../../../platform/module.ts";
import type { Statutes } from "../../calendar/index.ts";
import { house } from "../access.ts";
import { perform } from "./perform.ts";

/** An upgraded opinion stays in handling until its suggestion comes to an end; then it is closed with it. */
export const followSuggestions = (statutes: Statutes): Subscriber => ({
  name: "opinions.follow_suggestions",
  types: ["suggestion.closed", "suggestion.turned_to_letter", "suggestion.withdrawal_asked", "suggestion.withdrawal_answered"],
  async handle(tx, { district, subjectId, type, at, data }) {
    const ended = type === "suggestion.closed" || type === "suggestion.turned_to_letter" || data["to"] === "withdrawn";
    if (!ended) return;
    const found = await sql<{ id: string }>`
      select id from opinion where district = ${district} and suggestion_id = ${subjectId} and status = 'upgraded'`.execute(tx);
    for (const { id } of found.rows)
      await perform(tx, statutes, { district, id, verb: "conclude_upgrade", input: { outcome: type }, now: at }, house);
  },
});

/** Silence after the window is recorded as silence (R2.34). */
export const lapseAppraisals = (statutes: Statutes): Sweep => ({
  name: "opinions.lapse_appraisals",
  async run(database: Database, now: Instant) {
    const found = await sql<{ district: string; id: string }>`
      select district, subject_id as id from clock
      where subject_type = 'opinion' and key = 'opinion.appraise' and stopped_on is null and due_on < ${dateIn(now)} limit 500`.execute(
      database.read,
    );
    for (const { district, id } of found.rows)
      await database.write((tx) => perform(tx, statutes, { district, id, verb: "lapse_appraisal", input: {}, now }, house));
  },
});
