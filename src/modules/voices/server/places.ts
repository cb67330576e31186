import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { invalid, isRefusal, type Refusal } from "../../../platform/refusal.ts";
import { receiverFor } from "../../opinions/index.ts";

/** Where a voice belongs: its area, its station, its receiver. */
export interface Place {
  readonly areaId: string;
  readonly stationId: string | null;
  readonly receiverId: string;
}

interface Asked {
  readonly areaId: string | null;
  readonly stationId: string | null;
  readonly receptionId: string | null;
}

/** Where a voice belongs, by the place it speaks of, the station or the reception at which it was spoken. */
export async function placeOf(db: Db, district: string, asked: Asked, today: DateISO): Promise<Place | Refusal> {
  const station = await stationOf(db, district, asked);
  if (isRefusal(station)) return station;
  if (station?.closedOn && station.closedOn <= today) return invalid({ field: "stationId", code: "voice.station_closed" });
  const areaId = asked.areaId ?? station?.areaId ?? (await wholeDistrict(db, district));
  const receiverId = areaId === undefined ? undefined : await receiverFor(db, district, areaId);
  if (areaId === undefined || receiverId === undefined) return invalid({ field: "areaId", code: "voice.no_receiver" });
  return { areaId, stationId: station?.id ?? null, receiverId };
}

async function stationOf(db: Db, district: string, { stationId, receptionId }: Asked) {
  if (stationId === null && receptionId === null) return undefined;
  const found = await sql<{ id: string; areaId: string; closedOn: DateISO | null }>`
    select s.id, s.area_id, s.closed_on from station s where s.district = ${district} and ${
      receptionId === null
        ? sql`s.id = ${stationId}`
        : sql`s.id = (select r.station_id from reception r where r.district = ${district} and r.id = ${receptionId})
            and (${stationId}::uuid is null or s.id = ${stationId})`
    }`.execute(db);
  const field = receptionId === null ? "stationId" : "receptionId";
  return found.rows[0] ?? invalid({ field, code: "field.no_such_thing" });
}

async function wholeDistrict(db: Db, district: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select id from area where district = ${district} and parent_id is null limit 1`.execute(db);
  return found.rows[0]?.id;
}
