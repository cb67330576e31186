import { randomBytes, randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { record } from "../../../platform/ledger/record.ts";
import { invalid, type Refusal } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { Actor } from "../../identity/index.ts";
import type { ChoicesBody, ChoicesView } from "../contract.ts";
import { type ChannelName, channelNames, noticeKinds } from "../terms.ts";
import { usualQuiet } from "../timing.ts";
import { mayBeCalled } from "./channels/webhook.ts";
import { reachable, sealSecret } from "./people.ts";

/** How the actor wants to be told, as it holds now. */
export async function choicesOf(
  db: Db,
  { district, account }: Actor,
  channels: readonly ChannelName[],
): Promise<z.input<typeof ChoicesView>> {
  const who = (await reachable(db, district, [account])).get(account);
  if (!who) throw new Error("someone signed in has an account");
  const { email, emailConfirmed, phone, webhookUrl, quiet, timing } = who;
  return {
    ...{ email, emailConfirmed, webhookUrl, phone: phone && `${phone.slice(0, 3)}****${phone.slice(-4)}` },
    quiet: quiet.from === quiet.to ? null : quiet,
    channels: [...channels],
    choices: channelNames.flatMap((channel) => noticeKinds.map((kind) => ({ channel, kind, timing: timing(channel, kind) }))),
  };
}

/** Keeps what the actor has chosen. */
export async function choose(tx: Tx, actor: Actor, { email, quiet, choices }: z.output<typeof ChoicesBody>, now: Instant): Promise<void> {
  const { district, account } = actor;
  await sql`
    insert into notice_contact (district, account_id, email, quiet_from, quiet_to)
    values (${district}, ${account}, ${email}, ${quiet?.from ?? null}, ${quiet?.to ?? null})
    on conflict (district, account_id) do update
    set email = excluded.email, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
      email_confirmed_at = case when notice_contact.email = excluded.email then notice_contact.email_confirmed_at end`.execute(tx);
  // Of one pair named twice the last counts.
  const last = new Map(choices.map((choice) => [`${choice.channel} ${choice.kind}`, choice]));
  for (const { channel, kind, timing } of last.values())
    await sql`
      insert into notice_choice (district, account_id, channel, kind, timing) values (${district}, ${account}, ${channel}, ${kind}, ${timing})
      on conflict (district, account_id, channel, kind) do update set timing = excluded.timing`.execute(tx);
  await note(tx, actor, "notice.choices_set", now);
}

/** Sets the actor's web address with a secret made here: it is sealed, and given out this once. */
export async function setWebhook(
  tx: Tx,
  actor: Actor,
  { seal, url, privately, now }: { seal: Seal; url: string; privately: boolean; now: Instant },
): Promise<{ secret: string } | Refusal> {
  if (!mayBeCalled(url, privately)) return invalid({ field: "url", code: "notices.webhook.refused" });
  const { district, account } = actor;
  const secret = randomBytes(32).toString("base64url");
  await sql`
    insert into notice_contact (district, account_id, webhook_url, webhook_secret, quiet_from, quiet_to)
    values (${district}, ${account}, ${url}, ${sealSecret(seal, account, secret)}, ${usualQuiet.from}, ${usualQuiet.to})
    on conflict (district, account_id) do update set webhook_url = excluded.webhook_url, webhook_secret = excluded.webhook_secret`.execute(
    tx,
  );
  await note(tx, actor, "notice.webhook_set", now);
  return { secret };
}

export async function dropWebhook(tx: Tx, actor: Actor, now: Instant): Promise<undefined> {
  const found = await sql`
    update notice_contact set webhook_url = null, webhook_secret = null
    where district = ${actor.district} and account_id = ${actor.account} and webhook_url is not null returning account_id`.execute(tx);
  if (found.rows.length > 0) await note(tx, actor, "notice.webhook_removed", now);
}

/** That a setting was changed; what to is nobody's business but its owner's. */
export const note = (tx: Tx, { district, account }: Actor, type: string, now: Instant) =>
  record(tx, {
    district,
    id: randomUUIDv7(),
    at: now,
    actor: account,
    subjectType: "account",
    subjectId: account,
    type,
    version: 1,
    data: {},
  });
