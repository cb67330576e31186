import { sql } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";

/** What a station published: notices, laws, study material, deeds. */
export interface PublicPost {
  readonly id: string;
  readonly stationCode: string;
  readonly stationName: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly publishedOn: DateISO;
  readonly withdrawnOn: DateISO | null;
  readonly version: number;
  /** When it was last changed, as far as the ledger tells. */
  readonly changedAt: Instant | null;
}

const columns = sql`n.id, s.code as station_code, s.name as station_name, n.kind, n.title, n.body, n.published_on, n.withdrawn_on, n.version,
  (select max(f.at) from fact f where f.district = n.district and f.subject_type = 'station_post' and f.subject_id = n.id) as changed_at
  from station_post n join station s on s.district = n.district and s.id = n.station_id`;

/** The newest posts of a station that have not been withdrawn. */
export async function publicPosts(db: Db, district: string, stationId: string, today: DateISO, limit: number): Promise<PublicPost[]> {
  const found = await sql<PublicPost>`
    select ${columns} where n.district = ${district} and n.station_id = ${stationId} and n.published_on <= ${today}
      and (n.withdrawn_on is null or n.withdrawn_on > ${today})
    order by n.published_on desc, n.id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** One post; undefined when it is not published yet. */
export async function publicPost(db: Db, district: string, id: string, today: DateISO): Promise<PublicPost | undefined> {
  const found = await sql<PublicPost>`
    select ${columns} where n.district = ${district} and n.id = ${id} and n.published_on <= ${today}
      and (n.withdrawn_on is null or n.withdrawn_on > ${today})`.execute(db);
  return found.rows[0];
}
