import { sql } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { labelOf } from "../label.ts";
import type { CaseState } from "../terms.ts";
import { isPublic, type PublicState, publicStateOf } from "./public-cases.ts";

/** What everybody may read of one suggestion, field by field (R2.44). */
export interface CaseShown {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly category: string;
  readonly areaName: string | null;
  readonly congressName: string;
  readonly state: PublicState;
  readonly submittedAt: Instant;
  readonly closedAt: Instant | null;
  readonly leadName: string;
  /** The public code of the lead deputy, while his mandate is in force. */
  readonly leadCode: string | null;
  /** How many deputies have signed with him. */
  readonly signers: number;
  readonly units: readonly string[];
  /** Only where the deputy agreed to have everything published; the title alone otherwise. */
  readonly full: Words | null;
  readonly events: readonly Event[];
}

interface Words {
  readonly reason: string;
  readonly proposal: string;
  readonly replies: readonly ReplyShown[];
  readonly promises: readonly PromiseShown[];
}

export interface ReplyShown {
  readonly unit: string;
  readonly body: string;
  readonly signedAt: Instant;
  readonly scheme: number;
  readonly resultClass: string;
}

export interface PromiseShown {
  readonly content: string;
  readonly unit: string;
  readonly dueOn: DateISO;
  readonly state: "open" | "kept" | "answered_again";
  readonly settledOn: DateISO | null;
}

/** The steps that are told to everybody: what happened to the matter, never what people thought of it or wrote to each other. */
const toldVerbs = ["submit", "accept", "assign", "sign_reply", "order_rework", "mark_key", "suspend", "resume", "close"] as const;
export type ToldVerb = (typeof toldVerbs)[number];
export interface Event {
  readonly verb: ToldVerb;
  readonly at: Instant;
}

type Row = Omit<CaseShown, "label" | "state" | "full"> & {
  status: CaseState;
  publicity: "full" | "title";
  number: number;
  numberYear: number | null;
  sessionNo: number | null;
  congressNo: number;
};

/** One public suggestion; undefined when there is none that may be shown. */
export async function publicCase(db: Db, district: string, id: string): Promise<CaseShown | undefined> {
  const found = await sql<Row>`
    select s.id, s.title, s.category, a.name as area_name, c.name as congress_name, s.status, s.publicity, s.submitted_at, s.closed_at,
      p.name as lead_name, case when m.status = 'in_force' and c.term_ended_on is null then right(m.id::text, 10) end as lead_code,
      s.number, s.number_year, n.session_no, c.congress_no,
      (select count(*) from suggestion_signer x where x.district = s.district and x.suggestion_id = s.id and x.role = 'cosigner' and x.state = 'confirmed') as signers,
      (select coalesce(jsonb_agg(o.name order by t.role desc, t.id), '[]') from suggestion_part t join organisation o on o.district = t.district and o.id = t.unit_id
        where t.district = s.district and t.suggestion_id = s.id and t.status not in ('handed_back', 'ended')) as units,
      (select coalesce(jsonb_agg(jsonb_build_object('verb', e.verb, 'at', e.at) order by e.position), '[]') from suggestion_step e
        where e.district = s.district and e.subject_id = s.id and e.verb = any(${[...toldVerbs]}::text[])) as events
    from suggestion s
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    left join area a on a.district = s.district and a.id = s.area_id
    join suggestion_signer g on g.district = s.district and g.suggestion_id = s.id and g.role = 'lead'
    join mandate m on m.district = g.district and m.id = g.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    where s.district = ${district} and s.id = ${id} and ${isPublic}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { status, publicity, number, numberYear, sessionNo, congressNo, ...rest } = row;
  return {
    ...rest,
    label: labelOf({ number, numberYear, sessionNo, congressNo }),
    state: publicStateOf(status),
    full: publicity === "full" ? await wordsOf(db, district, id) : null,
  };
}

async function wordsOf(db: Db, district: string, id: string): Promise<Words> {
  const found = await sql<Words>`
    select s.reason, s.proposal,
      (select coalesce(jsonb_agg(jsonb_build_object('unit', o.name, 'body', r.body, 'signedAt', r.signed_at, 'scheme', r.scheme, 'resultClass', r.result_class)
          order by r.signed_at, r.id), '[]')
        from suggestion_reply r join suggestion_part t on t.district = r.district and t.id = r.part_id
        join organisation o on o.district = t.district and o.id = t.unit_id
        where r.district = s.district and r.suggestion_id = s.id and r.signed_at is not null) as replies,
      (select coalesce(jsonb_agg(jsonb_build_object('content', k.content, 'unit', o.name, 'dueOn', coalesce(k.carried_to, k.due_on), 'state', k.state,
          'settledOn', k.settled_on) order by coalesce(k.carried_to, k.due_on), k.id), '[]')
        from suggestion_commitment k join suggestion_part t on t.district = k.district and t.id = k.part_id
        join organisation o on o.district = t.district and o.id = t.unit_id
        where k.district = s.district and k.suggestion_id = s.id and k.state not in ('draft', 'dropped')) as promises
    from suggestion s where s.district = ${district} and s.id = ${id}`.execute(db);
  const words = found.rows[0];
  if (!words) throw new Error(`no suggestion ${id}`);
  return words;
}
