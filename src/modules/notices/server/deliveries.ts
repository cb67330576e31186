import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { standsIn } from "../../../platform/db/search.ts";
import type { Page } from "../../../platform/http/paging.ts";
import { type Sorting, sortedPage } from "../../../platform/http/sorted-page.ts";
import { record } from "../../../platform/ledger/record.ts";
import { notFound, type Refusal } from "../../../platform/refusal.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import type { Actor } from "../../identity/index.ts";
import type { DeliveryLine, noticeContracts } from "../contract.ts";

type Query = z.output<(typeof noticeContracts)["deliveries"]["query"]>;
type Line = z.input<typeof DeliveryLine>;

const columns = sql`d.id, p.name as person, d.channel, d.digest_on is not null as digest, cardinality(d.notice_ids) as count, d.state, d.attempts,
  d.created_at, case when d.state in ('waiting', 'failed') then d.next_at end as next_at, d.sent_at, d.last_error
  from notice_delivery d join account a on a.district = d.district and a.id = d.account_id
  join person p on p.district = a.district and p.id = a.person_id`;

/** A page of the delivery log. */
export async function listDeliveries(db: Db, { district }: Actor, query: Query): Promise<Page<Line>> {
  const { search, state, channel, sort, ...page } = query;
  const where = [sql`d.district = ${district}`];
  if (state) where.push(sql`d.state = ${state}`);
  if (channel) where.push(sql`d.channel = ${channel}`);
  for (const word of wordsOf(search ?? ""))
    where.push(sql`d.account_id = any(array(select x.id from account x join person n on n.district = x.district and n.id = x.person_id
      where x.district = ${district} and ${standsIn(sql`n.name`, word)}))`);
  const sorting: Sorting<Line> = { by: sql`d.created_at`, downwards: sort === "-created", key: ({ createdAt }) => createdAt };
  return sortedPage<Line>(db, { lines: columns, where, id: sql`d.id`, sorting, ...page });
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
