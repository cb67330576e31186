import type { Database } from "../../../platform/db/database.ts";
import { takeIn } from "../../../platform/files/take-in.ts";
import { isRefusal, type Refusal } from "../../../platform/refusal.ts";
import { spokenLimit } from "../rule-definitions.ts";
import type { Calling } from "./calling.ts";
import { counted } from "./limits.ts";
import { publicDistrict } from "./public-district.ts";
import { submissionDigest } from "./receipts.ts";
import { wayOut } from "./way-out.ts";
import type { Parts } from "./writing.ts";

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
