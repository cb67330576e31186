import { sql } from "kysely";
import { countedOpinions } from "../src/modules/opinions/index.ts";
import type { Database, Db } from "../src/platform/db/database.ts";
import { district } from "../test/world/places.ts";
import { type Copying, earlier, multiplyRows, own } from "./copying.ts";

const ofOpinion = { subject_id: own("subject_id"), id: own("id") };
const isOpinion = sql`t.subject_type = 'opinion'`;

const copied: Readonly<Record<string, Copying>> = {
  opinion: {
    of: sql`true`,
    columns: { id: own("id"), number: sql`t.number + k * 10000`, submitted_at: earlier("submitted_at") },
  },
  opinion_result: { of: sql`true`, columns: { id: own("id"), opinion_id: own("opinion_id") } },
  opinion_step: { of: sql`true`, columns: ofOpinion },
  clock: { of: isOpinion, columns: ofOpinion },
  awaited: { of: isOpinion, columns: { subject_id: own("subject_id"), clock_id: own("clock_id") } },
  fact: { of: isOpinion, columns: ofOpinion },
};

/** Multiplies the opinions of the demonstration world, with their results, clocks, steps and facts, until there are at least so many. */
export async function multiplyOpinions(database: Database, opinions: number): Promise<number> {
  const times = Math.ceil(opinions / (await count(database.read))) - 1;
  await multiplyRows(database, copied, times, async (tx) => {
    await sql`update opinion_series s set last = m.last from (select receiver_id, number_year as year, max(number) as last from opinion group by 1, 2) m
      where m.receiver_id = s.receiver_id and m.year = s.year`.execute(tx);
    await sql`delete from tally where shelf like 'opinion%'`.execute(tx);
    await sql`insert into tally (district, shelf, book, status, n)
      select ${district}, shelf, book, status, n from (${countedOpinions(district)}) c`.execute(tx);
  });
  return await count(database.read);
}

const count = async (db: Db): Promise<number> => (await sql<{ n: number }>`select count(*)::int as n from opinion`.execute(db)).rows[0]!.n;
