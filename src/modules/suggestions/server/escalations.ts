import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import { type Actor, organisationsAs } from "../../identity/index.ts";
import type { EscalationLine, escalationContracts } from "../escalation-contract.ts";
import { labelOf } from "../label.ts";
import { decidedStates } from "../visibility.ts";
import { seenStatusIn } from "./scope.ts";
import { suggestionsWith } from "./search.ts";
import { asOffice } from "./supervisions.ts";

export type EscalationQuery = z.output<(typeof escalationContracts)["list"]["query"]>;
type Row = Omit<z.input<typeof EscalationLine>, "label"> & Parameters<typeof labelOf>[0];

const from = sql`suggestion_escalation e join suggestion s on s.district = e.district and s.id = e.suggestion_id`;

/** Meetings that were called, with who is dissatisfied, and how many are still to be concluded. */
export async function listEscalations(db: Db, actor: Actor, query: EscalationQuery) {
  const matching = [sql`e.district = ${actor.district}`, asOffice(actor), ...conditions(actor, query)];
  const chosen = query.state ? [...matching, query.state === "open" ? sql`e.held_on is null` : sql`e.held_on is not null`] : matching;
  return { ...(await page(db, actor, query, chosen)), counts: await count(db, matching) };
}

function conditions(actor: Actor, query: EscalationQuery): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = wordsOf(query.search ?? "").map((word) => sql`s.id = ${suggestionsWith(actor.district, word)}`);
  if (query.year) all.push(sql`e.asked_on >= ${`${query.year}-01-01`}::date and e.asked_on < ${`${query.year + 1}-01-01`}::date`);
  return all;
}

/** The SQL twin of `keepsRating`: the office sees every rating, those who handle only what has been decided upon. */
function ratingShown(actor: Actor): RawBuilder<boolean> {
  const offices = organisationsAs(actor, "officer", "leader");
  return sql<boolean>`(s.reviewer_id = any(${offices}::uuid[]) or e.round < s.round or e.round <= s.escalated_round
    or s.status = any(${decidedStates}))`;
}

async function page(db: Db, actor: Actor, query: EscalationQuery, chosen: readonly RawBuilder<unknown>[]) {
  const after = keysAt(query.cursor, 2);
  const later = sql`(e.asked_on, e.id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`;
  const offices = organisationsAs(actor, "officer", "leader");
  const found = await sql<Row>`
    select e.id, e.suggestion_id, s.title, s.number, s.number_year, n.session_no, c.congress_no, ${seenStatusIn(actor)} as status,
      e.round, e.reason, e.asked_on, e.planned_on, e.place, e.invited, e.held_on, e.participants, e.minutes, e.conclusion, e.rework,
      s.status = 'escalated' and e.held_on is null and s.reviewer_id = any(${offices}::uuid[]) as mine,
      (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'attitude', f.attitude, 'result', f.result, 'reasons', f.reasons) order by f.at), '[]')
        from suggestion_feedback f join mandate m on m.district = f.district and m.id = f.mandate_id
        join person p on p.district = m.district and p.id = m.person_id
        where f.district = e.district and f.suggestion_id = e.suggestion_id and f.round = e.round and ${ratingShown(actor)}
          and (f.attitude = 'DISSATISFIED' or f.result = 'DISSATISFIED')) as dissatisfied,
      (select coalesce(jsonb_agg(o.short_name order by t.role desc, t.id), '[]') from suggestion_part t join organisation o on o.district = t.district and o.id = t.unit_id
        where t.district = s.district and t.suggestion_id = s.id and t.status <> 'handed_back') as units
    from ${from}
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    where ${sql.join(after ? [...chosen, later] : chosen, sql` and `)} order by e.asked_on desc, e.id desc limit ${query.limit + 1}`.execute(
    db,
  );
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const items = rows.map(({ number, numberYear, sessionNo, congressNo, ...line }) => ({
    ...{ ...line, label: labelOf({ number, numberYear, sessionNo, congressNo }) },
  }));
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.askedOn, last.id]) : null };
}

async function count(db: Db, matching: readonly RawBuilder<unknown>[]) {
  const found = await sql<{ open: number; concluded: number }>`
    select count(*) filter (where e.held_on is null) as open, count(*) filter (where e.held_on is not null) as concluded
    from ${from} where ${sql.join(matching, sql` and `)}`.execute(db);
  return found.rows[0] ?? { open: 0, concluded: 0 };
}
