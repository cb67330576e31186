import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Measure } from "../terms.ts";
import { type Cut, endOf, zone } from "./cut.ts";
import { counted, type Outcome, outcomes } from "./suggestions.ts";

/** One row behind a number, as anyone may see it. */
export interface Counted {
  readonly id: string;
  readonly label: string;
  /** What it is about, as far as it is public. */
  readonly about: string;
  readonly place: string;
  readonly since: DateISO;
  readonly until: DateISO | null;
}

/** A set of rows; its size is the number and its rows are the proof, by one and the same query. */
export type Population = RawBuilder<Counted>;

/** All opinions that were received, or those of them that had been closed, or had not. */
export type OpinionPart = Extract<Measure, "count" | "closed" | "open">;

/** Opinions handed over by the cut-off day. */
export function opinions({ district, asOf }: Cut, part: OpinionPart): Population {
  const end = endOf({ asOf });
  const states: Record<OpinionPart, RawBuilder<unknown>> = {
    count: sql``,
    closed: sql`and o.closed_at < ${end}`,
    open: sql`and (o.closed_at is null or o.closed_at >= ${end})`,
  };
  return sql<Counted>`
    select o.id, o.number_year || '-' || lpad(o.number::text, 4, '0') as label, o.category as about, a.name as place, o.received_on as since,
      case when o.closed_at < ${end} then (o.closed_at at time zone 'Asia/Shanghai')::date end as until
    from opinion o join area a on a.district = o.district and a.id = o.area_id
    where o.district = ${district} and o.received_on <= ${asOf} ${states[part]}`;
}

/** What further is asked of the suggestions of a session; nothing for all of them. */
export type SessionPart = Outcome | undefined;

/** Suggestions of one session. */
export function sessionSuggestions(cut: Cut, sessionId: string, part: SessionPart): Population {
  return sql<Counted>`
    select s.id, lpad(s.number::text, 3, '0') as label, case when s.confidential then '' else s.title end as about, coalesce(a.name, '') as place,
      (s.submitted_at at time zone ${zone})::date as since, case when s.closed_at < ${endOf(cut)} then (s.closed_at at time zone ${zone})::date end as until
    from suggestion s left join area a on a.district = s.district and a.id = s.area_id
    where ${counted(cut, { sessionId })} ${part ? sql`and ${outcomes(cut)[part]}` : sql``}`;
}
