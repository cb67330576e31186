import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { record } from "../../../platform/ledger/record.ts";
import type { Actor } from "../../identity/index.ts";

/** Has the actor been offered the first-steps tour? */
export async function tourOf(db: Db, { district, account }: Actor): Promise<{ seen: boolean }> {
  const found = await sql`select 1 from tour_seen where district = ${district} and account_id = ${account}`.execute(db);
  return { seen: found.rows.length > 0 };
}

/** Keeps that he has, or that he wants to be asked again. */
export async function setTour(tx: Tx, actor: Actor, seen: boolean, now: Instant): Promise<{ seen: boolean }> {
  const { district, account } = actor;
  await (seen
    ? sql`insert into tour_seen (district, account_id) values (${district}, ${account}) on conflict do nothing`
    : sql`delete from tour_seen where district = ${district} and account_id = ${account}`
  ).execute(tx);
  await record(tx, {
    ...{ district, id: randomUUIDv7(), at: now, actor: account, subjectType: "account", subjectId: account },
    ...{ type: "tour.seen_set", version: 1, data: { seen } },
  });
  return { seen };
}
