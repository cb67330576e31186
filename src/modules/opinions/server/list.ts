import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { foundBy, hasWord } from "../../../platform/db/search.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { matchIn } from "../../../platform/text/snippet.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import { type Actor, organisationsAs, worksIn } from "../../identity/index.ts";
import type { OpinionLine, opinionContracts } from "../contract.ts";
import { preparedCounts } from "./sums.ts";

type Query = z.output<(typeof opinionContracts)["list"]["query"]>;
type Line = z.input<typeof OpinionLine>;
type Row = Omit<Line, "label" | "deputy"> & {
  number: number | null;
  numberYear: number | null;
  mandateId: string;
  deputyName: string;
  texts?: { content: string; answers: string[] };
};

/** The SQL twin of `standingOf`: which opinions `o` the actor may see. */
export function scopeOf(actor: Actor): RawBuilder<boolean> {
  if (worksIn(actor, "deputy_office")) return sql<boolean>`o.district = ${actor.district}`;
  const offices = organisationsAs(actor, "officer", "leader");
  const mandates = actor.mandates.map((mandate) => mandate.id);
  return sql<boolean>`(o.district = ${actor.district} and (o.mandate_id = any(${mandates}::uuid[]) or o.receiver_id = any(${offices}::uuid[]) or o.unit_id = any(${offices}::uuid[])))`;
}

/** A page of the opinions in the actor's sight, newest first, and how many there are in each state under the same filters. */
export async function listOpinions(db: Db, actor: Actor, query: Query, now: Instant) {
  const page = await opinionPage(db, actor, query, now);
  const { unitId } = query;
  const filters = filtersOf(actor, query, dateIn(now));
  const unfiltered = filters.length === (unitId ? 1 : 0);
  return { ...page, counts: unfiltered ? await preparedCounts(db, actor, unitId) : await countRows(db, actor, filters) };
}

/** The number of opinions in each state, counted one by one. */
async function countRows(db: Db, actor: Actor, filters: readonly RawBuilder<unknown>[]): Promise<Record<string, number>> {
  const counted = await sql<{ status: string; count: number }>`
    select o.status, count(*) as count from opinion o
    where ${sql.join([scopeOf(actor), ...filters], sql` and `)} group by 1`.execute(db);
  return Object.fromEntries(counted.rows.map(({ status, count }) => [status, count]));
}

/** A page of the opinions in the actor's sight, newest first. */
export async function opinionPage(db: Db, actor: Actor, query: Query, now: Instant) {
  const matching = [scopeOf(actor), ...filtersOf(actor, query, dateIn(now))];
  const wanted = query.status === undefined ? [] : [query.status].flat();
  const chosen = wanted.length > 0 ? [...matching, sql`o.status = any(${wanted})`] : matching;
  const after = keysAt(query.cursor, 2);
  const where = after ? [...chosen, sql`(o.submitted_at, o.id) < (${after[0]}, ${after[1]})`] : chosen;
  const words = wordsOf(query.search ?? "");
  const found = await sql<Row>`
    select o.id, o.number, o.number_year, o.title, o.status, o.category, a.name as area_name, o.mandate_id, p.name as deputy_name,
      u.short_name as unit_name, o.submitted_at, ${due} as due_on ${words.length > 0 ? sql`, ${texts} as texts` : sql``}
    from opinion o
    join area a on a.district = o.district and a.id = o.area_id
    join mandate m on m.district = o.district and m.id = o.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    left join organisation u on u.district = o.district and u.id = o.unit_id
    where ${sql.join(where, sql` and `)} order by o.submitted_at desc, o.id desc limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const next = found.rows.length > query.limit && last ? cursorAt([last.submittedAt, last.id]) : null;
  return { items: rows.map((row) => lineOf(row, words)), next };
}

const due = sql<DateISO | null>`(select min(c.due_on) from clock c
  where c.district = o.district and c.subject_type = 'opinion' and c.subject_id = o.id and c.stopped_on is null)`;

function filtersOf(actor: Actor, query: Query, today: DateISO): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (query.category) all.push(sql`o.category = ${query.category}`);
  if (query.unitId) all.push(sql`o.unit_id = ${query.unitId}`);
  if (query.campaignId) all.push(sql`o.campaign_id = ${query.campaignId}`);
  if (query.mine === "true") all.push(sql`o.mandate_id = any(${actor.mandates.map((mandate) => mandate.id)}::uuid[])`);
  if (query.received) all.push(query.received === "true" ? sql`o.received_on is not null` : sql`o.received_on is null`);
  if (query.overdue === "true") all.push(sql`${due} < ${today}`);
  if (query.areaId)
    all.push(sql`o.area_id in (with recursive down as (select id from area where district = ${actor.district} and id = ${query.areaId}
      union all select a.id from area a join down on a.parent_id = down.id where a.district = ${actor.district}) select id from down)`);
  for (const word of wordsOf(query.search ?? "")) all.push(sql`o.id = ${opinionsWith(actor.district, word)}`);
  return all;
}

/** The opinions that a word stands in: their own text, their answers, or their number. */
export function opinionsWith(district: string, word: string): RawBuilder<unknown> {
  const [, year, number] = /^(?:(\d{4})-)?(\d{1,6})$/.exec(word) ?? [];
  const ways = [
    sql`select w.id from opinion w where w.district = ${district} and ${hasWord(sql`w.title || e'\n' || w.content`, word)}`,
    sql`select r.opinion_id from opinion_result r where r.district = ${district} and ${hasWord(sql`r.answer`, word)}`,
  ];
  if (number)
    ways.push(
      sql`select w.id from opinion w where w.district = ${district} and w.number = ${Number(number)} ${year ? sql`and w.number_year = ${Number(year)}` : sql``}`,
    );
  return foundBy(ways);
}

const texts = sql`jsonb_build_object('content', o.content, 'answers', (select coalesce(jsonb_agg(r.answer order by r.round), '[]')
  from opinion_result r where r.district = o.district and r.opinion_id = o.id))`;

/** `2023-0123`; empty before it was handed over. */
export const labelOf = ({ number, numberYear }: { number: number | null; numberYear: number | null }): string =>
  number === null ? "" : `${numberYear}-${String(number).padStart(4, "0")}`;

function lineOf({ number, numberYear, mandateId, deputyName, texts, ...rest }: Row, words: readonly string[]): Line {
  const line = { ...rest, label: labelOf({ number, numberYear }), deputy: { id: mandateId, name: deputyName } };
  if (!texts) return line;
  const answers = texts.answers.map((answer) => ["answer", answer] as const);
  return { ...line, match: matchIn([["title", rest.title], ["content", texts.content], ...answers], words) };
}
