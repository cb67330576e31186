import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { cursorAt, keysAt, type Page } from "../../../platform/http/paging.ts";
import { notFound, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import type { interfaceContracts, WebhookDeliveryLine } from "../contract.ts";
import { tell } from "./webhooks.ts";

type Line = z.input<typeof WebhookDeliveryLine>;
type Query = z.output<(typeof interfaceContracts)["deliveries"]["query"]>;

const lines = sql`d.id, w.name as webhook_name, d.type, d.state, d.attempts, d.created_at,
  case when d.state in ('waiting', 'failed') then d.next_at end as next_at, d.sent_at, d.last_error
  from webhook_delivery d join webhook w on w.district = d.district and w.id = d.webhook_id`;

/** A page of the log of what was sent to other systems. */
export async function listDeliveries(db: Db, { district }: Actor, { cursor, limit, state, webhookId }: Query): Promise<Page<Line>> {
  const after = keysAt(cursor, 2);
  const found = await sql<Line>`
    select ${lines} where d.district = ${district}
      ${state ? sql`and d.state = ${state}` : sql``} ${webhookId ? sql`and d.webhook_id = ${webhookId}` : sql``}
      ${after ? sql`and (d.created_at, d.id) < (${after[0]}, ${after[1]})` : sql``}
    order by d.created_at desc, d.id desc limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([last.createdAt, last.id]) : null };
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
