import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import type { Sweep } from "../../../platform/module.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { ChannelName } from "../terms.ts";
import { afterQuiet, nextTry } from "../timing.ts";
import type { Channel, Message } from "./channels/channel.ts";
import { openSecret, type Reachable, reachable, targetOf } from "./people.ts";
import { type Told, wording } from "./wording.ts";

export interface Outside {
  readonly channels: readonly Channel[];
  /** The address people open, for links. */
  readonly publicUrl: string;
  readonly seal: Seal;
  readonly words: Words;
}

interface Delivery {
  readonly district: string;
  readonly id: string;
  readonly accountId: string;
  readonly channel: ChannelName;
  readonly digest: boolean;
  readonly attempts: number;
  readonly dueAt: Instant;
  readonly claimedUntil: Instant;
  readonly notices: readonly Told[];
}

const [batch, rounds, claim] = [25, 4, 120_000];

/** Sends what is due. A claim keeps two servers from sending the same; one that dies leaves it to the next after two minutes. */
export const sendDue = (outside: Outside): Sweep => ({
  name: "notices.deliver",
  async run(database, now) {
    for (let round = 0; round < rounds; round++) {
      const claimed = await claimDue(database, now);
      await Promise.all(claimed.map((one) => deliver(database, outside, one, now)));
      if (claimed.length < batch) return;
    }
  },
});

async function claimDue(database: Database, now: Instant): Promise<Delivery[]> {
  const until = new Date(Date.parse(now) + claim).toISOString();
  return await database.write(async (tx) => {
    const found = await sql<Delivery>`
      with due as materialized (select district, id from notice_delivery
        where state in ('waiting', 'failed') and next_at <= ${now} and (claimed_until is null or claimed_until < ${now})
        order by next_at limit ${batch} for update skip locked)
      update notice_delivery d set claimed_until = ${until} from due
      where d.district = due.district and d.id = due.id
      returning d.district, d.id, d.account_id, d.channel, d.digest_on is not null as digest, d.attempts, d.due_at, d.claimed_until,
        (select coalesce(jsonb_agg(jsonb_build_object('type', n.type, 'kind', n.kind, 'label', n.label, 'subjectType', n.subject_type,
          'subjectId', n.subject_id, 'at', n.at) order by n.at), '[]')
          from notice n where n.district = d.district and n.id = any(d.notice_ids)) as notices`.execute(tx);
    return found.rows;
  });
}

async function deliver(database: Database, outside: Outside, of: Delivery, now: Instant): Promise<void> {
  const who = (await reachable(database.read, of.district, [of.accountId])).get(of.accountId);
  const channel = outside.channels.find((one) => one.name === of.channel);
  const message = who && messageFor(outside, of, who);
  if (!who || !message) return await settle(database, of, { state: "given_up", error: "no_target" });
  if (!channel) return await settle(database, of, { state: "given_up", error: "no_channel" });
  // Quiet hours that were set after this was due hold it too.
  const later = of.digest ? now : afterQuiet(now, who.quiet);
  if (later > now) return await settle(database, of, { state: "waiting", nextAt: later, attempts: of.attempts });
  const error = await channel.send(message).then(
    () => undefined,
    (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)).slice(0, 500),
  );
  if (error === undefined) return await settle(database, of, { state: "sent", sentAt: now });
  const nextAt = nextTry(now, of.dueAt, of.attempts + 1, who.quiet);
  await settle(database, of, nextAt ? { state: "failed", error, nextAt } : { state: "given_up", error });
}

interface Outcome {
  readonly state: "waiting" | "sent" | "failed" | "given_up";
  readonly error?: string;
  readonly nextAt?: Instant;
  readonly sentAt?: Instant;
  readonly attempts?: number;
}

/** Only while the claim is still this one's: whoever took over after it ran out decides. */
async function settle(
  database: Database,
  of: Delivery,
  { state, error, nextAt, sentAt, attempts = of.attempts + 1 }: Outcome,
): Promise<void> {
  await sql`
    update notice_delivery set state = ${state}, attempts = ${attempts}, claimed_until = null, last_error = ${error ?? null},
      next_at = coalesce(${nextAt ?? null}::timestamptz, next_at), sent_at = ${sentAt ?? null}
    where district = ${of.district} and id = ${of.id} and claimed_until = ${of.claimedUntil}`.execute(database.read);
}

function messageFor({ publicUrl, seal, words }: Outside, of: Delivery, who: Reachable): Message | undefined {
  const to = targetOf(who, of.channel);
  if (to === null) return undefined;
  const secret = of.channel === "webhook" ? openSecret(seal, who) : null;
  const events = of.notices.map(({ label: _, ...event }) => event);
  return { id: of.id, to, secret, events, ...wording(words, publicUrl, of.notices, of.digest) };
}
