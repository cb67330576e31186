import { type RawBuilder, sql } from "kysely";
import { momentOn, shift } from "../../../platform/clock/instant.ts";
import { type Counting, endOfCounting } from "../../stations/index.ts";

const zone = sql`'Asia/Shanghai'`;

/** Steps that choose or leave the way that a voice goes. */
const choosing = [
  ...["direct", "join", "answer_at_once", "route", "take_up", "become_opinion", "become_suggestion", "propose_project", "propose_lead"],
  "withdraw",
];

/** Limits within which a voice is sorted and answered; the return visit has one of its own. */
const limits = sql`c.key in ('voice.triage', 'voice.handle.simple', 'voice.handle.other', 'voice.handle.urgent')`;

/**
 * Every voice heard at a station on these days, with what it counts as by the end of the cut-off day.
 *
 * - How it came: heard = at receptions + by a liaison officer + by code + on the portal + by visit + by phone or letter + by the hotline
 *   + at activities.
 * - The way it goes, which is the last one chosen: heard = awaiting + answered at once + routed + taken up + told elsewhere + joined
 *   + opinion + suggestion + project or lead + withdrawn.
 * - What the voter said to the newest answer: asked = satisfied + basic + dissatisfied + unreachable. Unreachable is never satisfied, and
 *   silence is no grade (domain §10.5).
 */
export function countedVoices(counting: Counting): RawBuilder<unknown> {
  const { district, stations, from, to, asOf } = counting;
  const end = endOfCounting(counting);
  const way = (...verbs: readonly string[]) => sql`coalesce(w.verb = any(${verbs}) and w.to_status <> 'received', false)`;
  const came = (...channels: readonly string[]) => sql`v.channel = any(${channels})`;
  const byLiaison = sql`coalesce(r.kind = 'liaison', false)`;
  // A sum asks the index for each voice; "exists" may read every clock there is.
  const clock = (condition: RawBuilder<unknown>) => sql`coalesce((select bool_or(${condition}) from clock c where c.district = v.district
    and c.subject_type = 'voice' and c.subject_id = v.id and ${limits} and c.starts_on <= ${asOf}), false)`;
  const late = clock(sql`least(c.stopped_on, ${asOf}::date) > c.due_on`);
  const overdue = clock(sql`(c.stopped_on is null or c.stopped_on > ${asOf}) and c.due_on < ${asOf}`);
  const answered = sql`a.answered_on is not null`;
  const graded = (...grades: readonly string[]) => sql`coalesce(a.graded_at < ${end} and a.grade = any(${grades}), false)`;
  return sql`
    select v.station_id, v.id, 'voice' as kind, v.id as opens, (v.received_at at time zone ${zone})::date as day, v.category as about,
      coalesce((select p.name from area p where p.district = v.district and p.id = v.area_id), '') as place,
      v.number_year || '-' || lpad(v.number::text, 5, '0') as who, v.status as state, null::integer as amount,
      true as heard, ${came("reception")} and not ${byLiaison} as heard_at_receptions, ${came("reception")} and ${byLiaison} as heard_by_liaison,
      ${came("qr")} as heard_by_code, ${came("portal")} as heard_on_portal, ${came("visit")} as heard_by_visit,
      ${came("phone", "letter")} as heard_by_phone, ${came("hotline")} as heard_by_hotline, ${came("activity")} as heard_at_activities,
      w.verb is null or w.to_status = 'received' as awaiting, ${way("answer_at_once")} as answered_at_once, ${way("route")} as routed,
      ${way("take_up")} as taken_up, ${way("direct")} as told_elsewhere, ${way("join")} as joined,
      ${way("become_opinion")} as became_opinion, ${way("become_suggestion")} as became_suggestion,
      ${way("propose_project", "propose_lead")} as became_project, ${way("withdraw")} as withdrawn,
      ${answered} as answered, ${answered} or ${overdue} as answers_due, ${answered} and not ${late} as answered_in_time, ${overdue} as overdue,
      ${graded("SATISFIED", "BASIC", "DISSATISFIED", "UNREACHABLE")} as asked, ${graded("SATISFIED")} as satisfied, ${graded("BASIC")} as basic,
      ${graded("SATISFIED", "BASIC")} as satisfied_or_basic, ${graded("DISSATISFIED")} as dissatisfied, ${graded("UNREACHABLE")} as unreachable
    from voice v
    left join reception r on r.district = v.district and r.id = v.reception_id
    left join lateral (select t.verb, t.to_status from voice_step t where t.district = v.district and t.subject_id = v.id and t.at < ${end}
      and (t.verb = any(${choosing}) or (t.to_status = 'received' and t.from_status <> 'received')) order by t.position desc limit 1) w on true
    left join lateral (select x.answered_on, x.grade, x.graded_at from voice_answer x where x.district = v.district and x.voice_id = v.id
      and x.answered_on <= ${asOf} order by x.round desc limit 1) a on true
    where v.district = ${district} and ${stations ? sql`v.station_id = any(${stations}::uuid[])` : sql`v.station_id is not null`}
      and v.received_at >= ${momentOn(from)} and v.received_at < ${momentOn(shift(to, 1))}`;
}
