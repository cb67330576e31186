import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt } from "../../../platform/http/paging.ts";
import { matchIn } from "../../../platform/text/snippet.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import type { Actor } from "../../identity/index.ts";
import type { SuggestionLine, suggestionContracts } from "../contract.ts";
import { labelOf } from "../label.ts";
import { countRows, pageOf, type Wanted } from "./page.ts";
import { dueSeenBy, officesOf, seenStatusIn } from "./scope.ts";
import { type Search, searchFor } from "./search.ts";
import { ownCases, preparedCounts } from "./sums.ts";

type Query = z.output<(typeof suggestionContracts)["list"]["query"]>;
type Line = z.input<typeof SuggestionLine>;
type Row = Omit<Line, "label" | "lead" | "congress" | "proposedUnit" | "dueOn"> & {
  number: number | null;
  numberYear: number | null;
  congressNo: number;
  congressId: string;
  congressName: string;
  leadMandateId: string;
  leadName: string;
  proposedUnit: { id: string; name: string } | null;
  dueOn: DateISO | null;
  /** What the page is sorted by. */
  sort: string;
  texts?: { reason: string; proposal: string; replies: string[] };
};

/**
 * A page of the cases in the actor's sight, and how many there are in each state under the same filters; null where a search
 * finds so much that counting it would take longer than reading on.
 */
export async function listSuggestions(db: Db, actor: Actor, query: Query, now: Instant) {
  const { wanted, finds } = await wantedBy(db, actor, query, now);
  const { filters, dueBefore } = wanted;
  const page = await lines(db, actor, query, wanted);
  const unfiltered = filters.length === (query.unitId ? 1 : 0) && dueBefore === undefined;
  const prepared = unfiltered ? await preparedCounts(db, actor, query.unitId) : undefined;
  return {
    ...page,
    counts: prepared ?? (await countRows(db, actor, { filters, dueBefore }, finds === "many" ? countedMost : undefined)),
  };
}

/** A search that finds more is not counted to the end. */
const countedMost = 2000;

/** A page of the same, for whoever wants the lines alone. */
export async function suggestionPage(db: Db, actor: Actor, query: Query, now: Instant) {
  return lines(db, actor, query, (await wantedBy(db, actor, query, now)).wanted);
}

async function wantedBy(db: Db, actor: Actor, query: Query, now: Instant): Promise<{ wanted: Wanted } & Pick<Search, "finds">> {
  const { filters, finds } = await searchFor(db, actor.district, wordsOf(query.search ?? ""));
  const wanted = {
    filters: [...filtersOf(actor, query), ...filters],
    seen: query.status === undefined ? [] : [query.status].flat(),
    dueBefore: query.overdue === "true" ? dateIn(now) : undefined,
    ...{ sort: query.sort, cursor: query.cursor, limit: query.limit + 1, narrow: finds === "few" || query.mine === "true" },
  };
  return { wanted, finds };
}

function filtersOf(actor: Actor, query: Query): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (query.congressId) all.push(sql`s.congress_id = ${query.congressId}`);
  if (query.sessionId) all.push(sql`s.session_id = ${query.sessionId}`);
  if (query.category) all.push(sql`s.category = ${query.category}`);
  if (query.key) all.push(sql`s.key = ${query.key === "true"}`);
  if (query.unitId)
    all.push(
      sql`exists (select 1 from suggestion_part p where p.district = s.district and p.suggestion_id = s.id and p.unit_id = ${query.unitId})`,
    );
  // What the actor has put his name to.
  if (query.mine === "true")
    all.push(
      sql`s.id in (${ownCases(
        actor.district,
        actor.mandates.map((mandate) => mandate.id),
      )})`,
    );
  if (query.reviewing) all.push(sql`s.reviewer_id = any(${officesOf(actor)}::uuid[])`);
  return all;
}

const texts = sql`jsonb_build_object('reason', s.reason, 'proposal', s.proposal, 'replies', (select coalesce(jsonb_agg(r.body order by r.round, r.id), '[]')
  from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id and r.signed_at is not null))`;

async function lines(db: Db, actor: Actor, query: Query, wanted: Wanted) {
  const words = wordsOf(query.search ?? "");
  const found = await sql<Row>`
    with hit as materialized (${pageOf(actor, wanted)})
    select s.id, s.number, s.number_year, s.title, ${seenStatusIn(actor)} as status, s.category, s.key, s.created_at, s.submitted_at,
      n.session_no, c.congress_no, c.id as congress_id, c.name as congress_name, g.mandate_id as lead_mandate_id, p.name as lead_name,
      ${dueSeenBy(actor)} as due_on, hit.sort,
      case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.short_name) end as proposed_unit,
      ${words.length > 0 ? sql`${texts} as texts,` : sql``}
      (select coalesce(jsonb_agg(o.short_name order by t.role desc, t.id), '[]') from suggestion_part t join organisation o on o.district = t.district and o.id = t.unit_id
        where t.district = s.district and t.suggestion_id = s.id and t.status <> 'handed_back' and not (s.imported and t.status = 'ended')) as units
    from hit join suggestion s on s.district = ${actor.district} and s.id = hit.id
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    join suggestion_signer g on g.district = s.district and g.suggestion_id = s.id and g.role = 'lead'
    join mandate m on m.district = g.district and m.id = g.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    left join organisation u on u.district = s.district and u.id = s.proposed_unit_id
    order by ${query.sort === "due" ? sql`hit.sort, s.id` : sql`hit.sort desc, s.id desc`}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const next = found.rows.length > query.limit && last ? cursorAt([last.sort, last.id]) : null;
  return { items: rows.map((row) => lineOf(row, words)), next };
}

function lineOf(row: Row, words: readonly string[]): Line {
  const { number, numberYear, congressNo, congressId, congressName, leadMandateId, leadName, texts, sort: _, ...rest } = row;
  const line = {
    ...rest,
    label: labelOf({ number, numberYear, sessionNo: row.sessionNo, congressNo }),
    congress: { id: congressId, name: congressName },
    lead: { id: leadMandateId, name: leadName },
  };
  return texts ? { ...line, match: matchOf(rest.title, texts, words) } : line;
}

function matchOf(title: string, { reason, proposal, replies }: NonNullable<Row["texts"]>, words: readonly string[]) {
  const bodies = replies.map((body) => ["reply", body] as const);
  return matchIn([["title", title], ["reason", reason], ["proposal", proposal], ...bodies], words);
}
