import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant, shift } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";

/** What everybody may know of a reception that was announced. */
export interface PublicReception {
  readonly id: string;
  readonly stationCode: string;
  readonly stationName: string;
  readonly address: string;
  readonly place: string | null;
  readonly theme: string | null;
  readonly kind: string;
  readonly day: DateISO;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly status: "announced" | "held" | "missed" | "cancelled";
  /** Where the station is; null where it is held elsewhere. */
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Names of the deputies who receive. */
  readonly deputies: readonly string[];
  /** How often what was announced has changed since. */
  readonly revisions: number;
  readonly changedAt: Instant;
}

/** Steps after which a calendar or a poster says something else. */
const telling = ["announce", "reschedule", "staff", "replan", "swap", "cancel"];

const columns = sql`r.id, s.code as station_code, s.name as station_name, s.address, r.place, r.theme, r.kind, r.day, r.starts_at, r.ends_at, r.status,
  case when r.place is null then s.longitude::float8 end as longitude, case when r.place is null then s.latitude::float8 end as latitude,
  (select coalesce(jsonb_agg(p.name order by d.id), '[]') from reception_deputy d
    join mandate m on m.district = d.district and m.id = d.mandate_id join person p on p.district = m.district and p.id = m.person_id
    where d.district = r.district and d.reception_id = r.id and d.state in ('planned', 'signed_in')) as deputies,
  greatest(t.count - 1, 0)::integer as revisions, coalesce(t.at, r.announced_at) as changed_at
  from reception r join station s on s.district = r.district and s.id = r.station_id
  cross join lateral (select count(*) as count, max(e.at) as at from reception_step e
    where e.district = r.district and e.subject_id = r.id
      and (e.verb = any(${telling}) or (e.verb = 'answer_exchange' and e.data ->> 'agrees' = 'true'))) t`;

const announced = sql`r.announced_at is not null and r.status <> 'planned'`;

/** Whose receptions are asked for. */
export type Whose = { station: string } | { mandate: string } | { group: string } | { district: true };

/** No calendar is longer: with more than this a station's or a deputy's own is to be taken. */
const most = 2000;

/**
 * Receptions from a month ago to a year ahead, by their day. What was cancelled stays for that month, so that every subscriber
 * sees it; what was never announced is nobody's business.
 */
export async function publicReceptions(db: Db, district: string, whose: Whose, now: Instant): Promise<PublicReception[]> {
  const [from, to] = [shift(dateIn(now), -31), shift(dateIn(now), 366)];
  const found = await sql<PublicReception>`
    select ${columns} where r.district = ${district} and r.day between ${from} and ${to} and ${announced} and ${among(whose, district)}
    order by r.day, r.starts_at, r.id limit ${most}`.execute(db);
  return found.rows;
}

function among(whose: Whose, district: string): RawBuilder<unknown> {
  if ("station" in whose) return sql`r.station_id = ${whose.station}`;
  if ("district" in whose) return sql`true`;
  const mandates =
    "mandate" in whose
      ? sql`d.mandate_id = ${whose.mandate}`
      : sql`d.mandate_id in (select m.id from mandate m where m.district = ${district} and m.group_id = ${whose.group} and m.status = 'in_force')`;
  return sql`r.id in (select d.reception_id from reception_deputy d where d.district = ${district} and ${mandates}
    and d.state in ('planned', 'signed_in', 'absent', 'excused'))`;
}

/** One reception, as everybody may know it; undefined when it was never announced. */
export async function publicReception(db: Db, district: string, id: string): Promise<PublicReception | undefined> {
  const found = await sql<PublicReception>`select ${columns} where r.district = ${district} and r.id = ${id} and ${announced}`.execute(db);
  return found.rows[0];
}

/** The newest announcements of a station, for its feed. */
export async function announcedAt(db: Db, district: string, stationId: string, limit: number): Promise<PublicReception[]> {
  const found = await sql<PublicReception>`
    select ${columns} where r.district = ${district} and r.station_id = ${stationId} and ${announced}
    order by r.day desc, r.starts_at desc, r.id desc limit ${limit}`.execute(db);
  return found.rows;
}
