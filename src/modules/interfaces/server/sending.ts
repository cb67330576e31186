import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Sweep } from "../../../platform/module.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { nextTry, type Posted } from "../../notices/index.ts";
import { purposeOf } from "./webhooks.ts";

interface Target {
  readonly district: string;
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

interface Delivery {
  readonly id: string;
  readonly attempts: number;
  readonly dueAt: Instant;
  readonly claimedUntil: Instant;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface Outside {
  readonly seal: Seal;
  readonly post: (of: Posted) => Promise<void>;
}

/** At once to one target, how often a run, and for how long a sender owns what it took. */
const [portion, rounds, claim] = [10, 20, 120_000];

/**
 * Sends what is due, each target on its own: one that hangs or fails keeps its own waiting for the rest of this run and holds up
 * nobody else. A claim keeps two servers from sending the same.
 */
export const sendDue = (outside: Outside): Sweep => ({
  name: "interfaces.deliver",
  async run(database, now) {
    const targets = await targetsDue(database, now);
    await Promise.all(targets.map((target) => serve(database, outside, target, now)));
  },
});

async function targetsDue(database: Database, now: Instant): Promise<Target[]> {
  const found = await sql<Target>`
    select w.district, w.id, w.url, w.secret from webhook w where w.stopped_at is null and exists (
      select 1 from webhook_delivery d where d.district = w.district and d.webhook_id = w.id and d.state in ('waiting', 'failed')
        and d.next_at <= ${now} and (d.claimed_until is null or d.claimed_until < ${now}))`.execute(database.read);
  return found.rows;
}

async function serve(database: Database, outside: Outside, target: Target, now: Instant): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const claimed = await claimDue(database, target, now);
    const taken = await Promise.all(claimed.map((one) => deliver(database, outside, target, one, now)));
    if (claimed.length < portion || taken.includes(false)) return;
  }
}

async function claimDue(database: Database, { district, id }: Target, now: Instant): Promise<Delivery[]> {
  const until = new Date(Date.parse(now) + claim).toISOString();
  return await database.write(async (tx) => {
    const found = await sql<Delivery>`
      with due as materialized (select district, id from webhook_delivery
        where district = ${district} and webhook_id = ${id} and state in ('waiting', 'failed') and next_at <= ${now}
          and (claimed_until is null or claimed_until < ${now})
        order by next_at, id limit ${portion} for update skip locked)
      update webhook_delivery d set claimed_until = ${until} from due where d.district = due.district and d.id = due.id
      returning d.id, d.attempts, d.due_at, d.claimed_until, d.type, d.payload`.execute(tx);
    return found.rows;
  });
}

/** Did the other side take it? */
async function deliver(database: Database, { seal, post }: Outside, target: Target, of: Delivery, now: Instant): Promise<boolean> {
  const body = JSON.stringify({ id: of.id, type: of.type, ...of.payload });
  const secret = seal.open(target.secret, purposeOf(target.id));
  const error = await post({ id: of.id, to: target.url, secret, body }).then(
    () => undefined,
    (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)).slice(0, 500),
  );
  const nextAt = error === undefined ? undefined : nextTry(now, of.dueAt, of.attempts + 1);
  const state = error === undefined ? "sent" : nextAt ? "failed" : "given_up";
  // Only while the claim is still this one's: whoever took over after it ran out decides.
  await sql`
    update webhook_delivery set state = ${state}, attempts = attempts + 1, claimed_until = null, last_error = ${error ?? null},
      next_at = coalesce(${nextAt ?? null}::timestamptz, next_at), sent_at = ${error === undefined ? now : null}::timestamptz
    where district = ${target.district} and id = ${of.id} and claimed_until = ${of.claimedUntil}`.execute(database.read);
  return error === undefined;
}
