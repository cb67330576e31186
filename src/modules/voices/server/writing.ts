import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { type DateISO, dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { attach, type Bringer } from "../../../platform/files/attachments.ts";
import type { FileFolder } from "../../../platform/files/folder.ts";
import { type FieldFault, invalid, isRefusal, type Refusal } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { clocksUnder, type Statute, type Statutes } from "../../calendar/index.ts";
import { receiverFor } from "../../opinions/index.ts";
import { categories } from "../../suggestions/index.ts";
import type { Entry } from "../contract.ts";
import { begun } from "../play.ts";
import type { Channel } from "../terms.ts";
import { type Doer, subjectType } from "../voice.ts";
import { isReachable, keepContact } from "./contact.ts";
import { labelOf } from "./label.ts";
import { freshReceipt, submissionDigest, writtenBefore } from "./receipts.ts";
import { storeNew } from "./store.ts";

/** What the verbs of a voice need around them. */
export interface Parts {
  readonly statutes: Statutes;
  readonly seal: Seal;
  readonly files: FileFolder;
}

/** What someone said, by whatever way it came. */
export type Said = Omit<z.output<typeof Entry>, "channel" | "spokenAt" | "minutesAgo"> & {
  readonly channel: Channel;
  readonly spokenAt: Instant;
  readonly externalId?: string | null;
};

export interface Written {
  readonly id: string;
  readonly label: string;
  readonly receipt: string;
}

interface By {
  readonly district: string;
  readonly doer: Doer;
  readonly bringer: Bringer;
  readonly now: Instant;
  /** Its number among the receiver's of this year, where it was taken before. */
  readonly number?: number | undefined;
}

/** Where a voice belongs: its area, its station, its receiver. */
export interface Place {
  readonly areaId: string;
  readonly stationId: string | null;
  readonly receiverId: string;
}

/**
 * Writes a voice down, once: the same form sent again, one after the other or at once, gets the same receipt and makes nothing.
 * `place` has been settled before, so that whoever writes could be asked whether he may.
 */
export async function write(tx: Tx, parts: Parts, said: Said, place: Place, by: By): Promise<Written | Refusal> {
  await one(tx, parts.seal, by.district, said.submission);
  const before = await writtenBefore(tx, parts.seal, by.district, said.submission);
  return before ? { id: before.id, label: labelOf(before), receipt: before.receipt } : writeNew(tx, parts, said, place, by);
}

/** Writes down what cannot have been written before: its form is made for this one writing. */
export async function writeNew(tx: Tx, { statutes, seal }: Parts, said: Said, place: Place, by: By): Promise<Written | Refusal> {
  const { district, doer, bringer, now } = by;
  const statute = await statutes.held(tx, district);
  const faults = await faultsIn(tx, district, said, statute, now);
  if (faults.length > 0) return invalid(...faults);
  const id = randomUUIDv7();
  const attached = await attach(tx, bringer, { subjectType, subjectId: id }, said.attachments ?? [], now);
  if (isRefusal(attached)) return attached;
  const { receipt, digest } = await freshReceipt(tx, seal, district, said.submission);
  const contact = said.contact?.name || said.contact?.phone ? said.contact : null;
  const fresh = begun(
    { district, clocks: clocksUnder(statute), newId: randomUUIDv7, attached },
    {
      ...{ id, ...place, channel: said.channel, receptionId: said.receptionId, mandateId: said.mandateId, enteredBy: doer.person },
      ...{ words: said.words, category: said.category, place: said.place, longitude: said.longitude, latitude: said.latitude },
      ...{ urgent: said.urgent, spokenAt: said.spokenAt, externalId: said.externalId ?? null },
      ...{ hasContact: contact !== null, reachable: isReachable(contact) },
      // The series is locked from here to the end of the transaction: everything slow comes before.
      number: by.number ?? (await takeNumber(tx, district, place.receiverId, yearIn(dateIn(now)))),
    },
    doer,
    now,
  );
  await storeNew(tx, district, fresh, { receiptDigest: digest, submissionDigest: submissionDigest(seal, said.submission) });
  if (contact) await keepContact(tx, seal, district, id, contact);
  return { id, label: labelOf(fresh.after), receipt };
}

/** Of two transactions with the same form one waits for the other. */
async function one(tx: Tx, seal: Seal, district: string, submission: string): Promise<void> {
  const key = Buffer.from(seal.mark(`${district} ${submission.toLowerCase()}`, "voice.lock")).readBigInt64BE();
  await sql`select pg_advisory_xact_lock(${String(key)}::bigint)`.execute(tx);
}

/** Where a voice belongs, unless something in it is wrong: asked before anything is written. */
export async function placeOfSaid(
  db: Db,
  { statutes }: Parts,
  district: string,
  said: Said & Asked,
  now: Instant,
): Promise<Place | Refusal> {
  const place = await placeOf(db, district, said, dateIn(now));
  if (isRefusal(place)) return place;
  const faults = await faultsIn(db, district, said, await statutes.of(db, district), now);
  return faults.length > 0 ? invalid(...faults) : place;
}

async function faultsIn(db: Db, district: string, said: Said, statute: Statute, now: Instant): Promise<FieldFault[]> {
  const known = statute.rule(categories, dateIn(now)).value.map(({ code }) => code);
  const faults: FieldFault[] = [];
  if (!known.includes(said.category)) faults.push({ field: "category", code: "field.not_in_list", params: { values: known.join("、") } });
  if ((said.longitude === null) !== (said.latitude === null)) faults.push({ field: "longitude", code: "voice.half_a_point" });
  if ((said.attachments ?? []).length > 0 && !said.photoConsent)
    faults.push({ field: "photoConsent", code: "voice.photos_need_consent", source: "domain §11.1" });
  if (Date.parse(said.spokenAt) > Date.parse(now) + clockSkew) faults.push({ field: "spokenAt", code: "voice.not_spoken_yet" });
  if (said.mandateId !== null && !(await isInForce(db, district, said.mandateId)))
    faults.push({ field: "mandateId", code: "suggestion.mandate_not_in_force", source: "DL-61" });
  return faults;
}

/** A phone's clock may go before the house's. */
const clockSkew = 10 * 60_000;

async function isInForce(db: Db, district: string, mandateId: string): Promise<boolean> {
  const found = await sql`select 1 from mandate where district = ${district} and id = ${mandateId} and status = 'in_force'`.execute(db);
  return found.rows.length > 0;
}

/** The next number of a receiver's voices in a year. Whoever takes one holds the series until his transaction ends. */
export async function takeNumber(tx: Tx, district: string, receiverId: string, year: number): Promise<number> {
  const found = await sql<{ last: number }>`
    insert into voice_series (district, receiver_id, year, last) values (${district}, ${receiverId}, ${year}, 1)
    on conflict (district, receiver_id, year) do update set last = voice_series.last + 1 returning last`.execute(tx);
  return found.rows[0]?.last ?? 0;
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
