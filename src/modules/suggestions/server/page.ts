import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { keysAt } from "../../../platform/http/paging.ts";
import type { Actor } from "../../identity/index.ts";
import type { CaseState } from "../terms.ts";
import { dueSeenBy, scopeOf, seenStatusIn } from "./scope.ts";
import { seenIn, trueStates, type Way, waysOf } from "./ways.ts";

/** What is asked of a page, beside whose it is. */
export interface Wanted {
  /** Of the cases `s`, whoever looks. */
  readonly filters: readonly RawBuilder<unknown>[];
  readonly seen: readonly CaseState[];
  /** Only what is due before this day. */
  readonly dueBefore: string | undefined;
  readonly sort: "newest" | "due";
  readonly cursor: string | undefined;
  readonly limit: number;
  /** The filters leave so little that going through all of it is quickest. */
  readonly narrow: boolean;
}

/**
 * The identifiers `id` of a page, with the key `sort` it is sorted by. Each way into the actor's sight gives its first few from
 * an index, and the first of all of these are the page: page 100 costs what page 1 does, and a million cases what a thousand do.
 */
export function pageOf(actor: Actor, wanted: Wanted): RawBuilder<{ id: string; sort: string }> {
  const ways = wanted.narrow ? undefined : waysOf(actor);
  const parts = ways ? ways.map((way) => sql`(${throughWay(way, wanted)})`) : [sql`(${throughScope(actor, wanted)})`];
  return sql`select id, sort from (${sql.join(parts, sql` union all `)}) hit group by id, sort order by ${ordered(wanted)} limit ${wanted.limit}`;
}

const ordered = ({ sort }: Wanted): RawBuilder<unknown> => (sort === "due" ? sql`sort, id` : sql`sort desc, id desc`);

function throughWay(way: Way, wanted: Wanted): RawBuilder<unknown> {
  const states = trueStates(way, wanted.seen);
  const where = [way.where, ...wanted.filters, seenIn(way, wanted.seen)];
  if (wanted.dueBefore) where.push(sql`${way.due} < ${wanted.dueBefore}::date`);
  const rows = (sort: RawBuilder<unknown>, more: RawBuilder<unknown>) =>
    sql`select s.id, ${sort} as sort from suggestion s where ${sql.join([...where, more, after(sort, wanted)], sql` and `)} order by ${ordered(wanted)} limit ${wanted.limit}`;
  if (wanted.sort === "newest") return rows(sql`s.created_at`, wanted.seen.length > 0 ? sql`s.status = any(${[...states]})` : sql`true`);
  return sql`select x.id, x.sort from unnest(${[...states]}::text[]) as w (state) cross join lateral (${rows(way.due, sql`s.status = w.state`)}) x`;
}

/** For whoever has no ways of one index, and for what is narrow anyway. */
function throughScope(actor: Actor, wanted: Wanted): RawBuilder<unknown> {
  const due = sql`coalesce(${dueSeenBy(actor)}, date '9999-12-31')`;
  const sort = wanted.sort === "due" ? due : sql`s.created_at`;
  const where = [scopeOf(actor), ...wanted.filters, after(sort, wanted)];
  if (wanted.seen.length > 0) where.push(sql`${seenStatusIn(actor)} = any(${[...wanted.seen]})`);
  if (wanted.dueBefore) where.push(sql`${due} < ${wanted.dueBefore}::date`);
  return sql`select s.id, ${sort} as sort from suggestion s where ${sql.join(where, sql` and `)} order by ${ordered(wanted)} limit ${wanted.limit}`;
}

function after(sort: RawBuilder<unknown>, wanted: Wanted): RawBuilder<unknown> {
  const [key, id] = keysAt(wanted.cursor, 2) ?? [];
  if (key === undefined || id === undefined) return sql`true`;
  return wanted.sort === "due"
    ? sql`(${sort}, s.id) > (${key}::date, ${id}::uuid)`
    : sql`(${sort}, s.id) < (${key}::timestamptz, ${id}::uuid)`;
}

/** The number of cases in each state as the actor sees it, under the same filters, counted one by one; null when there are more than `most`. */
export async function countRows(db: Db, actor: Actor, { filters, dueBefore }: Pick<Wanted, "filters" | "dueBefore">, most?: number) {
  const where = [scopeOf(actor), ...filters];
  if (dueBefore) where.push(sql`${dueSeenBy(actor)} < ${dueBefore}::date`);
  const found = await sql<{ status: string; count: number }>`
    select status, count(*) as count from (select ${seenStatusIn(actor)} as status from suggestion s where ${sql.join(where, sql` and `)}
      ${most ? sql`limit ${most + 1}` : sql``}) s group by 1`.execute(db);
  const sum = found.rows.reduce((all, { count }) => all + count, 0);
  return most && sum > most ? null : Object.fromEntries(found.rows.map(({ status, count }) => [status, count]));
}
