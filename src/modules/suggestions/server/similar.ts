import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Actor } from "../../identity/index.ts";
import { type KeyWord, keyWords, type Likened, type Likeness, likeness, type Sample, wordsToLookUp } from "../similarity.ts";
import { scopeOf } from "./scope.ts";

/** A case and how alike it is. */
export interface Similar extends Likeness {
  readonly id: string;
}

type Row = Likened & { readonly id: string };

/** So many of the newest suggestions show how common a word is. */
const sampled = 1000;
/** So many cases are looked at for each word; the rarer words find the ones that matter. */
const perWord = 600;
const mostCandidates = 80;
/** The newest that have all of these words of the title together. */
const together = 3;

const text = (alias: string): RawBuilder<string> =>
  sql<string>`${sql.ref(`${alias}.title`)} || e'\n' || ${sql.ref(`${alias}.reason`)} || e'\n' || ${sql.ref(`${alias}.proposal`)}`;

/** Cases in the actor's sight like this one, the most alike first. Undefined when it is out of his sight itself. */
export async function similarTo(
  db: Db,
  actor: Actor,
  id: string,
  narrow: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<Similar[] | undefined> {
  const of = await subject(db, actor, id);
  if (!of) return undefined;
  const words = wordsToLookUp(of);
  const keys = keyWords(of, await sample(db, actor.district, id, words));
  const rows = keys.length === 0 ? [] : await candidates(db, actor, id, keys, narrow);
  return rows
    .flatMap(({ id: other, ...row }) => {
      const like = likeness(of, keys, row);
      return like ? [{ id: other, ...like }] : [];
    })
    .toSorted((one, other) => other.points - one.points || (one.id < other.id ? 1 : -1));
}

const likened = sql`s.id, s.title, s.reason, s.proposal, s.category, s.area_id,
  array_remove(array(select p.unit_id from suggestion_part p where p.district = s.district and p.suggestion_id = s.id and p.status <> 'handed_back') || s.proposed_unit_id, null) as unit_ids`;

async function subject(db: Db, actor: Actor, id: string): Promise<Row | undefined> {
  const found = await sql<Row>`select ${likened} from suggestion s where s.id = ${id} and ${scopeOf(actor)}`.execute(db);
  return found.rows[0];
}

/** In how many of the district's newest suggestions each word stands. */
async function sample(db: Db, district: string, id: string, words: readonly string[]): Promise<Sample> {
  const found = await sql<{ size: number; word: string | null; count: number }>`
    with newest as materialized (select lower((${text("s")}) collate "C") as text from suggestion s
      where s.district = ${district} and s.id <> ${id} order by s.created_at desc, s.id desc limit ${sampled})
    select (select count(*) from newest) as size, w.word, (select count(*) from newest n where strpos(n.text, w.word) > 0) as count
    from unnest(${words}::text[]) as w (word)`.execute(db);
  return { size: found.rows[0]?.size ?? 0, found: new Map(found.rows.map(({ word, count }) => [word ?? "", count])) };
}

/** Each word alone, and the weightiest of the title together: what the index is asked for. */
function probes(keys: readonly KeyWord[]): { words: string[]; worth: number }[] {
  const title = keys.filter(({ inTitle }) => inTitle).toSorted((one, other) => other.worth - one.worth);
  const alone = keys.map(({ word, worth, inTitle }) => ({ words: [word], worth: inTitle ? 2 * worth : worth }));
  const pairs = title
    .slice(0, together)
    .flatMap((one, index) =>
      title.slice(index + 1, together).map((other) => ({ words: [one.word, other.word], worth: one.worth + other.worth })),
    );
  return [...alone, ...pairs];
}

/** The index finds cases for every word, a bounded number of each; those with the most worth are looked at closely. */
async function candidates(db: Db, actor: Actor, id: string, keys: readonly KeyWord[], narrow: RawBuilder<boolean>): Promise<Row[]> {
  const found = await sql<Row>`
    with found as (
      select f.id, sum(w.worth) as worth
      from jsonb_to_recordset(${JSON.stringify(probes(keys))}::jsonb) as w (words text[], worth float8)
      cross join lateral (
        select s.id from suggestion s
        where bigrams(${text("s")}) @> (select array_agg(pair) from unnest(w.words) as u (word), unnest(bigrams(u.word)) as pair)
          and ${scopeOf(actor)} and ${narrow} and s.id <> ${id} limit ${perWord}) f
      group by f.id order by worth desc, f.id desc limit ${mostCandidates})
    select ${likened} from found join suggestion s on s.district = ${actor.district} and s.id = found.id`.execute(db);
  return found.rows;
}
