import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import { shift } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { ChannelName, NoticeKind } from "../terms.ts";
import { afterQuiet, digestDay, digestMoment } from "../timing.ts";
import { type Reachable, reachable, targetOf } from "./people.ts";

/** Something to tell, and whom. The same occasion is told to nobody twice. */
export interface News {
  readonly district: string;
  readonly occasion: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly type: string;
  readonly label: string;
  readonly at: Instant;
  readonly people: readonly { readonly account: string; readonly kind: NoticeKind }[];
}

/** Writes notices, and what of them leaves the house by these channels, in the caller's transaction. */
export async function post(tx: Tx, { people, district, ...news }: News, channels: readonly ChannelName[], now: Instant): Promise<void> {
  if (people.length === 0) return;
  const { occasion, subjectType, subjectId, type, label, at } = news;
  const rows = people.map(
    ({ account, kind }) =>
      sql`(${district}, ${randomUUIDv7()}::uuid, ${account}::uuid, ${occasion}, ${subjectType}, ${subjectId}::uuid, ${type}, ${kind}, ${label}, ${at}::timestamptz)`,
  );
  const fresh = await sql<{ id: string; accountId: string; kind: NoticeKind }>`
    insert into notice (district, id, account_id, occasion, subject_type, subject_id, type, kind, label, at) values ${sql.join(rows)}
    on conflict (district, account_id, occasion) do nothing returning id, account_id, kind`.execute(tx);
  if (channels.length === 0 || fresh.rows.length === 0) return;
  const known = await reachable(
    tx,
    district,
    fresh.rows.map((row) => row.accountId),
  );
  for (const { id, accountId, kind } of fresh.rows) {
    const who = known.get(accountId);
    for (const channel of channels) if (who) await hand(tx, district, who, { channel, kind, notice: id, now });
  }
}

interface Handing {
  readonly channel: ChannelName;
  readonly kind: NoticeKind;
  readonly notice: string;
  readonly now: Instant;
}

async function hand(tx: Tx, district: string, who: Reachable, { channel, kind, notice, now }: Handing): Promise<void> {
  const timing = who.timing(channel, kind);
  if (timing === "never" || targetOf(who, channel) === null) return;
  const to = { district, account: who.account, channel, notice, now };
  if (timing === "at_once") await insert(tx, { ...to, day: null, dueAt: afterQuiet(now, who.quiet) });
  else {
    const day = digestDay(now);
    // A digest that is being sent takes in nothing more: what comes now waits for the next.
    if (!(await insert(tx, { ...to, day, dueAt: digestMoment(day, who.quiet) })))
      await insert(tx, { ...to, day: shift(day, 1), dueAt: digestMoment(shift(day, 1), who.quiet) });
  }
}

interface Fresh {
  readonly district: string;
  readonly account: string;
  readonly channel: ChannelName;
  readonly notice: string;
  readonly now: Instant;
  readonly day: DateISO | null;
  readonly dueAt: Instant;
}

async function insert(tx: Tx, { district, account, channel, notice, now, day, dueAt }: Fresh): Promise<boolean> {
  const written = await sql`
    insert into notice_delivery (district, id, account_id, channel, notice_ids, digest_on, state, created_at, due_at, next_at)
    values (${district}, ${randomUUIDv7()}, ${account}, ${channel}, array[${notice}::uuid], ${day}, 'waiting', ${now}, ${dueAt}, ${dueAt})
    on conflict (district, account_id, channel, digest_on) where digest_on is not null
    do update set notice_ids = notice_delivery.notice_ids || excluded.notice_ids
    where notice_delivery.state = 'waiting' and notice_delivery.attempts = 0 and notice_delivery.claimed_until is null
    returning id`.execute(tx);
  return written.rows.length > 0;
}
