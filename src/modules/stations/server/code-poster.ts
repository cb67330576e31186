import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { OfficialPaper } from "../../../platform/papers/paper.ts";
import { codePoster } from "../../../portal/poster.ts";

/** The sheet for the door of a station, with the code of its public page; undefined where there is none. */
export async function codePosterFor(db: Db, district: string, id: string, publicUrl: string): Promise<OfficialPaper | undefined> {
  const found = await sql<{ code: string; name: string; address: string; phone: string | null }>`
    select code, name, address, phone from station where district = ${district} and id = ${id}`.execute(db);
  const of = found.rows[0];
  return (
    of &&
    codePoster({
      title: of.name,
      path: `/s/${of.code}`,
      publicUrl,
      facts: [
        ["address", of.address],
        ["phone", of.phone],
      ],
    })
  );
}
