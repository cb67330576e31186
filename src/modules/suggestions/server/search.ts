import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { foundBy, hasWord, isCommon, standsIn } from "../../../platform/db/search.ts";

/** What a search asks of the cases `s`, and how much it is likely to find; nothing is asked when nothing is searched. */
export interface Search {
  readonly filters: readonly RawBuilder<unknown>[];
  readonly finds: "all" | "few" | "many";
}

/**
 * One rare word is enough: the index finds what has it, and the others are looked for there. Words that stand in very many
 * texts are looked for along the list instead, where the next hit is never far.
 */
export async function searchFor(db: Db, district: string, words: readonly string[]): Promise<Search> {
  if (words.length === 0) return { filters: [], finds: "all" };
  const common: boolean[] = [];
  for (const word of words) common.push(await isCommon(db, word, [writtenIn(district), repliedIn(district)]));
  const filters = words.map((word, at) => (common[at] ? alongTheList(district, word) : sql`s.id = ${suggestionsWith(district, word)}`));
  return { filters, finds: common.includes(false) ? "few" : "many" };
}

const own = sql`w.title || e'\n' || w.reason || e'\n' || w.proposal`;
const writtenIn = (district: string) => ({ rows: sql`suggestion w where w.district = ${district}`, text: own });
const repliedIn = (district: string) => ({
  rows: sql`suggestion_reply r where r.district = ${district} and r.signed_at is not null`,
  text: sql`r.body`,
});

/** The replies are looked into row by row: as `exists` the planner would read all replies there are first. */
function alongTheList(district: string, word: string): RawBuilder<unknown> {
  const numbered = numberIn(word);
  return sql`(${standsIn(sql`s.title || e'\n' || s.reason || e'\n' || s.proposal`, word)}
    or coalesce((select bool_or(${standsIn(sql`r.body`, word)}) from suggestion_reply r
      where r.district = s.district and r.suggestion_id = s.id and r.signed_at is not null), false)
    ${numbered ? sql`or s.id = ${foundBy([byNumber(district, numbered)])}` : sql``})`;
}

/** The suggestions that a word stands in: their own text, their signed replies, or their number. */
export function suggestionsWith(district: string, word: string): RawBuilder<unknown> {
  const written = hasWord(own, word);
  const replied = hasWord(sql`r.body`, word);
  const numbered = numberIn(word);
  const ways = [
    sql`select w.id from suggestion w where w.district = ${district} and ${written}`,
    sql`select r.suggestion_id from suggestion_reply r where r.district = ${district} and r.signed_at is not null and ${replied}`,
  ];
  if (numbered) ways.push(byNumber(district, numbered));
  return foundBy(ways);
}

/** `37`, `11-3-037` in session, `2023-012` out of session. */
function byNumber(district: string, [, first, session, number]: RegExpExecArray): RawBuilder<unknown> {
  const narrow = session
    ? sql`and c.congress_no = ${Number(first)} and n.session_no = ${Number(session)}`
    : first
      ? sql`and w.session_id is null and w.number_year = ${Number(first)}`
      : sql``;
  return sql`select w.id from suggestion w join congress c on c.district = w.district and c.id = w.congress_id
    left join congress_session n on n.district = w.district and n.id = w.session_id
    where w.district = ${district} and w.number = ${Number(number)} ${narrow}`;
}

/** The suggestions that have this number; undefined where the word is none. */
export function numberedAs(district: string, word: string): RawBuilder<unknown> | undefined {
  const numbered = numberIn(word);
  return numbered ? byNumber(district, numbered) : undefined;
}

const numberIn = (word: string) => /^(?:(\d{1,4})-)?(?:(\d{1,2})-)?(\d{1,6})$/.exec(word);
