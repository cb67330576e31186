import { type RawBuilder, sql } from "kysely";
import { shift } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { caseMeasures, opinionMeasures, promiseMeasures, type UnitMeasure } from "../terms.ts";
import { type Cut, endOf, zone } from "./cut.ts";
import { beside, counted, type Narrow, outcomes, toldOf } from "./suggestions.ts";

/** What the figures of units are asked of. */
export interface Scope {
  readonly cut: Cut;
  readonly narrow: Narrow;
  /** Days ahead from which what is due counts as nearly due. */
  readonly yellowDays: number;
  /** The units that may be looked at; all of them when absent. */
  readonly own?: readonly string[];
}

const ownOnly = ({ own }: Scope): RawBuilder<unknown> => (own ? sql`and t.unit_id = any(${own}::uuid[])` : sql``);

/** Every part `t` that answers for itself, with what each measure asks of it. A unit that handed the case back is not counted for it. */
export function markedParts(scope: Scope): RawBuilder<unknown> {
  const { cut, narrow } = scope;
  const has = outcomes(cut);
  const inRound = sql`r.district = s.district and r.part_id = t.id and r.signed_at < ${endOf(cut)}`;
  const first = sql`(select min((r.signed_at at time zone ${zone})::date) from suggestion_reply r where ${inRound})`;
  return sql`
    select s.id as suggestion_id, t.unit_id, t.id, ${toldOf(cut)}, t.status <> 'handed_back' as answers, t.status = 'handed_back' as handed_back,
      s.status = 'suspended' as suspended, d.due_on, ${has.closed} as closed, ${has.solved} as solved, ${has.heard} as heard,
      ${has.satisfied} as satisfied, ${has.satisfiedOrBasic} as satisfied_or_basic,
      exists (select 1 from suggestion_reply r where ${inRound} and r.round = s.round) as replied, ${first} - t.offered_on as days,
      exists (select 1 from suggestion_contact k where k.district = s.district and k.suggestion_id = s.id and k.part_id = t.id
        and k.round = s.round and k.stage in ('before', 'during') and k.way in ('visit', 'meeting') and k.held_on <= ${cut.asOf}) as met
    from suggestion s ${beside}
    join suggestion_part t on t.district = s.district and t.suggestion_id = s.id and t.role <> 'CO' and t.status <> 'ended'
    left join lateral (select min(k.due_on) as due_on from clock k where k.district = s.district and k.subject_type = 'suggestion'
      and k.subject_id = s.id and k.part_id = t.id and k.key in ('suggestion.reply', 'suggestion.rework')
      and (k.stopped_on is null or k.stopped_on > ${cut.asOf})) d on true
    where ${counted(cut, narrow)} ${ownOnly(scope)}`;
}

/** Every promise of a signed reply, with what each measure asks of it. */
export function markedPromises(scope: Scope): RawBuilder<unknown> {
  const { cut, narrow } = scope;
  const due = sql`coalesce(m.carried_to, m.due_on)`;
  const open = sql`(m.settled_on is null or m.settled_on > ${cut.asOf})`;
  return sql`
    select m.id, s.id as suggestion_id, t.unit_id, coalesce(c.congress_no || '-' || n.session_no, s.number_year::text) || '-' || lpad(s.number::text, 3, '0') as label,
      case when s.confidential then '' else m.content end as about, m.owner as place, (r.signed_at at time zone ${zone})::date as since, case when ${open} then null else m.settled_on end as until,
      ${due} as due_on, ${open} as open, ${open} and ${due} < ${cut.asOf} as overdue, m.state = 'kept' and not ${open} as kept
    from suggestion s ${beside}
    join suggestion_commitment m on m.district = s.district and m.suggestion_id = s.id and m.state not in ('draft', 'dropped')
    join suggestion_part t on t.district = m.district and t.id = m.part_id
    join suggestion_reply r on r.district = m.district and r.id = m.reply_id and r.signed_at < ${endOf(cut)}
    where ${counted(cut, narrow)} ${ownOnly(scope)}`;
}

/**
 * Every co-handler's part whose opinion is overdue: the limit of the district ran out, or the day by which the lead asked for it.
 * What rests is nobody's delay.
 */
export function markedOpinions(scope: Scope): RawBuilder<unknown> {
  const { cut, narrow } = scope;
  return sql`
    select t.id, s.id as suggestion_id, t.unit_id, ${toldOf(cut)}, d.due_on
    from suggestion s ${beside}
    join suggestion_part t on t.district = s.district and t.suggestion_id = s.id and t.role = 'CO' and t.status not in ('handed_back', 'ended')
    cross join lateral (select min(o.due_on) as due_on from (
      select k.due_on from clock k where k.district = s.district and k.subject_type = 'suggestion' and k.subject_id = s.id
        and k.part_id = t.id and k.key = 'suggestion.co_opinion' and (k.stopped_on is null or k.stopped_on > ${cut.asOf})
      union all select q.due_on from suggestion_request q where q.district = s.district and q.suggestion_id = s.id and q.part_id = t.id
        and q.kind = 'co_opinion' and (q.decided_on is null or q.decided_on > ${cut.asOf})) o) d
    where ${counted(cut, narrow)} and s.status <> 'suspended' and d.due_on < ${cut.asOf} ${ownOnly(scope)}`;
}

