import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { standsIn } from "../../../platform/db/search.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { matchIn } from "../../../platform/text/snippet.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import type { Actor } from "../../identity/index.ts";
import type { CommitmentLine, commitmentContracts } from "../commitment-contract.ts";
import { labelOf } from "../label.ts";
import { scopeOf } from "./scope.ts";
import { numberedAs } from "./search.ts";

type Query = z.output<(typeof commitmentContracts)["list"]["query"]>;
type Line = z.input<typeof CommitmentLine>;
type Row = Omit<Line, "label" | "match"> & Parameters<typeof labelOf>[0];

const due = sql`coalesce(k.carried_to, k.due_on)`;
const settled = sql`(k.state <> 'open')`;
const from = sql`suggestion_commitment k
  join suggestion s on s.district = k.district and s.id = k.suggestion_id
  join suggestion_part t on t.district = k.district and t.id = k.part_id`;

/** Promises of signed replies in the actor's sight, across years, and how many stand in each state under the same filters (R2.31). */
export async function listCommitments(db: Db, actor: Actor, query: Query, now: Instant) {
  const counts = await sql<{ status: string; n: number }>`
    select k.state as status, count(*) as n from ${from} where ${sql.join(chosenBy(actor, query, now), sql` and `)} group by 1`.execute(db);
  return {
    ...(await commitmentPage(db, actor, query, now)),
    counts: Object.fromEntries(counts.rows.map(({ status, n }) => [status, n])),
  };
}

/** A page of the same, for whoever wants the lines alone. */
export async function commitmentPage(db: Db, actor: Actor, query: Query, now: Instant) {
  const chosen = chosenBy(actor, query, now);
  if (query.status) chosen.push(sql`k.state = ${query.status}`);
  const latest = query.sort === "latest";
  const after = keysAt(query.cursor, 3);
  if (after && latest) chosen.push(sql`(${due}, k.id) < (${after[1]}::date, ${after[2]}::uuid)`);
  if (after && !latest) chosen.push(sql`(${settled}, ${due}, k.id) > (${after[0] === 1}::boolean, ${after[1]}::date, ${after[2]}::uuid)`);
  const found = await sql<Row>`
    select k.id, jsonb_build_object('id', s.id, 'title', s.title) as suggestion, s.number, s.number_year, n.session_no, c.congress_no,
      u.short_name as unit_name, k.content as title, k.owner, ${due} as promised_for, k.carried_to is not null as carried, k.state as status,
      case when k.state = 'open' then ${due} end as due_on, k.settled_on, k.evidence
    from ${from}
    join organisation u on u.district = t.district and u.id = t.unit_id
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    where ${sql.join(chosen, sql` and `)}
    order by ${latest ? sql`${due} desc, k.id desc` : sql`${settled}, ${due}, k.id`} limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const next = found.rows.length > query.limit && last ? cursorAt([last.status === "open" ? 0 : 1, last.promisedFor, last.id]) : null;
  return { items: rows.map((row) => lineOf(row, wordsOf(query.search ?? ""))), next };
}

function chosenBy(actor: Actor, query: Query, now: Instant): RawBuilder<unknown>[] {
  const chosen = [sql`k.district = ${actor.district}`, sql`k.state not in ('draft', 'dropped')`, scopeOf(actor)];
  if (query.overdue === "true") chosen.push(sql`k.state = 'open' and ${due} < ${dateIn(now)}`);
  if (query.carried) chosen.push(sql`(k.carried_to is not null) = ${query.carried === "true"}`);
  if (query.unitId) chosen.push(sql`t.unit_id = ${query.unitId}`);
  const said = sql`concat_ws(e'\n', k.content, k.owner, k.evidence, s.title)`;
  for (const word of wordsOf(query.search ?? "")) {
    const numbered = numberedAs(actor.district, word);
    chosen.push(numbered ? sql`(${standsIn(said, word)} or s.id in (${numbered}))` : standsIn(said, word));
  }
  return chosen;
}

function lineOf({ number, numberYear, sessionNo, congressNo, ...row }: Row, words: readonly string[]): Line {
  const line = { ...row, label: labelOf({ number, numberYear, sessionNo, congressNo }) };
  if (words.length === 0) return line;
  const { title, suggestion, owner, evidence } = row;
  const places = [["title", title] as const, ["suggestion", suggestion.title] as const, ["owner", owner] as const];
  return { ...line, match: matchIn([...places, ["evidence", evidence ?? ""] as const], words) };
}
