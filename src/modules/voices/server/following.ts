import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import type { Subscriber } from "../../../platform/ledger/subscribers.ts";
import type { Sweep } from "../../../platform/module.ts";
import type { Statutes } from "../../calendar/index.ts";
import { house } from "../access.ts";
import { perform } from "./perform.ts";

/** A voice that grew into an opinion or a suggestion is answered when that has come to its end. */
export const followWhatGrew = (statutes: Statutes): Subscriber => ({
  name: "voices.follow_what_grew",
  types: [
    ...(["opinion.appraised", "opinion.appraisal_lapsed", "opinion.upgrade_concluded", "opinion.declined", "opinion.withdrawn"] as const),
    ...(["suggestion.closed", "suggestion.turned_to_letter", "suggestion.withdrawal_asked", "suggestion.withdrawal_answered"] as const),
  ],
  async handle(tx, { district, subjectId, subjectType, type, at, data }) {
    if (!ends(type, data["to"])) return;
    const column = subjectType === "opinion" ? sql`opinion_id` : sql`suggestion_id`;
    const found = await sql<{ id: string }>`
      select id from voice where district = ${district} and ${column} = ${subjectId} and status = 'escalated' order by id`.execute(tx);
    if (found.rows.length === 0) return;
    const solved = await wasSolved(tx, district, subjectType, subjectId);
    for (const { id } of found.rows)
      await perform(tx, { statutes }, { district, id, verb: "follow_end", input: { outcome: type, solved }, now: at }, house);
  },
});

/** Is this the fact with which it ended? Dissatisfaction and a withdrawal that waits for co-signers are not. */
const ends = (type: string, to: unknown): boolean => {
  if (type === "opinion.appraised") return to === "closed";
  return type === "suggestion.withdrawal_asked" || type === "suggestion.withdrawal_answered" ? to === "withdrawn" : true;
};

async function wasSolved(tx: Tx, district: string, subjectType: string, id: string): Promise<boolean> {
  const found = await (subjectType === "opinion"
    ? sql<{
        solved: boolean;
      }>`select solved from opinion_result where district = ${district} and opinion_id = ${id} order by round desc limit 1`
    : sql<{
        solved: boolean;
      }>`select outcome = 'resolved' as solved from suggestion_reply where district = ${district} and suggestion_id = ${id}
        and signed_at is not null order by round desc, signed_at desc limit 1`
  ).execute(tx);
  return found.rows[0]?.solved ?? false;
}

/** Answers to speakers whom nobody can ask end unheard, when the time in which they could have spoken has passed. */
export const endUnheard = (statutes: Statutes): Sweep => ({
  name: "voices.end_unheard",
  async run(database: Database, now: Instant) {
    const found = await sql<{ district: string; id: string }>`
      select k.district, k.subject_id as id from clock k
      where k.subject_type = 'voice' and k.key = 'voice.revisit' and k.stopped_on is null and k.due_on < ${dateIn(now)}
        and not exists (select 1 from voice_contact c where c.district = k.district and c.voice_id = k.subject_id and c.phone_digest is not null)
      order by k.due_on limit 500`.execute(database.read);
    for (const { district, id } of found.rows)
      await database.write((tx) => perform(tx, { statutes }, { district, id, verb: "end_unheard", input: {}, now }, house));
  },
});
