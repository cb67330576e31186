import { sql } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { ReceptionState } from "../terms.ts";

export interface StationInBrief {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly areaId: string;
  readonly organisationId: string;
  readonly closedOn: DateISO | null;
}

const brief = sql`s.id, s.code, s.kind, s.name, s.area_id, s.organisation_id, s.closed_on`;

/** Stations in a few words, by identifier. */
export async function stationsById(db: Db, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, StationInBrief>> {
  const found = await sql<StationInBrief>`
    select ${brief} from station s where s.district = ${district} and s.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** The station with a code, as it stands on its posters; capitals or not. */
export async function stationByCode(db: Db, district: string, code: string): Promise<StationInBrief | undefined> {
  const found = await sql<StationInBrief>`
    select ${brief} from station s where s.district = ${district} and s.code = ${code.toUpperCase()}`.execute(db);
  return found.rows[0];
}

export interface ReceptionInBrief {
  readonly id: string;
  readonly stationId: string;
  readonly day: DateISO;
  readonly startsAt: Instant;
  readonly status: ReceptionState;
  /** Mandates of those who were expected or came. */
  readonly mandates: readonly string[];
}

/** Receptions in a few words, by identifier. */
export async function receptionsById(db: Db, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, ReceptionInBrief>> {
  const found = await sql<ReceptionInBrief>`
    select r.id, r.station_id, r.day, r.starts_at, r.status,
      coalesce((select jsonb_agg(d.mandate_id order by d.id) from reception_deputy d where d.district = r.district and d.reception_id = r.id
        and d.state in ('planned', 'signed_in')), '[]') as mandates
    from reception r where r.district = ${district} and r.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}
