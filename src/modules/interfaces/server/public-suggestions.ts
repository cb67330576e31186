import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";

/**
 * What everybody may know of a suggestion: its title where it was accepted, the words of its reply where its deputy agreed to the whole
 * being public (R2.19, R2.44). Nothing of a confidential one; never a judgement.
 */
export interface PublicSuggestion {
  readonly id: string;
  readonly title: string;
  readonly number: number | null;
  readonly numberYear: number | null;
  readonly category: string;
  readonly areaName: string | null;
  readonly deputy: string;
  readonly unit: string;
  readonly status: string;
  /** Null where only the title is public. */
  readonly reply: string | null;
  readonly firstAnsweredAt: Instant;
  readonly answeredAt: Instant;
}

// Names are looked up for the few lines that are given: joining them all would have the planner think longer than the query runs.
const answered = sql`s.id, s.title, s.number, s.number_year, s.category, a.name as area_name, s.status,
  (select p.name from suggestion_signer g join mandate m on m.district = g.district and m.id = g.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    where g.district = s.district and g.suggestion_id = s.id and g.role = 'lead' limit 1) as deputy,
  (select o.name from suggestion_part t join organisation o on o.district = t.district and o.id = t.unit_id
    where t.district = r.district and t.id = r.part_id) as unit,
  case when s.publicity = 'full' then r.body end as reply, r.signed_at as answered_at,
  (select e.signed_at from suggestion_reply e where e.district = s.district and e.suggestion_id = s.id and e.signed_at is not null
    order by e.round, e.signed_at limit 1) as first_answered_at
  from suggestion_reply r
  join suggestion s on s.district = r.district and s.id = r.suggestion_id
  left join area a on a.district = s.district and a.id = s.area_id`;

/** Published, and not withdrawn from sight since. */
const open = sql`not s.confidential and s.number is not null and s.status not in ('draft', 'submitted', 'returned', 'letter', 'merged', 'withdrawn')`;

/** The last reply of each suggestion. */
const latest = sql`r.signed_at is not null and not exists (select 1 from suggestion_reply l where l.district = r.district
  and l.suggestion_id = r.suggestion_id and l.signed_at > r.signed_at)`;

export interface Answered {
  readonly from: Instant;
  readonly to: Instant;
  readonly category?: string | undefined;
  /** The town and everything in it. */
  readonly town?: string | undefined;
  /** Only what stands behind this one in the list. */
  readonly after?: { readonly answeredAt: Instant; readonly id: string } | undefined;
  readonly limit: number;
}

/** Suggestions whose last reply was signed in a span of time, the newest first. */
export async function answeredSuggestions(
  db: Db,
  district: string,
  { from, to, category, town, after, limit }: Answered,
): Promise<PublicSuggestion[]> {
  const conditions: RawBuilder<unknown>[] = [sql`r.district = ${district}`, sql`r.signed_at between ${from} and ${to}`, latest, open];
  if (category) conditions.push(sql`s.category = ${category}`);
  if (after) conditions.push(sql`(r.signed_at, s.id) < (${after.answeredAt}, ${after.id}::uuid)`);
  if (town) conditions.push(sql`(a.id = ${town} or a.parent_id = ${town})`);
  const found = await sql<PublicSuggestion>`
    select ${answered} where ${sql.join(conditions, sql` and `)} order by r.signed_at desc, s.id desc limit ${limit}`.execute(db);
  return found.rows;
}

export interface SuggestionInBrief {
  readonly id: string;
  readonly title: string;
  readonly number: number | null;
  readonly category: string;
  readonly status: string;
}

/** A suggestion that everybody may know of, in brief; undefined for every other. */
export async function publicSuggestion(db: Db, district: string, id: string): Promise<SuggestionInBrief | undefined> {
  const found = await sql<SuggestionInBrief>`
    select s.id, s.title, s.number, s.category, s.status from suggestion s where s.district = ${district} and s.id = ${id} and ${open}`.execute(
    db,
  );
  return found.rows[0];
}
