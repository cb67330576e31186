import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";

/** What everybody may know of a livelihood opinion: what and where, and what was done; never its own words, nor who brought it. */
export interface PublicOpinion {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly areaName: string;
  readonly unit: string | null;
  readonly status: string;
  readonly answer: string;
  readonly answeredOn: DateISO;
}

/** Handed over to be handled, and not taken back. */
const open = sql`o.received_on is not null and o.status in ('handling', 'reassigning', 'answered', 'upgraded', 'closed')`;

export interface Answered {
  readonly from: DateISO;
  readonly to: DateISO;
  readonly category?: string | undefined;
  /** The town and everything in it. */
  readonly town?: string | undefined;
  /** Only what stands behind this one in the list. */
  readonly after?: { readonly answeredOn: DateISO; readonly id: string } | undefined;
  readonly limit: number;
}

/** Opinions whose last answer was given in a span of days, the newest first. */
export async function answeredOpinions(
  db: Db,
  district: string,
  { from, to, category, town, after, limit }: Answered,
): Promise<PublicOpinion[]> {
  const found = await sql<PublicOpinion>`
    select o.id, o.title, o.category, a.name as area_name, u.name as unit, o.status, r.answer, r.answered_on
    from opinion_result r
    join opinion o on o.district = r.district and o.id = r.opinion_id and o.round = r.round
    join area a on a.district = o.district and a.id = o.area_id
    left join organisation u on u.district = o.district and u.id = o.unit_id
    where r.district = ${district} and r.answered_on between ${from} and ${to} and o.status in ('answered', 'closed') and ${open}
      ${category ? sql`and o.category = ${category}` : sql``} ${town ? sql`and (a.id = ${town} or a.parent_id = ${town})` : sql``}
      ${after ? sql`and (r.answered_on, o.id) < (${after.answeredOn}::date, ${after.id}::uuid)` : sql``}
    order by r.answered_on desc, o.id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** One opinion that everybody may know of; undefined for every other. */
export async function publicOpinion(
  db: Db,
  district: string,
  id: string,
): Promise<Pick<PublicOpinion, "id" | "title" | "category" | "areaName" | "status"> | undefined> {
  const found = await sql<Pick<PublicOpinion, "id" | "title" | "category" | "areaName" | "status">>`
    select o.id, o.title, o.category, a.name as area_name, o.status from opinion o join area a on a.district = o.district and a.id = o.area_id
    where o.district = ${district} and o.id = ${id} and ${open}`.execute(db);
  return found.rows[0];
}
