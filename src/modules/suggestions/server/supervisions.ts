import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import { momentOn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import type { Actor } from "../../identity/index.ts";
import { labelOf } from "../label.ts";
import type { SupervisionLine, supervisionContracts } from "../supervision-contract.ts";
import { scopeOf, seenStatusIn } from "./scope.ts";
import { suggestionsWith } from "./search.ts";

export type SupervisionQuery = z.output<(typeof supervisionContracts)["list"]["query"]>;
type Row = Omit<z.input<typeof SupervisionLine>, "label"> & Parameters<typeof labelOf>[0] & { sortNext: DateISO };

const never = sql`'9999-12-31'::date`;
const nextOn = sql`coalesce(v.next_on, ${never})`;
const from = sql`suggestion_supervision v join suggestion s on s.district = v.district and s.id = v.suggestion_id`;
const isOver = sql`coalesce(v.result = 'accepted', false)`;

/** What an office has to do with, not what a deputy may look at: correspondence is not for onlookers. */
export const asOffice = (actor: Actor): RawBuilder<boolean> => scopeOf({ ...actor, mandates: [] });

/** Which suggestions `s` were raised in a year, before a congress, in a session. */
export function raisedIn({
  year,
  congressId,
  sessionId,
}: Pick<SupervisionQuery, "year" | "congressId" | "sessionId">): RawBuilder<unknown>[] {
  const january = (of: number) => momentOn(`${of}-01-01` as DateISO);
  return [
    ...(year ? [sql`s.submitted_at >= ${january(year)} and s.submitted_at < ${january(year + 1)}`] : []),
    ...(congressId ? [sql`s.congress_id = ${congressId}`] : []),
    ...(sessionId ? [sql`s.session_id = ${sessionId}`] : []),
  ];
}

/** Key suggestions with their leaders, what comes next, and how many there are under the same filters. */
export async function listSupervisions(db: Db, actor: Actor, query: SupervisionQuery) {
  const seen = seenStatusIn(actor);
  const mine = [sql`v.district = ${actor.district}`, asOffice(actor)];
  const matching = [...mine, ...conditions(actor, query, seen)];
  const chosen = query.state ? [...matching, query.state === "reported" ? isOver : sql`not ${isOver}`] : matching;
  return { ...(await page(db, query, seen, chosen)), ...(await around(db, mine, matching)) };
}

function conditions(actor: Actor, query: SupervisionQuery, seen: RawBuilder<string>): RawBuilder<unknown>[] {
  const all = raisedIn(query);
  if (query.leader) all.push(sql`v.leader = ${query.leader}`);
  if (query.status) all.push(sql`${seen} = ${query.status}`);
  if (query.dueFrom) all.push(sql`v.next_on >= ${query.dueFrom}::date`);
  if (query.dueBy) all.push(sql`v.next_on <= ${query.dueBy}::date`);
  for (const word of wordsOf(query.search ?? ""))
    all.push(
      sql`(s.id = ${suggestionsWith(actor.district, word)} or position(${word} in v.leader) > 0 or position(${word} in coalesce(v.government_leader, '')) > 0)`,
    );
  return all;
}

const supervisions = sql`suggestion_step p where p.district = v.district and p.subject_id = v.suggestion_id and p.verb = 'supervise'`;

async function page(db: Db, query: SupervisionQuery, seen: RawBuilder<string>, chosen: readonly RawBuilder<unknown>[]) {
  const byNext = query.sort === "next";
  const after = keysAt(query.cursor, 2);
  const order = byNext ? sql`${nextOn}, v.id` : sql`v.decided_on desc, v.id desc`;
  const later = byNext
    ? sql`(${nextOn}, v.id) > (${after?.[0]}::date, ${after?.[1]}::uuid)`
    : sql`(v.decided_on, v.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`;
  const found = await sql<Row>`
    select v.id, v.suggestion_id, s.title, s.number, s.number_year, n.session_no, c.congress_no, ${seen} as status, v.leader, v.government_leader,
      b.short_name as body_name, v.decided_on, v.document_no, v.next_on, v.next_step, v.reported_on, v.meeting, v.result, v.opinion, ${nextOn} as sort_next,
      (select count(*) from ${supervisions}) as times, (select max((p.data ->> 'heldOn')::date) from ${supervisions}) as last_on,
      (select coalesce(jsonb_agg(o.short_name order by t.role desc, t.id), '[]') from suggestion_part t join organisation o on o.district = t.district and o.id = t.unit_id
        where t.district = s.district and t.suggestion_id = s.id and t.status <> 'handed_back') as units
    from ${from}
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    left join organisation b on b.district = v.district and b.id = v.body_id
    where ${sql.join(after ? [...chosen, later] : chosen, sql` and `)} order by ${order} limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const items = rows.map(({ number, numberYear, sessionNo, congressNo, sortNext: _, ...line }) => ({
    ...{ ...line, label: labelOf({ number, numberYear, sessionNo, congressNo }) },
  }));
  const next = found.rows.length > query.limit && last ? cursorAt([byNext ? last.sortNext : last.decidedOn, last.id]) : null;
  return { items, next };
}

/** How many there are in each state under the same filters, and whom one can ask for. */
async function around(db: Db, mine: readonly RawBuilder<unknown>[], matching: readonly RawBuilder<unknown>[]) {
  const found = await sql<{ open: number; reported: number }>`
    select count(*) filter (where not ${isOver}) as open, count(*) filter (where ${isOver}) as reported from ${from}
    where ${sql.join(matching, sql` and `)}`.execute(db);
  const leaders = await sql<{ leader: string }>`
    select distinct v.leader from ${from} where ${sql.join(mine, sql` and `)} order by v.leader limit 200`.execute(db);
  return { counts: found.rows[0] ?? { open: 0, reported: 0 }, leaders: leaders.rows.map(({ leader }) => leader) };
}
