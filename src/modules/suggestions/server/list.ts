import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { foundBy, hasWord } from "../../../platform/db/search.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { matchIn } from "../../../platform/text/snippet.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import { type Actor, organisationsAs } from "../../identity/index.ts";
import { rightWindows } from "../clockwork.ts";
import type { SuggestionLine, suggestionContracts } from "../contract.ts";
import { scopeOf, seenStatusIn } from "./scope.ts";
import { labelOf } from "./views.ts";

type Query = z.output<(typeof suggestionContracts)["list"]["query"]>;
type Line = z.input<typeof SuggestionLine>;
type Row = Omit<Line, "label" | "lead" | "dueOn"> & {
  number: number | null;
  numberYear: number | null;
  sessionNo: number | null;
  congressNo: number;
  leadMandateId: string;
  leadName: string;
  dueOn: DateISO | null;
  texts?: { reason: string; proposal: string; replies: string[] };
};

const never = "9999-12-31";

/** A page of the cases in the actor's sight, and how many there are in each state under the same filters. */
export async function listSuggestions(db: Db, actor: Actor, query: Query, now: Instant) {
  const matching = conditions(actor, query, dateIn(now));
  const seen = seenStatusIn(actor);
  const wanted = query.status === undefined ? [] : [query.status].flat();
  const chosen = wanted.length > 0 ? [...matching, sql`${seen} = any(${wanted})`] : matching;
  const [items, counts] = [await page(db, actor, query, chosen), await countByStatus(db, seen, matching)];
  return { ...items, counts };
}

function conditions(actor: Actor, query: Query, today: DateISO): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [scopeOf(actor)];
  if (query.congressId) all.push(sql`s.congress_id = ${query.congressId}`);
  if (query.sessionId) all.push(sql`s.session_id = ${query.sessionId}`);
  if (query.category) all.push(sql`s.category = ${query.category}`);
  if (query.key) all.push(sql`s.key = ${query.key === "true"}`);
  if (query.unitId)
    all.push(
      sql`exists (select 1 from suggestion_part p where p.district = s.district and p.suggestion_id = s.id and p.unit_id = ${query.unitId})`,
    );
  if (query.mine === "true") all.push(mine(actor));
  if (query.overdue === "true") all.push(sql`${dueOf(actor)} < ${today}`);
  for (const word of wordsOf(query.search ?? "")) all.push(sql`s.id = ${suggestionsWith(actor.district, word)}`);
  return all;
}

/** The suggestions that a word stands in: their own text, their signed replies, or their number. */
export function suggestionsWith(district: string, word: string): RawBuilder<unknown> {
  const written = hasWord(sql`w.title || e'\n' || w.reason || e'\n' || w.proposal`, word);
  const replied = hasWord(sql`r.body`, word);
  const numbered = /^(?:(\d{1,4})-)?(?:(\d{1,2})-)?(\d{1,6})$/.exec(word);
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

const texts = sql`jsonb_build_object('reason', s.reason, 'proposal', s.proposal, 'replies', (select coalesce(jsonb_agg(r.body order by r.round, r.id), '[]')
  from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id and r.signed_at is not null))`;

/** What the actor has put his name to. */
const mine = (actor: Actor): RawBuilder<unknown> =>
  sql`exists (select 1 from suggestion_signer g where g.district = s.district and g.suggestion_id = s.id and g.mandate_id = any(${actor.mandates.map((mandate) => mandate.id)}::uuid[]))`;

/** The nearest due date that still runs; the window of a right is none. A handler is not shown the clocks of the appraisal. */
function dueOf(actor: Actor): RawBuilder<DateISO | null> {
  const offices = organisationsAs(actor, "officer", "leader");
  const hidden =
    offices.length === 0 ? sql`` : sql`and not (c.key like 'suggestion.feedback%' and s.reviewer_id <> all(${offices}::uuid[]))`;
  return sql<DateISO | null>`(select min(c.due_on) from clock c
    where c.district = s.district and c.subject_type = 'suggestion' and c.subject_id = s.id and c.stopped_on is null
      and c.key <> all(${rightWindows}) ${hidden})`;
}

async function page(db: Db, actor: Actor, query: Query, chosen: readonly RawBuilder<unknown>[]) {
  const byDue = query.sort === "due";
  const due = dueOf(actor);
  const after = keysAt(query.cursor, 2);
  const order = byDue ? sql`coalesce(${due}, ${never}), s.id` : sql`s.created_at desc, s.id desc`;
  const from = byDue
    ? sql`(coalesce(${due}, ${never}), s.id) > (${after?.[0]}::date, ${after?.[1]})`
    : sql`(s.created_at, s.id) < (${after?.[0]}, ${after?.[1]})`;
  const where = after ? [...chosen, from] : chosen;
  const words = wordsOf(query.search ?? "");
  const found = await sql<Row>`
    select s.id, s.number, s.number_year, s.title, ${seenStatusIn(actor)} as status, s.category, s.key, s.created_at, s.submitted_at,
      n.session_no, c.congress_no, g.mandate_id as lead_mandate_id, p.name as lead_name, ${due} as due_on,
      ${words.length > 0 ? sql`${texts} as texts,` : sql``}
      (select coalesce(jsonb_agg(o.short_name order by t.role desc, t.id), '[]') from suggestion_part t join organisation o on o.district = t.district and o.id = t.unit_id
        where t.district = s.district and t.suggestion_id = s.id and t.status <> 'handed_back' and not (s.imported and t.status = 'ended')) as units
    from suggestion s
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    join suggestion_signer g on g.district = s.district and g.suggestion_id = s.id and g.role = 'lead'
    join mandate m on m.district = g.district and m.id = g.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    where ${sql.join(where, sql` and `)} order by ${order} limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const next = found.rows.length > query.limit && last ? cursorAt([byDue ? (last.dueOn ?? never) : last.createdAt, last.id]) : null;
  return { items: rows.map((row) => lineOf(row, words)), next };
}

function lineOf(
  { number, numberYear, sessionNo, congressNo, leadMandateId, leadName, texts, ...rest }: Row,
  words: readonly string[],
): Line {
  const line = { ...rest, label: labelOf({ number, numberYear, sessionNo, congressNo }), lead: { id: leadMandateId, name: leadName } };
  return texts ? { ...line, match: matchOf(rest.title, texts, words) } : line;
}

function matchOf(title: string, { reason, proposal, replies }: NonNullable<Row["texts"]>, words: readonly string[]) {
  const bodies = replies.map((body) => ["reply", body] as const);
  return matchIn([["title", title], ["reason", reason], ["proposal", proposal], ...bodies], words);
}

async function countByStatus(db: Db, seen: RawBuilder<string>, matching: readonly RawBuilder<unknown>[]): Promise<Record<string, number>> {
  const found = await sql<{ status: string; count: number }>`
    select ${seen} as status, count(*) as count from suggestion s where ${sql.join(matching, sql` and `)} group by 1`.execute(db);
  return Object.fromEntries(found.rows.map(({ status, count }) => [status, count]));
}