/** What each measure asks of a marked part or promise `m`. Cases at rest are in handling, and neither red nor yellow. */
export function holds({ cut, yellowDays }: Scope): Readonly<Record<UnitMeasure, RawBuilder<boolean>>> {
  const waits = sql`m.answers and not m.replied`;
  const red = sql`m.due_on < ${cut.asOf}`;
  const yellow = sql`m.due_on between ${cut.asOf} and ${shift(cut.asOf, yellowDays)}`;
  const all: Record<UnitMeasure, RawBuilder<unknown>> = {
    count: sql`m.answers`,
    inHandling: waits,
    replied: sql`m.answers and m.replied`,
    overdue: sql`${waits} and not m.suspended and ${red}`,
    nearlyDue: sql`${waits} and not m.suspended and ${yellow}`,
    handedBack: sql`m.handed_back`,
    met: sql`m.answers and m.replied and m.met`,
    closed: sql`m.answers and m.closed`,
    solved: sql`m.answers and m.solved`,
    heard: sql`m.answers and m.heard`,
    satisfied: sql`m.answers and m.satisfied`,
    satisfiedOrBasic: sql`m.answers and m.satisfied_or_basic`,
    promised: sql`true`,
    promisesOpen: sql`m.open`,
    promisesOverdue: sql`m.overdue`,
    promisesKept: sql`m.kept`,
    opinionsOverdue: sql`true`,
  };
  return all as Record<UnitMeasure, RawBuilder<boolean>>;
}

export type UnitCounts = Record<UnitMeasure, number> & { readonly days: number };

/** The figures of every unit that has or had a case, or owes an opinion, by one statement; at most five hundred units. */
export async function unitFigures(db: Db, scope: Scope): Promise<(UnitCounts & { id: string; name: string })[]> {
  const found = await sql<UnitCounts & { id: string; name: string }>`
    with parts as (${markedParts(scope)}), promises as (${markedPromises(scope)}), opinions as (${markedOpinions(scope)}),
      cases as (select m.unit_id, ${counts(scope, caseMeasures, sql`distinct m.suggestion_id`)}, ${daysOf(scope)} as days from parts m group by m.unit_id),
      promised as (select m.unit_id, ${counts(scope, promiseMeasures, sql`*`)} from promises m group by m.unit_id),
      owed as (select m.unit_id, ${counts(scope, opinionMeasures, sql`*`)} from opinions m group by m.unit_id)
    select u.id, u.short_name as name, ${orNone("c", [...caseMeasures, "days"])}, ${orNone("p", promiseMeasures)}, ${orNone("o", opinionMeasures)}
    from (select unit_id from cases union select unit_id from owed) x
    join organisation u on u.district = ${scope.cut.district} and u.id = x.unit_id
    left join cases c on c.unit_id = x.unit_id left join promised p on p.unit_id = x.unit_id left join owed o on o.unit_id = x.unit_id
    order by u.short_name, u.id limit 500`.execute(db);
  return found.rows;
}

/**
 * The whole: each case once, however many units answer for it. It is replied to when all have replied, and overdue as soon as one is;
 * so what is assigned is replied to or in handling here, too.
 */
export async function wholeFigures(db: Db, scope: Scope): Promise<UnitCounts> {
  const any = (column: string) => sql`coalesce(bool_or(${sql.ref(`m.${column}`)}) filter (where m.answers), false)`;
  const every = (column: string) => sql`coalesce(bool_and(${sql.ref(`m.${column}`)}) filter (where m.answers), false)`;
  const found = await sql<UnitCounts>`
    with parts as (${markedParts(scope)}), promises as (${markedPromises(scope)}), opinions as (${markedOpinions(scope)}),
      cases as (select m.suggestion_id, bool_or(m.answers) as answers, bool_or(m.handed_back) as handed_back, bool_or(m.suspended) as suspended,
        ${every("replied")} as replied, ${every("met")} as met, min(m.due_on) filter (where m.answers and not m.replied) as due_on,
        max(m.days) filter (where m.answers) as days, ${any("closed")} as closed, ${any("solved")} as solved, ${any("heard")} as heard,
        ${any("satisfied")} as satisfied, ${any("satisfied_or_basic")} as satisfied_or_basic from parts m group by m.suggestion_id)
    select * from (select ${counts(scope, caseMeasures, sql`*`)}, ${daysOf(scope)} as days from cases m) c,
      (select ${counts(scope, promiseMeasures, sql`*`)} from promises m) p, (select ${counts(scope, opinionMeasures, sql`*`)} from opinions m) o`.execute(
    db,
  );
  const [whole] = found.rows;
  if (!whole) throw new Error("a sum over no rows is a row, too");
  return whole;
}

/** A unit that has no such rows has none of what is counted in them. */
const orNone = (table: string, columns: readonly string[]) =>
  sql.join(columns.map((column) => sql`coalesce(${sql.ref(`${table}.${column}`)}, 0) as ${sql.ref(column)}`));

const daysOf = (scope: Scope) => sql`coalesce(sum(m.days) filter (where ${holds(scope).replied}), 0)`;

function counts(scope: Scope, measures: readonly UnitMeasure[], what: RawBuilder<unknown>) {
  const conditions = holds(scope);
  return sql.join(measures.map((measure) => sql`count(${what}) filter (where ${conditions[measure]}) as ${sql.ref(measure)}`));
}
