import { randomBytes, randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { standsIn } from "../../../platform/db/search.ts";
import type { Page } from "../../../platform/http/paging.ts";
import { type Sorting, sortedPage } from "../../../platform/http/sorted-page.ts";
import { record } from "../../../platform/ledger/record.ts";
import { invalid, notFound, type Refusal } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import type { Actor } from "../../identity/index.ts";
import { mayBeCalled } from "../../notices/index.ts";
import type { interfaceContracts, WebhookLine } from "../contract.ts";

type Line = z.input<typeof WebhookLine>;
type Query = z.output<(typeof interfaceContracts)["webhooks"]["query"]>;
type Typed = z.output<(typeof interfaceContracts)["addWebhook"]["body"]>;

/** What the secret of one subscription is sealed for. */
export const purposeOf = (id: string): string => `webhook ${id}`;

const lines = sql`w.id, w.name, w.url, w.types, p.name as created_by, w.created_at, w.stopped_at,
  (select count(*) from webhook_delivery d where d.district = w.district and d.webhook_id = w.id and d.state in ('waiting', 'failed')) as waiting,
  (select count(*) from webhook_delivery d where d.district = w.district and d.webhook_id = w.id and d.state = 'given_up') as given_up
  from webhook w join account a on a.district = w.district and a.id = w.created_by
  join person p on p.district = a.district and p.id = a.person_id`;

const sortings: Readonly<Record<Query["sort"], Sorting<Line>>> = {
  "-created": { by: sql`w.created_at`, downwards: true, key: ({ createdAt }) => createdAt },
  name: { by: sql`w.name`, downwards: false, key: ({ name }) => name },
};

/** A page of the systems that are told. */
export async function listWebhooks(db: Db, { district }: Actor, { search, state, sort, ...page }: Query): Promise<Page<Line>> {
  const where = [sql`w.district = ${district}`];
  if (state) where.push(state === "active" ? sql`w.stopped_at is null` : sql`w.stopped_at is not null`);
  for (const word of wordsOf(search ?? "")) where.push(sql`(${standsIn(sql`w.name`, word)} or ${standsIn(sql`w.url`, word)})`);
  return sortedPage<Line>(db, { lines, where, id: sql`w.id`, sorting: sortings[sort], ...page });
}

/** Adds a system with a secret made here: it is sealed, and given out this once. */
export async function addWebhook(
  tx: Tx,
  actor: Actor,
  { name, url, types }: Typed,
  { seal, privately, now }: { seal: Seal; privately: boolean; now: Instant },
): Promise<{ id: string; secret: string } | Refusal> {
  if (!mayBeCalled(url, privately)) return invalid({ field: "url", code: "notices.webhook.refused" });
  const id = randomUUIDv7();
  const secret = randomBytes(32).toString("base64url");
  await sql`
    insert into webhook (district, id, name, url, secret, types, created_by, created_at)
    values (${actor.district}, ${id}, ${name}, ${url}, ${seal.close(secret, purposeOf(id))}, ${JSON.stringify([...new Set(types)])}::jsonb,
      ${actor.account}, ${now})`.execute(tx);
  await tell(tx, actor, id, "webhook.added", now, { name, types });
  return { id, secret };
}

/** Sends nothing more to a system; what still waits for it is given up. */
export async function stopWebhook(tx: Tx, actor: Actor, id: string, now: Instant): Promise<Line | Refusal> {
  const { district, account } = actor;
  const changed = await sql`
    update webhook set stopped_at = ${now}, stopped_by = ${account}
    where district = ${district} and id = ${id} and stopped_at is null returning id`.execute(tx);
  if (changed.rows.length === 0) return notFound;
  await sql`
    update webhook_delivery set state = 'given_up', last_error = 'stopped', claimed_until = null
    where district = ${district} and webhook_id = ${id} and state in ('waiting', 'failed')`.execute(tx);
  await tell(tx, actor, id, "webhook.stopped", now, {});
  const found = await sql<Line>`select ${lines} where w.district = ${district} and w.id = ${id}`.execute(tx);
  return found.rows[0] ?? notFound;
}

export const tell = (tx: Tx, { district, account }: Actor, id: string, type: string, at: Instant, data: Record<string, unknown>) =>
  record(tx, { district, id: randomUUIDv7(), at, actor: account, subjectType: "webhook", subjectId: id, type, version: 1, data });
