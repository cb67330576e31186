import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Database, Db } from "../../../platform/db/database.ts";
import { unhurried } from "../../../platform/db/unhurried.ts";
import { takeIn } from "../../../platform/files/take-in.ts";
import { isRefusal, type Reason, type Refusal } from "../../../platform/refusal.ts";
import { voter } from "../access.ts";
import type { publicContracts } from "../public-contract.ts";
import { spokenLimit, stationLimit } from "../rule-definitions.ts";
import { labelOf } from "./label.ts";
import { counted, countedIn } from "./limits.ts";
import { publicDistrict } from "./public-district.ts";
import { submissionDigest, writtenBefore } from "./receipts.ts";
import { type Parts, type Place, placeOfSaid, takeNumber, write } from "./writing.ts";

export type Speech = z.output<(typeof publicContracts)["speak"]["body"]>;

/** Where a public request comes from, and when. */
export interface Calling {
  readonly address: string;
  readonly now: Instant;
}

/**
 * What a voter says, with or without a name. Gives the receipt, the same one for the same form however often it is sent.
 * Too much from one address or for one station is refused, with a way to a person.
 */
export async function speak(
  database: Database,
  parts: Parts,
  { district: wanted, ...said }: Speech,
  { address, now }: Calling,
): Promise<{ receipt: string; label: string } | Refusal> {
  const district = await publicDistrict(database.read, wanted);
  if (isRefusal(district)) return district;
  const before = await writtenBefore(database.read, parts.seal, district, said.submission);
  if (before) return { receipt: before.receipt, label: labelOf(before) };
  const words = { ...said, receptionId: null, spokenAt: now };
  const place = await placeOfSaid(database.read, parts, district, words, now);
  const flood = { district, address, stationId: said.stationId, now };
  const number = await letIn(database, parts, flood, isRefusal(place) ? undefined : place);
  if (isRefusal(number)) return number;
  if (isRefusal(place)) return place;
  const by = { district, doer: voter, now, bringer: bringerOf(parts, district, said.submission), number };
  const written = await database.write((tx) => write(tx, parts, words, place, by));
  return isRefusal(written) ? written : { receipt: written.receipt, label: written.label };
}

/** The mark by which a form owns the photos that were sent in for it. */
const visitorOf = ({ seal }: Parts, submission: string): string => Buffer.from(submissionDigest(seal, submission)).toString("base64url");
export const bringerOf = (parts: Parts, district: string, submission: string) => ({ district, visitor: visitorOf(parts, submission) });

/** How many photos one form can bring. */
const mostPhotos = 9;

/** Takes in a photo for a form that is being filled in; nobody sees it before the form is sent. */
export async function takePhoto(
  database: Database,
  parts: Parts,
  { file, submission, district: wanted }: { file: File; submission: string; district?: string | undefined },
  { address, now }: Calling,
): Promise<{ id: string; name: string } | Refusal> {
  const district = await publicDistrict(database.read, wanted);
  if (isRefusal(district)) return district;
  const photos = { district, what: "photo", of: address, rule: spokenLimit, times: mostPhotos };
  const flooded = await counted(database, parts, photos, now, () => wayOut(database.read, district, null));
  if (flooded) return flooded;
  const bringer = bringerOf(parts, district, submission);
  const taken = await takeIn(database, parts.files, bringer, { file, now, most: mostPhotos, picturesOnly: true });
  return isRefusal(taken) ? taken : { id: taken.id, name: taken.name };
}

interface Flood {
  readonly district: string;
  readonly address: string;
  readonly stationId: string | null;
  readonly now: Instant;
}

/**
 * Counts who speaks, and for which station; refuses what is too much. Whoever is let in gets his number here: taken together with the
 * voice it would be held until that is on the disk, and all who speak to the same receiver would wait for one another.
 */
async function letIn(
  database: Database,
  parts: Parts,
  { district, address, stationId, now }: Flood,
  place: Place | undefined,
): Promise<number | undefined | Refusal> {
  const limits = [
    { district, what: "speak", of: address, rule: spokenLimit },
    ...(stationId === null ? [] : [{ district, what: "station", of: stationId, rule: stationLimit }]),
  ];
  const answer = await database.write(async (tx) => {
    await unhurried(tx);
    for (const limited of limits) {
      const flooded = await countedIn(tx, parts, limited, now);
      if (flooded) return flooded;
    }
    return place && takeNumber(tx, district, place.receiverId, yearIn(dateIn(now)));
  });
  if (!isRefusal(answer)) return answer;
  return { ...answer, reasons: [...answer.reasons, ...(await wayOut(database.read, district, stationId))] };
}

/** A person to turn to where the form says no: the station, else the district's office. */
export async function wayOut(db: Db, district: string, stationId: string | null): Promise<Reason[]> {
  const found = await sql<{ name: string; phone: string; address: string }>`
    select name, phone, address from station where district = ${district} and id = ${stationId} and phone is not null
    union all (select o.name, o.phone, '' from organisation o where o.district = ${district} and o.kind = 'deputy_office' and o.phone is not null
      and o.dissolved_on is null order by o.sort_key limit 1) limit 1`.execute(db);
  return found.rows.map((params) => ({ code: params.address ? "voice.too_many.go_to_station" : "voice.too_many.call", params }));
}
