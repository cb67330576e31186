import { type RawBuilder, sql } from "kysely";
import { isOneCharacter } from "../text/words.ts";
import type { Db } from "./database.ts";

/**
 * Whether a text has a word in it. `text` is written as in its index on `bigrams(…)`: that finds the candidates, and the
 * pattern keeps those that have the word exactly. A single character is beyond the index.
 */
export function hasWord(text: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  const exactly = standsIn(text, word);
  // Asked apart, the word is hidden from the planner, which for a common one would work out the pairs of every row instead.
  return isOneCharacter(word) ? exactly : sql<boolean>`(bigrams(${text}) @> (select bigrams(${word}::text)) and ${exactly})`;
}

/** Whether a text has a word in it, read from the text alone: for rows that are read anyway. */
export const standsIn = (text: RawBuilder<unknown>, word: string): RawBuilder<boolean> =>
  sql<boolean>`((${text}) collate "C") ilike ${`%${word.replaceAll(/[\\%_]/g, "\\$&")}%`}`;

/** From how many texts on a word is found quicker by reading them one after another. */
const many = 1000;

/** Does a word stand in very many of these texts? Asked of their index; a single character, which it does not know, is held to. */
export async function isCommon(
  db: Db,
  word: string,
  texts: readonly { rows: RawBuilder<unknown>; text: RawBuilder<unknown> }[],
): Promise<boolean> {
  if (isOneCharacter(word)) return true;
  const some = texts.map(
    ({ rows, text }) => sql`(select 1 from ${rows} and bigrams(${text}) @> (select bigrams(${word}::text)) limit ${many + 1})`,
  );
  const found = await sql<{ n: number }>`select count(*) as n from (${sql.join(some, sql` union all `)}) hit`.execute(db);
  return (found.rows[0]?.n ?? 0) > many;
}

/** The identifiers that any of the queries finds, asked once before all else. */
export const foundBy = (queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`any(array(${sql.join(queries, sql` union all `)}))`;
