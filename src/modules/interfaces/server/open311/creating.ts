import { randomUUID } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../../platform/clock/instant.ts";
import type { Database } from "../../../../platform/db/database.ts";
import { type FieldFault, invalid, isRefusal, notFound, type Refusal, refuse } from "../../../../platform/refusal.ts";
import type { Seal } from "../../../../platform/seal/seal.ts";
import { stationByCode } from "../../../stations/index.ts";
import { held, type Speech, speak, type VoiceParts } from "../../../voices/index.ts";
import { attributesIn } from "../../open311.ts";
import type { open311Contracts } from "../../open311-contract.ts";
import { countUse, type KeyHolder } from "../keys.ts";
import { publicVillage } from "../public-places.ts";
import { type Around, categoriesOf, needsVillage } from "./services.ts";

type Posted = z.output<(typeof open311Contracts)["create"]["body"]>;

export interface Brought {
  readonly id: string;
  /** Whoever spoke follows his voice with it; it is told to nobody else. */
  readonly receipt: string;
  readonly label: string;
}

interface Bringing {
  readonly around: Around;
  readonly database: Database;
  readonly parts: VoiceParts;
  readonly holder: KeyHolder;
  /** `Idempotency-Key`, if the other system gave one. */
  readonly once: string | null;
}

/** Writes down what a voter said through another system, and remembers through which. */
export async function bring({ around, database, parts, holder, once }: Bringing, posted: Posted): Promise<Brought | Refusal> {
  const { now } = around;
  const flooded = await database.write((tx) => countUse(tx, holder, now));
  if (flooded) return flooded;
  const speech = await speechOf(around, posted, submissionOf(parts.seal, holder, once));
  if (isRefusal(speech)) return speech;
  // Limits are counted by the phone where the other system names it; else the key's own limit is the only one.
  const address = `api_key ${holder.id} ${posted.device_id ?? posted.account_id ?? speech.submission}`;
  const spoken = await speak(database, parts, speech, { address, now });
  if (isRefusal(spoken)) return spoken;
  const found = await held(
    database,
    parts,
    { receipt: spoken.receipt, district: holder.district },
    { address: `api_key ${speech.submission}`, now },
  );
  if (isRefusal(found)) return found;
  await remember(database, holder, found.id, now);
  return { id: found.id, ...spoken };
}

/** The same request sent again under its key is the same form: it makes nothing twice. */
function submissionOf(seal: Seal, holder: KeyHolder, once: string | null): string {
  if (once === null) return randomUUID();
  const hex = Buffer.from(seal.mark(`${holder.id}\n${once}`, "open311.submission")).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function remember(database: Database, { district, id }: KeyHolder, voiceId: string, at: Instant): Promise<void> {
  await database.write((tx) =>
    sql`insert into brought_voice (district, voice_id, api_key_id, at) values (${district}, ${voiceId}, ${id}, ${at}) on conflict do nothing`.execute(
      tx,
    ),
  );
}

/** The fields of GeoReport v2 as what a voter says. */
async function speechOf(around: Around, posted: Posted, submission: string): Promise<Speech | Refusal> {
  const { db, district } = around;
  if (posted.service_code === undefined) return invalid({ field: "service_code", code: "field.required" });
  if (!(await categoriesOf(around)).list.some(({ code }) => code === posted.service_code))
    return refuse("not_found", { code: "interfaces.open311.no_such_service", params: { code: posted.service_code.slice(0, 100) } });
  const attributes = attributesIn(posted);
  const faults: FieldFault[] = [];
  const words = posted.description?.trim() ?? "";
  if (words.length < 4)
    faults.push({ field: "description", code: words === "" ? "field.required" : "field.too_small_string", params: { limit: 4 } });
  if (words.length > 2000) faults.push({ field: "description", code: "field.too_big_string", params: { limit: 2000 } });
  if (!words.isWellFormed()) faults.push({ field: "description", code: "field.bad_character" });
  const point = pointIn(posted, faults);
  const place = posted.address_string?.trim() ?? null;
  if (place !== null && place.length > 200) faults.push({ field: "address_string", code: "field.too_big_string", params: { limit: 200 } });
  const areaCode = attributes["village"] ?? posted.address_id;
  const area = areaCode === undefined ? undefined : await publicVillage(db, district, areaCode);
  if (areaCode !== undefined && !area)
    faults.push({ field: attributes["village"] ? "attribute[village]" : "address_id", code: "field.no_such_thing" });
  if (areaCode === undefined && needsVillage(posted.service_code)) faults.push({ field: "attribute[village]", code: "field.required" });
  if (areaCode === undefined && place === null && point === undefined)
    faults.push({ field: "address_string", code: "interfaces.open311.no_place" });
  const station = attributes["station"] === undefined ? undefined : await stationByCode(db, district, attributes["station"]);
  if (attributes["station"] !== undefined && (!station || isClosed(station.closedOn, around.now)))
    faults.push({ field: "attribute[station]", code: "field.no_such_thing" });
  const contact = contactIn(posted, faults);
  if (faults.length > 0) return invalid(...faults);
  return {
    ...{ submission, words, category: posted.service_code, areaId: area?.id ?? null, place: place === "" ? null : place },
    ...{ longitude: point?.[0] ?? null, latitude: point?.[1] ?? null, urgent: false, stationId: station?.id ?? null, mandateId: null },
    ...{ contact, photoConsent: false, channel: "portal", district },
  };
}

const isClosed = (closedOn: string | null, now: Instant): boolean => closedOn !== null && closedOn <= dateIn(now);

/** Longitude and latitude; undefined where neither is given. */
function pointIn({ lat, long }: Posted, faults: FieldFault[]): [number, number] | undefined {
  if (lat === undefined && long === undefined) return undefined;
  const [longitude, latitude] = [Number(long ?? Number.NaN), Number(lat ?? Number.NaN)];
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return [longitude, latitude];
  faults.push({ field: lat === undefined ? "lat" : "long", code: "interfaces.open311.no_point" });
  return undefined;
}

/** Family name first, as it is written here. An e-mail address is not asked for, and not kept. */
function contactIn({ first_name, last_name, phone }: Posted, faults: FieldFault[]): Speech["contact"] {
  const parts = [last_name?.trim() ?? "", first_name?.trim() ?? ""].filter((part) => part !== "");
  const name = parts.join(parts.every((part) => /^\p{Script=Han}+$/u.test(part)) ? "" : " ");
  if (name.length > 40) faults.push({ field: "first_name", code: "field.too_big_string", params: { limit: 40 } });
  const number = phone?.trim() ?? "";
  if (number !== "" && !/^\+?\d[\d\s-]{4,18}\d$/.test(number)) faults.push({ field: "phone", code: "field.format_pattern" });
  return name === "" && number === "" ? null : { name: name || null, phone: number || null };
}

/** The voice behind a receipt, for whoever holds it; every asking counts. */
export async function voiceBehind(
  database: Database,
  parts: VoiceParts,
  receipt: string,
  { district, address, now }: { district: string; address: string; now: Instant },
): Promise<string | Refusal> {
  const found = await held(database, parts, { receipt, district }, { address, now });
  if (!isRefusal(found)) return found.id;
  return found.refused === "not_found" ? notFound : found;
}
