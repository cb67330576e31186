import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { record } from "../../../platform/ledger/record.ts";
import { notFound, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import type { DeliveryLine, noticeContracts } from "../contract.ts";

type Query = z.output<(typeof noticeContracts)["deliveries"]["query"]>;
type Line = z.input<typeof DeliveryLine>;

const columns = sql`d.id, p.name as person, d.channel, d.digest_on is not null as digest, cardinality(d.notice_ids) as count, d.state, d.attempts,
  d.created_at, case when d.state in ('waiting', 'failed') then d.next_at end as next_at, d.sent_at, d.last_error
  from notice_delivery d join account a on a.district = d.district and a.id = d.account_id
  join person p on p.district = a.district and p.id = a.person_id`;

/** A page of the delivery log. */
export async function listDeliveries(db: Db, { district }: Actor, { cursor, limit, state, channel }: Query) {
  const after = keysAt(cursor, 2);
  const found = await sql<Line>`
    select ${columns} where d.district = ${district}
      ${state ? sql`and d.state = ${state}` : sql``} ${channel ? sql`and d.channel = ${channel}` : sql``}
      ${after ? sql`and (d.created_at, d.id) < (${after[0]}, ${after[1]})` : sql``}
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([last.createdAt, last.id]) : null };
}

/** Lets a delivery that failed or was given up be tried at once, with two days of patience anew. */
export async function retryDelivery(tx: Tx, { district, account }: Actor, id: string, now: Instant): Promise<Line | Refusal> {
  const changed = await sql`
    update notice_delivery set state = 'failed', next_at = ${now}, due_at = ${now}, claimed_until = null
    where district = ${district} and id = ${id} and state in ('failed', 'given_up') returning id`.execute(tx);
  if (changed.rows.length === 0) return notFound;
  const what = { subjectType: "notice_delivery", subjectId: id, type: "notice_delivery.retried", version: 1, data: {} };
  await record(tx, { ...what, district, id: randomUUIDv7(), at: now, actor: account });
  const found = await sql<Line>`select ${columns} where d.district = ${district} and d.id = ${id}`.execute(tx);
  return found.rows[0] ?? notFound;
}
