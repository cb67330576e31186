import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { type BreakdownBy, type BreakdownSubject, type Measure, measures } from "../terms.ts";
import { type Cut, endOf, zone } from "./cut.ts";
import type { Counted } from "./population.ts";
import { beside, counted, type Narrow, outcomes, toldOf } from "./suggestions.ts";

/** Rows with what each measure asks of them, and the group each belongs to. */
type Marked = RawBuilder<Counted & { groupKey: string; groupLabel: string }>;

/** Villages count under their town. */
const town = sql`case when a.kind in ('village', 'community') then p else a end`;

/** Opinions handed over by the cut-off day. */
function markedOpinions({ district, asOf }: Cut, by: BreakdownBy): Marked {
  const end = endOf({ asOf });
  const groups: Partial<Record<BreakdownBy, readonly [RawBuilder<unknown>, RawBuilder<unknown>]>> = {
    month: [sql`to_char(o.received_on, 'YYYY-MM')`, sql`to_char(o.received_on, 'YYYY-MM')`],
    category: [sql`o.category`, sql`o.category`],
    area: [sql`coalesce((${town}).id::text, '')`, sql`coalesce((${town}).name, '')`],
    unit: [sql`coalesce(u.id::text, '')`, sql`coalesce(u.short_name, '')`],
    campaign: [sql`coalesce(k.id::text, '')`, sql`coalesce(k.name, '')`],
  };
  const [key, label] = groups[by] ?? [sql`''`, sql`''`];
  const closed = sql`coalesce(o.closed_at < ${end}, false)`;
  return sql`
    select o.id, o.number_year || '-' || lpad(o.number::text, 4, '0') as label, o.category as about, a.name as place, o.received_on as since,
      case when o.closed_at < ${end} then (o.closed_at at time zone ${zone})::date end as until, ${key} as group_key, ${label} as group_label,
      ${closed} as closed, ${closed} and coalesce(r.solved, false) as solved, ${closed} and r.grade is not null as heard,
      ${closed} and coalesce(r.grade = 'SATISFIED', false) as satisfied, ${closed} and coalesce(r.grade <> 'DISSATISFIED', false) as satisfied_or_basic
    from opinion o
    join area a on a.district = o.district and a.id = o.area_id
    left join area p on p.district = a.district and p.id = a.parent_id
    left join organisation u on u.district = o.district and u.id = o.unit_id
    left join campaign k on k.district = o.district and k.id = o.campaign_id
    left join opinion_result r on r.district = o.district and r.opinion_id = o.id and r.round = o.round
    where o.district = ${district} and o.received_on <= ${asOf}`;
}

/** Suggestions with the group of each. Those handled separately stand in the group of each unit. */
function markedSuggestions(cut: Cut, by: BreakdownBy, narrow: Narrow): Marked {
  const groups: Partial<Record<BreakdownBy, readonly [RawBuilder<unknown>, RawBuilder<unknown>]>> = {
    month: [sql`to_char(s.submitted_at at time zone ${zone}, 'YYYY-MM')`, sql`to_char(s.submitted_at at time zone ${zone}, 'YYYY-MM')`],
    category: [sql`s.category`, sql`s.category`],
    area: [sql`coalesce((${town}).id::text, '')`, sql`coalesce((${town}).name, '')`],
    unit: [sql`coalesce(u.id::text, '')`, sql`coalesce(u.short_name, '')`],
    class: [sql`coalesce(q.result_class, '')`, sql`coalesce(q.result_class, '')`],
    session: [sql`coalesce(n.id::text, c.id::text)`, sql`c.congress_no || '-' || coalesce(n.session_no::text, '')`],
  };
  const [key, label] = groups[by] ?? [sql`''`, sql`''`];
  const part = sql`select t.unit_id from suggestion_part t where t.district = s.district and t.suggestion_id = s.id and t.role <> 'CO'
    and t.status not in ('handed_back', 'ended')`;
  const units =
    by === "unit"
      ? sql`left join lateral (${part}) t on true left join organisation u on u.district = s.district and u.id = t.unit_id`
      : sql`left join organisation u on false`;
  const has = outcomes(cut);
  return sql`
    select s.id, ${toldOf(cut)}, ${key} as group_key, ${label} as group_label, ${has.closed} as closed, ${has.solved} as solved,
      ${has.heard} as heard, ${has.satisfied} as satisfied, ${has.satisfiedOrBasic} as satisfied_or_basic
    from suggestion s ${beside}
    left join area p on p.district = a.district and p.id = a.parent_id
    ${units}
    left join lateral (select max(r.result_class) as result_class from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id
      and r.round = s.round and r.signed_at is not null) q on true
    where ${counted(cut, narrow)}`;
}

/** What is broken down: of what, by what, and of which suggestions only. */
export interface Asked {
  readonly of: BreakdownSubject;
  readonly by: BreakdownBy;
  readonly narrow?: Narrow;
}

const marked = (cut: Cut, { of, by, narrow = {} }: Asked): Marked =>
  of === "opinions" ? markedOpinions(cut, by) : markedSuggestions(cut, by, narrow);

const conditions: Record<Measure, RawBuilder<boolean>> = {
  count: sql`true`,
  closed: sql`m.closed`,
  open: sql`not m.closed`,
  solved: sql`m.solved`,
  heard: sql`m.heard`,
  satisfied: sql`m.satisfied`,
  satisfiedOrBasic: sql`m.satisfied_or_basic`,
};

const counts = sql.join(measures.map((measure) => sql`count(distinct m.id) filter (where ${conditions[measure]}) as ${sql.ref(measure)}`));

export type Counts = Record<Measure, number>;

/** The groups of a breakdown with their counts: the largest first; months, classes and sessions in their order. */
export async function breakdownGroups(db: Db, cut: Cut, asked: Asked): Promise<(Counts & { key: string; label: string })[]> {
  const [rows, { by }] = [marked(cut, asked), asked];
  const order = by === "month" || by === "class" || by === "session" ? sql`group_key` : sql`count(distinct m.id) desc, group_key`;
  const groups = await sql<Counts & { key: string; label: string }>`
    select group_key as key, min(group_label) as label, ${counts} from (${rows}) m group by group_key order by ${order} limit 500`.execute(
    db,
  );
  return groups.rows;
}

/** The whole of a breakdown, where nothing counts twice. */
export async function breakdownWhole(db: Db, cut: Cut, asked: Asked): Promise<Counts> {
  const found = await sql<Counts>`select ${counts} from (${marked(cut, asked)}) m`.execute(db);
  const [whole] = found.rows;
  if (!whole) throw new Error("a sum over no rows is a row, too");
  return whole;
}

/** The rows behind one count, of one group or of the whole. */
export async function breakdownRows(
  db: Db,
  cut: Cut,
  { group, measure, ...asked }: Asked & { group?: string | undefined; measure: Measure },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const after = keysAt(cursor, 2);
  const found = await sql<Counted>`
    select distinct m.id, m.label, m.about, m.place, m.since, m.until from (${marked(cut, asked)}) m
    where ${group === undefined ? sql`true` : sql`m.group_key = ${group}`} and ${conditions[measure]} ${after ? sql`and (m.since, m.id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by m.since, m.id limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([last.since, last.id]) : null };
}
