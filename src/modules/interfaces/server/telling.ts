import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Subscriber } from "../../../platform/ledger/subscribers.ts";
import { publicTypes } from "../terms.ts";
import type { Links } from "./links.ts";
import { publicFact } from "./public-facts.ts";

/** What happened longer ago than this is history: a system that is added tells nobody of it. */
const longAgo = 14 * 86_400_000;

/** Puts public facts into the queue of every system that wants them; reading a fact again queues nothing twice. */
export const tellSystems = (links: Links): Subscriber => ({
  name: "interfaces.tell",
  types: publicTypes,
  within: longAgo,
  async handle(tx, fact, now) {
    const wanting = await sql<{ id: string }>`
      select id from webhook where district = ${fact.district} and stopped_at is null and types ? ${fact.type} and created_at <= ${fact.at}`.execute(
      tx,
    );
    if (wanting.rows.length === 0) return;
    const told = await publicFact(tx, fact, links, now);
    if (!told) return;
    for (const { id } of wanting.rows)
      await queue(tx, { district: fact.district, webhookId: id, factId: fact.id, type: fact.type, payload: told, now });
  },
});

interface Queued {
  readonly district: string;
  readonly webhookId: string;
  readonly factId: string;
  readonly type: string;
  readonly payload: object;
  readonly now: Instant;
}

const queue = (tx: Parameters<Subscriber["handle"]>[0], { district, webhookId, factId, type, payload, now }: Queued) =>
  sql`insert into webhook_delivery (district, id, webhook_id, fact_id, type, payload, state, created_at, due_at, next_at)
    values (${district}, ${randomUUIDv7()}, ${webhookId}, ${factId}, ${type}, ${JSON.stringify(payload)}::jsonb, 'waiting', ${now}, ${now}, ${now})
    on conflict (district, webhook_id, fact_id) do nothing`.execute(tx);
