import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { standsIn } from "../../../platform/db/search.ts";
import type { Page } from "../../../platform/http/paging.ts";
import { type Sorting, sortedPage } from "../../../platform/http/sorted-page.ts";
import { notFound, type Refusal } from "../../../platform/refusal.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import type { Actor } from "../../identity/index.ts";
import type { interfaceContracts, WebhookDeliveryLine } from "../contract.ts";
import { tell } from "./webhooks.ts";

type Line = z.input<typeof WebhookDeliveryLine>;
type Query = z.output<(typeof interfaceContracts)["deliveries"]["query"]>;

const lines = sql`d.id, w.name as webhook_name, d.type, d.state, d.attempts, d.created_at,
  case when d.state in ('waiting', 'failed') then d.next_at end as next_at, d.sent_at, d.last_error
  from webhook_delivery d join webhook w on w.district = d.district and w.id = d.webhook_id`;

/** A page of the log of what was sent to other systems. */
export async function listDeliveries(db: Db, { district }: Actor, query: Query): Promise<Page<Line>> {
  const { search, state, type, webhookId, sort, ...page } = query;
  const where = [sql`d.district = ${district}`];
  if (state) where.push(sql`d.state = ${state}`);
  if (type) where.push(sql`d.type = ${type}`);
  if (webhookId) where.push(sql`d.webhook_id = ${webhookId}`);
  for (const word of wordsOf(search ?? ""))
    where.push(
      sql`d.webhook_id = any(array(select n.id from webhook n where n.district = ${district} and ${standsIn(sql`n.name`, word)}))`,
    );
  const sorting: Sorting<Line> = { by: sql`d.created_at`, downwards: sort === "-created", key: ({ createdAt }) => createdAt };
  return sortedPage<Line>(db, { lines, where, id: sql`d.id`, sorting, ...page });
}

/** Lets a delivery that failed or was given up be tried at once, with two days of patience anew; not to a system that was stopped. */
export async function retryDelivery(tx: Tx, actor: Actor, id: string, now: Instant): Promise<Line | Refusal> {
  const { district } = actor;
  const changed = await sql<{ webhookId: string }>`
    update webhook_delivery d set state = 'failed', next_at = ${now}, due_at = ${now}, claimed_until = null
    where d.district = ${district} and d.id = ${id} and d.state in ('failed', 'given_up')
      and exists (select 1 from webhook w where w.district = d.district and w.id = d.webhook_id and w.stopped_at is null)
    returning d.webhook_id`.execute(tx);
  const [row] = changed.rows;
  if (!row) return notFound;
  await tell(tx, actor, row.webhookId, "webhook.retried", now, { deliveryId: id });
  const found = await sql<Line>`select ${lines} where d.district = ${district} and d.id = ${id}`.execute(tx);
  return found.rows[0] ?? notFound;
}
