import { type RawBuilder, sql } from "kysely";
import { type Counting, endOf } from "./span.ts";

const zone = sql`'Asia/Shanghai'`;

const deputiesOf = sql`coalesce((select string_agg(p.name, '、' order by p.sort_key) from reception_deputy d
  join mandate m on m.district = d.district and m.id = d.mandate_id join person p on p.district = m.district and p.id = m.person_id
  where d.district = r.district and d.reception_id = r.id and d.state <> 'substituted'), '')`;

const ofThese = ({ district, stations, from, to }: Counting): RawBuilder<unknown> =>
  sql`r.district = ${district} and r.day between ${from} and ${to} ${stations ? sql`and r.station_id = any(${stations}::uuid[])` : sql``}`;

/** What a reception `r` had come to by the end of the cut-off day. */
function ends(counting: Counting) {
  const end = endOf(counting);
  // A sum asks the index for each reception; "exists" may read every step there is.
  const stepped = (verb: string) => sql`coalesce((select bool_or(t.verb = ${verb} and t.at < ${end}) from reception_step t
    where t.district = r.district and t.subject_id = r.id), false)`;
  return {
    end,
    held: sql`coalesce(r.held_at < ${end}, false)`,
    missed: sql`(r.status = 'missed' and ${stepped("miss")})`,
    cancelled: sql`(r.status = 'cancelled' and ${stepped("cancel")})`,
  };
}

/**
 * Every reception of these days, with what it counts as. planned = held + missed + cancelled + unrecorded. Where an announced one was
 * moved, the day on which the new one was told decides whether that was in time (domain §9.3).
 */
export function countedReceptions(counting: Counting): RawBuilder<unknown> {
  const { end, held, missed, cancelled } = ends(counting);
  const announced = sql`coalesce(r.announced_at < ${end}, false)`;
  const told = sql`(coalesce((select max(t.at) from reception_step t where t.district = r.district and t.subject_id = r.id
    and t.verb = 'reschedule' and t.from_status = 'announced' and t.at < ${end}), r.announced_at) at time zone ${zone})::date`;
  return sql`
    select r.station_id, r.id, 'reception' as kind, r.id as opens, r.day, coalesce(r.theme, '') as about, coalesce(r.place, '') as place,
      ${deputiesOf} as who, r.status as state, case when ${held} then r.visitors end as amount,
      true as planned, ${held} as held, ${missed} as missed, ${cancelled} as cancelled,
      not ${held} and not ${missed} and not ${cancelled} as unrecorded,
      ${announced} as announced, ${announced} and ${told} <= r.announce_by as announced_in_time
    from reception r where ${ofThese(counting)}`;
}

/**
 * Every turn of a deputy at receptions that were held or missed: rostered = signed_in + excused + absent + substituted. Whoever gave
 * his turn away is not expected; whoever stands in is.
 */
export function countedTurns(counting: Counting): RawBuilder<unknown> {
  const { held, missed } = ends(counting);
  return sql`
    select r.station_id, d.id, 'turn' as kind, r.id as opens, r.day, coalesce(r.theme, '') as about, coalesce(r.place, '') as place,
      (select p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
        where m.district = d.district and m.id = d.mandate_id) as who,
      d.state, null::integer as amount, true as rostered, d.state <> 'substituted' as expected, d.state = 'signed_in' as signed_in,
      d.state = 'excused' as excused, d.state in ('absent', 'planned') as absent, d.state = 'substituted' as substituted
    from reception r join reception_deputy d on d.district = r.district and d.reception_id = r.id
    where ${ofThese(counting)} and (${held} or ${missed})`;
}
