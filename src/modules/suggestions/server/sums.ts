import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { figuredRows } from "../../../platform/ledger/figures.ts";
import { addedUp, type Counts, tallied, tallyFaults } from "../../../platform/ledger/tally.ts";
import { figureShelf } from "../../../platform/lifecycle/figured.ts";
import { type Actor, mandatesInForce } from "../../identity/index.ts";
import { subjectType } from "../clockwork.ts";
import { figuresBy } from "../figures.ts";
import { congressBook, officeBook, sightShelf } from "../tallied.ts";
import { unpublished } from "../terms.ts";
import { officesOf } from "./scope.ts";

/**
 * How many cases in the actor's sight stand in each state, from sums kept ready; those of one unit, when it is named.
 * Undefined where no book tells it: to someone of several offices, or of an office and a mandate, a case would count twice.
 */
export async function preparedCounts(db: Db, actor: Actor, unitId?: string): Promise<Counts | undefined> {
  const offices = officesOf(actor);
  if (offices.length === 1 && actor.mandates.length === 0)
    return tallied(db, actor.district, sightShelf, [officeBook(offices[0]!, unitId)]);
  if (offices.length > 0 || actor.mandates.length === 0 || unitId) return undefined;
  const congresses = mandatesInForce(actor).map((mandate) => mandate.congressId);
  const open = await tallied(db, actor.district, sightShelf, congresses.map(congressBook));
  return addedUp([open, await ownCounts(db, actor, congresses)]);
}

/** Of the actor's own cases, and those his were merged into, the ones that do not count as public already. */
async function ownCounts(db: Db, actor: Actor, congresses: readonly string[]): Promise<Counts> {
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
  const sums = await tallyFaults(
    db,
    district,
    [sightShelf, ...figuresBy.map((by) => figureShelf(subjectType, by))],
    countedSuggestions(district),
  );
  return [...days.rows.map((row) => row.fault), ...sums];
}

/** What the sums of a district must be, counted from the cases: rows of `shelf`, `book`, `status`, `n`. The SQL twin of `talliedIn`. */
export const countedSuggestions = (district: string) => sql`
  with seen as (
    select s.id, v.office,
      case when s.status = 'appraised' and s.escalated_round < s.round and v.office <> s.reviewer_id then 'replied' else s.status end as status
    from suggestion s cross join lateral (
      select s.reviewer_id where s.submitted_at is not null
      union select s.forwarder_id where s.forwarder_id is not null
      union select p.unit_id from suggestion_part p where p.district = s.district and p.suggestion_id = s.id) v (office)
    where s.district = ${district}
  ), figures as (${figures(district)}
  ), counted as (
    select shelf, book, status from figures
    union all select 'suggestion', 'office:' || office, status from seen
    union all select 'suggestion', book, status from (select distinct e.id, 'office:' || e.office || '/unit:' || p.unit_id as book, e.status
      from seen e join suggestion_part p on p.district = ${district} and p.suggestion_id = e.id) pairs
    union all select 'suggestion', 'congress:' || congress_id, status from suggestion
      where district = ${district} and not confidential and status <> all(${[...unpublished]})
  )
  select shelf, book, status, count(*) as n from counted group by 1, 2, 3`;

/** The SQL twin of `figuresIn`. */
const figures = (district: string) =>
  figuredRows(subjectType, {
    things: sql`
      select s.*, s.closed_at is not null as closed, to_char(s.submitted_at at time zone 'Asia/Shanghai', 'YYYY') as year,
        to_char(s.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
        coalesce((select max(r.result_class) from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id
          and r.round = s.round and r.signed_at is not null), '') as class,
        (select bool_and(r.outcome = 'resolved') from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id
          and r.round = s.round and r.signed_at is not null) as solved, f.*
      from suggestion s left join lateral (
        select bool_and(f.result = 'SATISFIED' and coalesce(f.attitude, f.result) = 'SATISFIED') as satisfied,
          bool_and(f.result <> 'DISSATISFIED' and coalesce(f.attitude, f.result) <> 'DISSATISFIED') as basic, count(*) > 0 as heard
        from suggestion_feedback f where f.district = s.district and f.suggestion_id = s.id and f.round = s.round and f.result is not null) f on true
      where s.district = ${district} and s.number is not null and s.submitted_at is not null and s.status not in ('withdrawn', 'merged')`,
    groups: sql`
      values ('month', t.month), ('category', t.category), ('area', coalesce(t.area_id::text, '')), ('class', t.class),
        ('session', coalesce(t.session_id, t.congress_id)::text), ('whole', '')
      union all select distinct 'unit', coalesce(p.unit_id::text, '') from (select 1) one left join suggestion_part p
        on p.district = t.district and p.suggestion_id = t.id and p.role <> 'CO' and p.status not in ('handed_back', 'ended')`,
    measures: {
      count: sql`true`,
      closed: sql`t.closed`,
      solved: sql`t.closed and t.solved`,
      heard: sql`t.closed and t.heard`,
      satisfied: sql`t.closed and t.satisfied`,
      satisfiedOrBasic: sql`t.closed and t.basic`,
    },
  });
