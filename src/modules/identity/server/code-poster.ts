import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { OfficialPaper } from "../../../platform/papers/paper.ts";
import { codePoster } from "../../../portal/poster.ts";
import { publicDeputy } from "./public-deputies.ts";

/** A sheet with the code of a deputy's public page; undefined when he is no deputy in force, for then there is no such page. */
export async function codePosterFor(
  db: Db,
  district: string,
  mandateId: string,
  { today, publicUrl }: { today: DateISO; publicUrl: string },
): Promise<OfficialPaper | undefined> {
  const of = await publicDeputy(db, district, mandateId.slice(-10), today);
  if (of?.mandateId !== mandateId) return undefined;
  return codePoster({
    title: of.name,
    path: `/d/${of.code}`,
    publicUrl,
    facts: [
      ["office", of.congressName],
      ["electoral_district", of.electoralDistrict],
    ],
  });
}
