import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import type { Actor } from "../../identity/index.ts";
import type { CommitmentLine, suggestionContracts } from "../contract.ts";
import { labelOf } from "../label.ts";
import { scopeOf } from "./scope.ts";

type Query = z.output<(typeof suggestionContracts)["commitments"]["query"]>;
type Row = Omit<z.input<typeof CommitmentLine>, "label"> & Parameters<typeof labelOf>[0];

/** Promises of signed replies in the actor's sight, across years: the nearest due day first (R2.31). */
export async function listCommitments(db: Db, actor: Actor, query: Query, now: Instant) {
  const due = sql`coalesce(k.carried_to, k.due_on)`;
  const chosen = [sql`k.district = ${actor.district}`, sql`k.state not in ('draft', 'dropped')`, scopeOf(actor)];
  const counted = [...chosen];
  if (query.state) chosen.push(sql`k.state = ${query.state}`);
  if (query.overdue === "true") chosen.push(sql`k.state = 'open' and ${due} < ${dateIn(now)}`);
  if (query.unitId) chosen.push(sql`t.unit_id = ${query.unitId}`);
  const after = keysAt(query.cursor, 2);
  if (after) chosen.push(sql`(${due}, k.id) > (${after[0]}::date, ${after[1]}::uuid)`);
  const from = sql`suggestion_commitment k
    join suggestion s on s.district = k.district and s.id = k.suggestion_id
    join suggestion_part t on t.district = k.district and t.id = k.part_id`;
  const found = await sql<Row>`
    select k.id, k.suggestion_id, s.title, s.number, s.number_year, n.session_no, c.congress_no, u.short_name as unit_name, k.content, k.owner,
      ${due} as due_on, k.carried_to is not null as carried, k.state, k.settled_on, k.evidence
    from ${from}
    join organisation u on u.district = t.district and u.id = t.unit_id
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    where ${sql.join(chosen, sql` and `)} order by ${due}, k.id limit ${query.limit + 1}`.execute(db);
  const counts = await sql<{ open: number; overdue: number; kept: number; answeredAgain: number }>`
    select count(*) filter (where k.state = 'open') as open, count(*) filter (where k.state = 'open' and ${due} < ${dateIn(now)}) as overdue,
      count(*) filter (where k.state = 'kept') as kept, count(*) filter (where k.state = 'answered_again') as answered_again
    from ${from} where ${sql.join(counted, sql` and `)}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const items = rows.map(({ number, numberYear, sessionNo, congressNo, ...line }) => ({
    ...line,
    label: labelOf({ number, numberYear, sessionNo, congressNo }),
  }));
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.dueOn, last.id]) : null, counts: counts.rows[0]! };
}
