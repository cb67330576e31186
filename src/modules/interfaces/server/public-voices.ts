import { type RawBuilder, sql } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";

/**
 * What others may know of a voice. Words are those that an officer has cleared for everybody; of a voice that was not cleared there
 * are none, and no place nearer than the village. Nobody's name, no telephone, no receipt, no photo, no point on the map.
 */
export interface PublicVoice {
  readonly id: string;
  readonly category: string;
  /** The state of the matter: that of the voice it joined, where it did. */
  readonly status: string;
  readonly words: string | null;
  readonly areaCode: string;
  readonly areaName: string;
  readonly townName: string | null;
  /** The office that answers for it. */
  readonly agency: string;
  readonly requestedAt: Instant;
  readonly changedAt: Instant;
  readonly dueOn: DateISO | null;
}

/** Steps that others may know of; what a voter says to an answer and how he was looked for is not among them. */
const telling = [
  ...["begin", "direct", "join", "separate", "answer_at_once", "route", "take_up", "put_back", "hand_back", "report_progress", "extend"],
  ...["answer", "reopen", "become_opinion", "become_suggestion", "propose_project", "propose_lead", "conclude", "follow_end", "withdraw"],
  ...["revisit", "appraise", "end_unreached", "end_unheard"],
];

const columns = sql`v.id, v.category, coalesce(h.status, v.status) as status,
  case when v.status <> 'withdrawn' then v.public_words end as words,
  a.code as area_code, a.name as area_name, t.name as town_name,
  (select g.name from organisation g where g.district = v.district and g.id = coalesce(v.unit_id, v.receiver_id)) as agency, v.received_at as requested_at,
  coalesce(h.closed_at, v.closed_at, (select e.at from voice_step e where e.district = v.district and e.subject_id = v.id and e.verb = any(${telling}) order by e.position desc limit 1),
    v.received_at) as changed_at,
  (select min(c.due_on) from clock c where c.district = v.district and c.subject_type = 'voice' and c.subject_id = v.id and c.stopped_on is null) as due_on
  from voice v
  left join voice h on h.district = v.district and h.id = v.joined_to
  join area a on a.district = v.district and a.id = v.area_id
  left join area t on t.district = a.district and t.id = a.parent_id and t.kind in ('town', 'subdistrict')`;

const over = sql`('directed', 'closed', 'withdrawn')`;
/** Cleared by an officer, and not taken back by whoever said it. */
const cleared = sql`v.publicity = 'public' and v.status <> 'withdrawn'`;

export interface Asked {
  readonly from: Instant;
  readonly to: Instant;
  readonly categories?: readonly string[] | undefined;
  readonly open?: boolean | undefined;
  /** The town and everything in it. */
  readonly town?: string | undefined;
  /** Voices that this key brought are told as well, without their words. */
  readonly key?: string | undefined;
  /** Only what stands behind this one in the list. */
  readonly after?: { readonly requestedAt: Instant; readonly id: string } | undefined;
  readonly limit: number;
  readonly offset?: number;
}

/** Voices of a span of time, the newest first: those that were cleared, and those that the asker brought. */
export async function publicVoices(db: Db, district: string, asked: Asked): Promise<PublicVoice[]> {
  const conditions: RawBuilder<unknown>[] = [sql`v.received_at between ${asked.from} and ${asked.to}`];
  if (asked.categories) conditions.push(sql`v.category = any(${[...asked.categories]})`);
  if (asked.open !== undefined) conditions.push(sql`(coalesce(h.status, v.status) in ${over}) = ${!asked.open}`);
  if (asked.after) conditions.push(sql`(v.received_at, v.id) < (${asked.after.requestedAt}, ${asked.after.id}::uuid)`);
  if (asked.town) conditions.push(sql`(a.id = ${asked.town} or a.parent_id = ${asked.town})`);
  const among = (visible: RawBuilder<unknown>) => sql`
    (select ${columns} where v.district = ${district} and ${visible} and ${sql.join(conditions, sql` and `)}
      order by v.received_at desc, v.id desc limit ${asked.limit + (asked.offset ?? 0)})`;
  const visible = among(cleared);
  const brought = asked.key ? sql` union all ${among(broughtBy(district, asked.key))}` : sql``;
  const found = await sql<PublicVoice>`
    select * from (${visible}${brought}) found order by requested_at desc, id desc limit ${asked.limit} offset ${asked.offset ?? 0}`.execute(
    db,
  );
  return found.rows;
}

const broughtBy = (district: string, key: string): RawBuilder<unknown> =>
  sql`not (${cleared}) and v.id in (select b.voice_id from brought_voice b where b.district = ${district} and b.api_key_id = ${key})`;

/** Voices by their identifiers: whoever knows one was told it. Those that do not exist are missing in the answer. */
export async function voicesNamed(db: Db, district: string, ids: readonly string[]): Promise<PublicVoice[]> {
  const found = await sql<PublicVoice>`
    select ${columns} where v.district = ${district} and v.id = any(${[...ids]}::uuid[]) order by v.received_at desc, v.id desc`.execute(
    db,
  );
  return found.rows;
}

/** A voice that was cleared for everybody; undefined for every other. */
export async function clearedVoice(db: Db, district: string, id: string): Promise<PublicVoice | undefined> {
  const found = await sql<PublicVoice>`
    select ${columns} where v.district = ${district} and v.id = ${id} and ${cleared}`.execute(db);
  return found.rows[0];
}

/** One step of a voice, as others may know it. */
export interface PublicUpdate {
  readonly id: string;
  readonly voiceId: string;
  readonly verb: string;
  /** The state after it. */
  readonly status: string;
  readonly at: Instant;
}

/** Steps of a span of time, in the order of time: those of cleared voices, and those of voices that the asker brought. */
export async function publicUpdates(
  db: Db,
  district: string,
  { from, to, key, ids, limit }: Pick<Asked, "from" | "to" | "key" | "limit"> & { readonly ids?: readonly string[] | undefined },
): Promise<PublicUpdate[]> {
  const mine = key
    ? sql`or exists (select 1 from brought_voice b where b.district = v.district and b.voice_id = v.id and b.api_key_id = ${key})`
    : sql``;
  const named = ids ? sql`e.subject_id = any(${[...ids]}::uuid[])` : sql`((${cleared}) ${mine})`;
  const found = await sql<PublicUpdate>`
    select e.id, e.subject_id as voice_id, e.verb, e.to_status as status, e.at from voice_step e
    join voice v on v.district = e.district and v.id = e.subject_id
    where e.district = ${district} and e.at between ${from} and ${to} and e.verb = any(${telling}) and ${named}
    order by e.at, e.id limit ${limit}`.execute(db);
  return found.rows;
}
