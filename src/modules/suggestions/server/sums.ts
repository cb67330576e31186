import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { tallied, tallyFaults } from "../../../platform/ledger/tally.ts";
import { type Actor, mandatesInForce } from "../../identity/index.ts";
import { subjectType } from "../clockwork.ts";
import { congressBook, officeBook } from "../tallied.ts";
import { unpublished } from "../terms.ts";
import { officesOf } from "./scope.ts";

/**
 * How many cases in the actor's sight stand in each state, from sums kept ready; those of one unit, when it is named.
 * Undefined where no book tells it: to someone of several offices, or of an office and a mandate, a case would count twice.
 */
export async function preparedCounts(db: Db, actor: Actor, unitId?: string): Promise<Record<string, number> | undefined> {
  const offices = officesOf(actor);
  const kind = { district: actor.district, subjectType };
  if (offices.length === 1 && actor.mandates.length === 0) return tallied(db, kind, [officeBook(offices[0]!, unitId)]);
  if (offices.length > 0 || actor.mandates.length === 0 || unitId) return undefined;
  const congresses = mandatesInForce(actor).map((mandate) => mandate.congressId);
  const [open, own] = [await tallied(db, kind, congresses.map(congressBook)), await ownCounts(db, actor, congresses)];
  const states = new Set([...Object.keys(open), ...Object.keys(own)]);
  return Object.fromEntries([...states].map((status) => [status, (open[status] ?? 0) + (own[status] ?? 0)]));
}

/** Of the actor's own cases, and those his were merged into, the ones that do not count as public already. */
async function ownCounts(db: Db, actor: Actor, congresses: readonly string[]): Promise<Record<string, number>> {
  const held = actor.mandates.map((mandate) => mandate.id);
  const acting = mandatesInForce(actor).map((mandate) => mandate.id);
  const found = await sql<{ status: string; n: number }>`
    select s.status, count(*)::integer as n from suggestion s
    where s.district = ${actor.district} and s.id in (${ownCases(actor.district, held)} union ${mergedInto(actor.district, acting)})
      and not (s.congress_id = any(${[...congresses]}::uuid[]) and not s.confidential and s.status <> all(${[...unpublished]}))
    group by s.status`.execute(db);
  return Object.fromEntries(found.rows.map(({ status, n }) => [status, n]));
}

/** The cases that carry one of these mandates' names. */
export const ownCases = (district: string, mandates: readonly string[]) =>
  sql`select g.suggestion_id from suggestion_signer g where g.district = ${district} and g.mandate_id = any(${[...mandates]}::uuid[])`;

/** The cases into which one was merged that such a mandate led. */
export const mergedInto = (district: string, mandates: readonly string[]) =>
  sql`select o.merged_into_id from suggestion o join suggestion_signer g on g.district = o.district and g.suggestion_id = o.id and g.role = 'lead'
    where o.district = ${district} and o.status = 'merged' and o.merged_into_id is not null and g.mandate_id = any(${[...mandates]}::uuid[])`;

/** Holds the sums and the days that lists are sorted by against the cases and their clocks. */
export async function sortingFaults(db: Db, district: string): Promise<string[]> {
  const days = await sql<{ fault: string }>`
    select format('suggestion %s: sorted by %s and %s, its clocks say %s and %s', s.id, s.due_on, s.handlers_due_on, c.due_on, c.handlers_due_on) as fault
    from suggestion s left join lateral (
      select min(due_on) as due_on, min(due_on) filter (where key not in ('suggestion.feedback', 'suggestion.feedback_grace')) as handlers_due_on
      from clock where district = s.district and subject_type = ${subjectType} and subject_id = s.id and stopped_on is null and key <> 'suggestion.handback') c on true
    where s.district = ${district} and (s.due_on, s.handlers_due_on) is distinct from (c.due_on, c.handlers_due_on)`.execute(db);
  const sums = await tallyFaults(db, { district, subjectType }, countedSuggestions(district));
  return [...days.rows.map((row) => row.fault), ...sums];
}

/** What the sums of a district must be, counted from the cases: rows of `book`, `status`, `n`. The SQL twin of `talliedIn`. */
export const countedSuggestions = (district: string) => sql`
  with seen as (
    select s.id, v.office,
      case when s.status = 'appraised' and s.escalated_round < s.round and v.office <> s.reviewer_id then 'replied' else s.status end as status
    from suggestion s cross join lateral (
      select s.reviewer_id where s.submitted_at is not null
      union select s.forwarder_id where s.forwarder_id is not null
      union select p.unit_id from suggestion_part p where p.district = s.district and p.suggestion_id = s.id) v (office)
    where s.district = ${district}
  ), counted as (
    select 'office:' || office as book, status from seen
    union all select book, status from (select distinct e.id, 'office:' || e.office || '/unit:' || p.unit_id as book, e.status
      from seen e join suggestion_part p on p.district = ${district} and p.suggestion_id = e.id) pairs
    union all select 'congress:' || congress_id, status from suggestion
      where district = ${district} and not confidential and status <> all(${[...unpublished]})
  )
  select book, status, count(*) as n from counted group by 1, 2`;
