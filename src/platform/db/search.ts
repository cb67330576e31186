import { type RawBuilder, sql } from "kysely";
import { isOneCharacter } from "../text/words.ts";

/**
 * Whether a text has a word in it. `text` is written as in its index on `bigrams(…)`: that finds the candidates, and the
 * pattern keeps those that have the word exactly. A single character is beyond the index.
 */
export function hasWord(text: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  const exactly = sql<boolean>`((${text}) collate "C") ilike ${`%${word.replaceAll(/[\\%_]/g, "\\$&")}%`}`;
  // Asked apart, the word is hidden from the planner, which for a common one would work out the pairs of every row instead.
  return isOneCharacter(word) ? exactly : sql<boolean>`(bigrams(${text}) @> (select bigrams(${word}::text)) and ${exactly})`;
}

/** The identifiers that any of the queries finds, asked once before all else. */
export const foundBy = (queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  sql`any(array(${sql.join(queries, sql` union all `)}))`;
