import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { record } from "../../../platform/ledger/record.ts";
import { notFound, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import type { HealthView } from "../contract.ts";

type Health = z.input<typeof HealthView>;

/** How the house is, as far as the actor's district goes. */
export async function health(db: Db, { district }: Actor): Promise<Health> {
  const whole = await sql<Health["database"] & Health["ledger"]>`
    select split_part(version(), ' on ', 1) as version, pg_database_size(current_database()) as bytes,
      coalesce((select max(position) from chain where district = ${district}), 0) as linked,
      (select count(*) from fact where (xid, seq) > (select xid, seq from chain_head)) as waiting,
      (select at from fact where district = ${district} order by xid desc, seq desc limit 1) as last_fact_at`.execute(db);
  const { version, bytes, linked, waiting, lastFactAt } = whole.rows[0]!;
  const readers = await sql<Health["readers"][number]>`
    select s.name, s.position, ${linked} - s.position as behind, s.failures, f.type as failed_fact_type, s.last_error, s.retry_at
    from subscriber s left join fact f on f.district = s.district and f.id = s.failed_fact
    where s.district = ${district} order by s.failures > 0 desc, s.name`.execute(db);
  const sweeps = await sql<Health["sweeps"][number]>`
    select name, ran_at, failures, last_error from sweep order by failures > 0 desc, name`.execute(db);
  return { database: { version, bytes }, ledger: { linked, waiting, lastFactAt }, readers: readers.rows, sweeps: sweeps.rows };
}

/** Takes the wait off a reader that failed; the pump lets it read as soon as this is committed. */
export async function retryReader(tx: Tx, actor: Actor, name: string, now: Instant): Promise<undefined | Refusal> {
  const found = await sql<{ failedFact: string | null }>`
    update subscriber set retry_at = null where district = ${actor.district} and name = ${name} and failures > 0 returning failed_fact`.execute(
    tx,
  );
  const [row] = found.rows;
  if (!row) return notFound;
  const what = { subjectType: "reader", subjectId: row.failedFact ?? randomUUIDv7(), type: "reader.retried", version: 1, data: { name } };
  await record(tx, { ...what, district: actor.district, id: randomUUIDv7(), at: now, actor: actor.account });
}
