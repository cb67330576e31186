import { type RawBuilder, sql } from "kysely";
import { type DateISO, momentOn, shift } from "../../../platform/clock/instant.ts";

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

/** Everything a definition may depend on. */
export interface Cut {
  readonly district: string;
  /** Nothing that happened after this day counts. */
  readonly asOf: DateISO;
}

/** Opinions handed over by the cut-off day; `closed` narrows to those that had been closed, or had not. */
export function opinions({ district, asOf }: Cut, closed?: boolean): Population {
  const end = momentOn(shift(asOf, 1));
  const state =
    closed === undefined ? sql`` : closed ? sql`and o.closed_at < ${end}` : sql`and (o.closed_at is null or o.closed_at >= ${end})`;
  return sql<Counted>`
    select o.id, o.number_year || '-' || lpad(o.number::text, 4, '0') as label, o.category as about, a.name as place, o.received_on as since,
      case when o.closed_at < ${end} then (o.closed_at at time zone 'Asia/Shanghai')::date end as until
    from opinion o join area a on a.district = o.district and a.id = o.area_id
    where o.district = ${district} and o.received_on <= ${asOf} ${state}`;
}

/** What further is asked of the suggestions of a session. */
export type SessionPart = "all" | "closed" | "appraised" | "satisfied" | "satisfied_or_basic" | "solved";

/** Numbered suggestions of one session, submitted by the cut-off day and not withdrawn. */
export function sessionSuggestions({ district, asOf }: Cut, sessionId: string, part: SessionPart): Population {
  const end = momentOn(shift(asOf, 1));
  const closed = sql`s.closed_at < ${end}`;
  const last = sql`f.district = s.district and f.suggestion_id = s.id and f.round = s.round`;
  const heard = sql`exists (select 1 from suggestion_feedback f where ${last} and f.result is not null)`;
  const none = (grades: RawBuilder<unknown>) =>
    sql`not exists (select 1 from suggestion_feedback f where ${last} and (f.result ${grades} or f.attitude ${grades}))`;
  const conditions: Record<SessionPart, RawBuilder<unknown>> = {
    all: sql`true`,
    closed,
    appraised: sql`${closed} and ${heard}`,
    satisfied: sql`${closed} and ${heard} and ${none(sql`in ('BASIC', 'DISSATISFIED')`)}`,
    satisfied_or_basic: sql`${closed} and ${heard} and ${none(sql`in ('DISSATISFIED')`)}`,
    solved: sql`${closed} and not exists (select 1 from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id
      and r.round = s.round and r.signed_at is not null and r.outcome <> 'resolved')`,
  };
  return sql<Counted>`
    select s.id, lpad(s.number::text, 3, '0') as label, case when s.confidential then '' else s.title end as about, coalesce(a.name, '') as place,
      (s.submitted_at at time zone 'Asia/Shanghai')::date as since, case when ${closed} then (s.closed_at at time zone 'Asia/Shanghai')::date end as until
    from suggestion s left join area a on a.district = s.district and a.id = s.area_id
    where s.district = ${district} and s.session_id = ${sessionId} and s.number is not null and s.status <> 'withdrawn' and s.submitted_at < ${end}
      and ${conditions[part]}`;
}
