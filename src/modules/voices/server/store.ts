import { sql } from "kysely";
import { instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { upsert } from "../../../platform/db/upsert.ts";
import { awaitFirst, keepAwaited } from "../../../platform/ledger/awaited.ts";
import { advance, beginLives, type Kept } from "../../../platform/ledger/steps.ts";
import { keepTally } from "../../../platform/ledger/tally.ts";
import { clocksOf, saveClocks } from "../../calendar/index.ts";
import { awaitedIn } from "../awaited.ts";
import type { Played } from "../play.ts";
import { talliedIn } from "../tallied.ts";
import { subjectType, type Voice, type VoiceAnswer, type VoiceColumns } from "../voice.ts";

export const kept: Kept = { table: "voice", steps: "voiceStep", subjectType };

/** Locks a voice for the rest of the transaction and loads it whole; undefined when there is none. */
export async function lockVoice(tx: Tx, district: string, id: string): Promise<Voice | undefined> {
  const found = await sql`select 1 from voice where district = ${district} and id = ${id} for update`.execute(tx);
  return found.rows.length > 0 ? loadVoice(tx, district, id) : undefined;
}

/** What only the database keeps: the voter's side of it. */
interface Hidden {
  readonly district: string;
  readonly receiptDigest: Uint8Array;
  readonly submissionDigest: Uint8Array;
}
type Row = VoiceColumns & Hidden & Pick<Voice, "reachable" | "hasContact" | "joiners"> & { readonly answers: Record<string, unknown>[] };

/** A whole voice with its clocks; undefined when there is none. */
export async function loadVoice(db: Db, district: string, id: string): Promise<Voice | undefined> {
  const found = await sql<Row>`
    select v.*,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'round', a.round, 'answer', a.answer, 'outcome', a.outcome, 'solved', a.solved,
        'answeredOn', a.answered_on, 'byPerson', a.by_person, 'actingFor', a.acting_for, 'grade', a.grade, 'gradeReasons', a.grade_reasons,
        'gradedAt', a.graded_at, 'gradedBy', a.graded_by) order by a.round), '[]')
        from voice_answer a where a.district = v.district and a.voice_id = v.id) as answers,
      c.voice_id is not null as has_contact, c.phone_digest is not null as reachable,
      (select count(*) from voice j where j.district = v.district and j.joined_to = v.id) as joiners
    from voice v left join voice_contact c on c.district = v.district and c.voice_id = v.id
    where v.district = ${district} and v.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { district: _d, receiptDigest: _r, submissionDigest: _s, answers, ...columns } = row;
  return { ...columns, answers: answers.map(answerOf), clocks: await clocksOf(db, district, subjectType, id) };
}

const answerOf = (json: Record<string, unknown>): VoiceAnswer =>
  ({ ...json, gradedAt: typeof json["gradedAt"] === "string" ? instant(json["gradedAt"]) : null }) as VoiceAnswer;

/** Whose words were added, and by which form of his, where a voter did it himself. */
export interface Adding {
  readonly byVoter: boolean;
  readonly submissionDigest: Uint8Array | null;
}

/** Writes what a verb did, in the caller's transaction. */
export async function store(
  tx: Tx,
  district: string,
  before: Voice,
  { after, change, step, fact }: Played,
  adding: Adding = { byVoter: false, submissionDigest: null },
): Promise<void> {
  await advance(tx, kept, district, { step, fact, set: { ...change.set } });
  await upsert(
    tx,
    "voiceAnswer",
    (change.answers ?? []).map((answer) => ({ ...answer, district, voiceId: before.id })),
  );
  if (change.added !== undefined)
    await sql`insert into voice_addition (district, id, voice_id, words, by_voter, at, submission_digest)
      values (${district}, ${step.id}, ${before.id}, ${change.added}, ${adding.byVoter}, ${step.at}, ${adding.submissionDigest})`.execute(
      tx,
    );
  await saveClocks(tx, district, change.clocks ?? []);
  const urging = change.urges ? { by: step.actingFor } : undefined;
  await keepAwaited(tx, { district, subjectType, subjectId: before.id }, awaitedIn(after), step.at, urging);
  await keepTally(tx, district, talliedIn(before), talliedIn(after));
}

/** The digests by which a voter finds his voice again. */
export type Digests = Pick<Hidden, "receiptDigest" | "submissionDigest">;

/** The first writing of voices. */
export async function storeNew(tx: Tx, district: string, begun: readonly (Omit<Played, "change"> & Digests)[]): Promise<void> {
  const lives = begun.map(({ after, step, fact, receiptDigest, submissionDigest }) => {
    const { answers: _a, clocks: _c, reachable: _r, hasContact: _h, joiners: _j, ...row } = after;
    return { row: { ...row, receiptDigest, submissionDigest }, step, fact };
  });
  await beginLives(tx, kept, district, lives);
  await saveClocks(
    tx,
    district,
    begun.flatMap(({ after }) => after.clocks),
  );
  await awaitFirst(
    tx,
    begun.map(({ after, step }) => ({ district, subjectType, subjectId: after.id, awaited: awaitedIn(after), at: step.at })),
  );
  await keepTally(
    tx,
    district,
    [],
    begun.flatMap(({ after }) => talliedIn(after)),
  );
}
