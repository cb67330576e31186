import { type RawBuilder, sql } from "kysely";
import { listeningType } from "../listening.ts";
import { type Counting, endOf } from "./span.ts";

const ofThese = (counting: Counting): RawBuilder<unknown> => {
  const { district, stations, from, to } = counting;
  return sql`l.district = ${district} and l.day between ${from} and ${to} and l.held_at < ${endOf(counting)}
    ${stations ? sql`and l.station_id = any(${stations}::uuid[])` : sql``}`;
};

/** Every listening session held on these days (F2.5). */
export const countedListenings = (counting: Counting): RawBuilder<unknown> => sql`
  select l.station_id, l.id, 'listening' as kind, l.id as opens, l.day, l.topic as about, o.short_name as place, '' as who, l.status as state,
    l.present as amount, true as listenings
  from listening_session l join organisation o on o.district = l.district and o.id = l.organ_id where ${ofThese(counting)}`;

/** Every point raised at them, with what became of its answer. Those due are those answered and those overdue. */
export function countedPoints(counting: Counting): RawBuilder<unknown> {
  const { asOf } = counting;
  const answered = sql`coalesce(p.answered_on <= ${asOf}, false)`;
  const late = sql`coalesce(least(c.stopped_on, ${asOf}::date) > c.due_on, false)`;
  return sql`
    select l.station_id, p.id, 'point' as kind, l.id as opens, l.day, p.content as about, o.short_name as place, '' as who, p.status as state,
      null::integer as amount, true as points, ${answered} or ${late} as points_due, ${answered} as points_answered,
      ${answered} and not ${late} as points_in_time, not ${answered} and ${late} as points_overdue
    from listening_session l join listening_point p on p.district = l.district and p.session_id = l.id
    join organisation o on o.district = p.district and o.id = p.unit_id
    left join clock c on c.district = l.district and c.subject_type = ${listeningType} and c.subject_id = l.id and c.part_id = p.id
      and c.key = 'listening.answer'
    where ${ofThese(counting)}`;
}
