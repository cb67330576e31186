import { sql } from "kysely";
import { talliedVoices } from "../src/modules/voices/index.ts";
import type { Database, Db } from "../src/platform/db/database.ts";
import { district } from "../test/world/places.ts";
import { type Copying, earlier, multiplyRows, own } from "./copying.ts";

const digest = (column: string) => sql`sha256(t.${sql.ref(column)} || k::text::bytea)`;
const ofVoice = { subject_id: own("subject_id"), id: own("id") };
const isVoice = sql`t.subject_type = 'voice'`;

/** What a copy names, such as the voice it joined, is a copy too. */
const copied: Readonly<Record<string, Copying>> = {
  voice: {
    of: sql`true`,
    columns: {
      ...{ id: own("id"), joined_to: own("joined_to"), number: sql`t.number + k * 10000`, external_id: sql`null` },
      ...{ receipt_digest: digest("receipt_digest"), submission_digest: digest("submission_digest") },
      ...{ spoken_at: earlier("spoken_at"), received_at: earlier("received_at") },
      words: sql`t.words || '（' || k || '组' || t.number % 97 || '号）'`,
    },
  },
  voice_answer: { of: sql`true`, columns: { id: own("id"), voice_id: own("voice_id") } },
  voice_addition: { of: sql`true`, columns: { id: own("id"), voice_id: own("voice_id"), submission_digest: sql`null` } },
  voice_step: { of: sql`true`, columns: ofVoice },
  clock: { of: isVoice, columns: ofVoice },
  awaited: { of: isVoice, columns: { subject_id: own("subject_id"), clock_id: own("clock_id") } },
  fact: { of: isVoice, columns: ofVoice },
};

/** Multiplies the voices of the demonstration world, with their answers, clocks, steps and facts, until there are at least so many. */
export async function multiplyVoices(database: Database, voices: number): Promise<number> {
  const times = Math.ceil(voices / (await count(database.read))) - 1;
  await multiplyRows(database, copied, times, async (tx) => {
    await sql`update voice_series s set last = m.last from (select receiver_id, number_year as year, max(number) as last from voice group by 1, 2) m
      where m.receiver_id = s.receiver_id and m.year = s.year`.execute(tx);
    await sql`delete from tally where shelf = 'voice'`.execute(tx);
    await sql`insert into tally (district, shelf, book, status, n)
      select ${district}, shelf, book, status, n from (${talliedVoices(district)}) c`.execute(tx);
  });
  return await count(database.read);
}

const count = async (db: Db): Promise<number> => (await sql<{ n: number }>`select count(*)::int as n from voice`.execute(db)).rows[0]!.n;
