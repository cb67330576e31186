import { type RawBuilder, sql } from "kysely";
import { momentOn } from "../../../platform/clock/instant.ts";
import { type Cut, endOf, firstOf, zone } from "./cut.ts";

/** Which suggestions a figure is about, beside its cut-off day. */
export interface Narrow {
  /** The year in which they were submitted. */
  readonly year?: number | undefined;
  readonly congressId?: string | undefined;
  readonly sessionId?: string | undefined;
  /** Only those under key supervision (R2.41). */
  readonly key?: boolean | undefined;
}

/** Numbered suggestions `s`, submitted by the cut-off day, neither withdrawn nor merged: what every figure about suggestions is of. */
export function counted(cut: Cut, { year, congressId, sessionId, key }: Narrow = {}): RawBuilder<boolean> {
  const all = [
    sql`s.district = ${cut.district} and s.number is not null and s.status not in ('withdrawn', 'merged') and s.submitted_at < ${endOf(cut)}`,
  ];
  if (year) all.push(sql`s.submitted_at >= ${momentOn(firstOf(year))} and s.submitted_at < ${momentOn(firstOf(year + 1))}`);
  if (congressId) all.push(sql`s.congress_id = ${congressId}`);
  if (sessionId) all.push(sql`s.session_id = ${sessionId}`);
  if (key) all.push(sql`s.key`);
  return sql<boolean>`(${sql.join(all, sql` and `)})`;
}

/** What a suggestion `s` has come to. Ratings count only once it is closed: until then they are nobody's business but the office's. */
export type Outcome = "closed" | "solved" | "heard" | "satisfied" | "satisfiedOrBasic";

/** How it is asked of a suggestion `s` by the end of the cut-off day; a deputy's silence is not an answer (R2.34). */
export function outcomes(cut: Cut): Readonly<Record<Outcome, RawBuilder<boolean>>> {
  const closed = sql`coalesce(s.closed_at < ${endOf(cut)}, false)`;
  const replies = (holds: RawBuilder<unknown>) =>
    sql`(select coalesce(bool_and(${holds}), false) from suggestion_reply r where r.district = s.district and r.suggestion_id = s.id
      and r.round = s.round and r.signed_at is not null)`;
  const ratings = (holds: RawBuilder<unknown>) =>
    sql`(select coalesce(bool_and(${holds}), false) from suggestion_feedback f where f.district = s.district and f.suggestion_id = s.id
      and f.round = s.round and f.result is not null)`;
  // Of a suggestion that was taken over from other records one word is known, not two.
  const attitude = sql`coalesce(f.attitude, f.result)`;
  return {
    closed: sql<boolean>`${closed}`,
    solved: sql<boolean>`(${closed} and ${replies(sql`r.outcome = 'resolved'`)})`,
    heard: sql<boolean>`(${closed} and ${ratings(sql`true`)})`,
    satisfied: sql<boolean>`(${closed} and ${ratings(sql`f.result = 'SATISFIED' and ${attitude} = 'SATISFIED'`)})`,
    satisfiedOrBasic: sql<boolean>`(${closed} and ${ratings(sql`f.result <> 'DISSATISFIED' and ${attitude} <> 'DISSATISFIED'`)})`,
  };
}

/** The columns by which a row behind a figure is told, of suggestions `s` with congress `c`, session `n` and area `a`. */
export const toldOf = (cut: Cut) => sql`
  coalesce(c.congress_no || '-' || n.session_no, s.number_year::text) || '-' || lpad(s.number::text, 3, '0') as label,
  case when s.confidential then '' else s.title end as about, coalesce(a.name, '') as place, (s.submitted_at at time zone ${zone})::date as since,
  case when s.closed_at < ${endOf(cut)} then (s.closed_at at time zone ${zone})::date end as until`;

export const beside = sql`
  join congress c on c.district = s.district and c.id = s.congress_id
  left join congress_session n on n.district = s.district and n.id = s.session_id
  left join area a on a.district = s.district and a.id = s.area_id`;
