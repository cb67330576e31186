import { type RawBuilder, sql } from "kysely";
import { columnsOf } from "../src/platform/backup/tables.ts";
import type { Database, Db } from "../src/platform/db/database.ts";

type Sql = RawBuilder<unknown>;

/** The identifier of a copy follows from that of the original (version 8: made by a rule of one's own). */
const copyOf = (id: Sql): Sql => sql`overlay(overlay(md5(${id}::text || k) placing '8' from 13) placing '8' from 17)::uuid`;
const own = (column: string): Sql => copyOf(sql`t.${sql.ref(column)}`);
const earlier = (column: string): Sql => sql`t.${sql.ref(column)} - make_interval(hours => k % 2000)`;
const digest = (column: string): Sql => sql`sha256(t.${sql.ref(column)} || k::text::bytea)`;

interface Copying {
  readonly of: Sql;
  readonly columns: Readonly<Record<string, Sql>>;
}

const ofVoice = { subject_id: own("subject_id"), id: own("id") };
const isVoice = sql`t.subject_type = 'voice'`;

/** What becomes of each table's columns; all others stay as they are. What a copy names, such as the voice it joined, is a copy too. */
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
  const indexes = await indexesTaken(database.read);
  await database.write(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(tx);
    const have = await count(tx);
    const times = Math.ceil(voices / have) - 1;
    for (const [table, { of, columns }] of Object.entries(copied)) {
      const names = (await columnsOf(tx, table)).filter(({ identity }) => !identity).map(({ name }) => name);
      const values = names.map((name) => columns[name] ?? sql`t.${sql.ref(name)}`);
      await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
        select ${sql.join(values)} from ${sql.table(table)} t, generate_series(1, ${sql.lit(times)}) k where ${of}`.execute(tx);
    }
    await sql`update voice_series s set last = m.last from (select receiver_id, number_year as year, max(number) as last from voice group by 1, 2) m
      where m.receiver_id = s.receiver_id and m.year = s.year`.execute(tx);
    // What is copied counts as linked: the bench measures what comes after it.
    await sql`update chain_head set (xid, seq) = (select pg_current_xact_id(), max(seq) from fact)`.execute(tx);
  });
  for (const { definition } of indexes) await sql.raw(definition).execute(database.read);
  await sql`vacuum analyze`.execute(database.read);
  return await count(database.read);
}

const count = async (db: Db): Promise<number> => (await sql<{ n: number }>`select count(*)::int as n from voice`.execute(db)).rows[0]!.n;

/** Indexes that are quicker made after the rows. */
async function indexesTaken(db: Db) {
  const found = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema() and tablename = any(${Object.keys(copied)}) and indexdef not like 'CREATE UNIQUE%'`.execute(db);
  return found.rows;
}
