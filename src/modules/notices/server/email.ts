import { randomInt, randomUUIDv7, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import { systemClock } from "../../../platform/clock/clock.ts";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { invalid, isRefusal, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { Actor } from "../../identity/index.ts";
import { codeMinutes, counting, enteringRefused, sendingRefused } from "../email-code.ts";
import type { Channel } from "./channels/channel.ts";
import { note } from "./choices.ts";

/** Codes live by the machine's time, never by the demonstration world's. */
const machine = (): Instant => systemClock.now();
const purpose = (account: string) => `notice.email_code ${account}`;

interface Kept {
  readonly email: string;
  readonly code: string;
  readonly sentAt: readonly Instant[];
  readonly wrong: number;
}

interface Way {
  readonly mail: Channel | undefined;
  readonly seal: Seal;
  readonly words: Words;
  readonly publicUrl: string;
}

/** Sends a code to the address that the actor has given. It is written first, so that a wish counts whatever becomes of the letter. */
export async function sendCode(database: Database, actor: Actor, way: Way, now: Instant): Promise<{ email: string } | Refusal> {
  const { mail, seal, words, publicUrl } = way;
  if (!mail) return refuse("conflict", { code: "notices.email.no_mail" });
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const kept = await database.write((tx) => keepCode(tx, actor, seal.close(code, purpose(actor.account)), now));
  if (isRefusal(kept)) return kept;
  const text = words("notices.email.text", { code, minutes: codeMinutes });
  const letter = { subject: words("notices.email.subject"), text, link: `${publicUrl}/notice-choices`, events: [] };
  const sent = await mail.send({ id: randomUUIDv7(), to: kept.email, secret: null, ...letter }).then(
    () => true,
    () => false,
  );
  return sent ? kept : refuse("conflict", { code: "notices.email.not_sent" });
}

async function keepCode(tx: Tx, actor: Actor, code: string, now: Instant): Promise<{ email: string } | Refusal> {
  const { district, account } = actor;
  const contact = await sql<{ email: string | null; confirmed: boolean }>`
    select email, email_confirmed_at is not null as confirmed from notice_contact
    where district = ${district} and account_id = ${account} for update`.execute(tx);
  const { email = null, confirmed = false } = contact.rows[0] ?? {};
  if (email === null) return refuse("conflict", { code: "notices.email.none" });
  if (confirmed) return refuse("conflict", { code: "notices.email.confirmed_already" });
  const at = machine();
  const sentAt = (await codeOf(tx, actor))?.sentAt ?? [];
  const strangers = await sql<{ count: number }>`
    select count(*) as count from notice_email_code where district = ${district} and lower(email) = lower(${email}) and account_id <> ${account}`.execute(
    tx,
  );
  const refusal = sendingRefused(sentAt, strangers.rows[0]?.count ?? 0, at);
  if (refusal) return refusal;
  await sql`
    insert into notice_email_code (district, account_id, email, code, sent_at, wrong)
    values (${district}, ${account}, ${email}, ${code}, ${[...counting(sentAt, at), at]}::timestamptz[], 0)
    on conflict (district, account_id) do update set email = excluded.email, code = excluded.code, sent_at = excluded.sent_at, wrong = 0`.execute(
    tx,
  );
  await note(tx, actor, "notice.email_code_sent", now);
  return { email };
}

async function codeOf(tx: Tx, { district, account }: Actor): Promise<Kept | undefined> {
  const found = await sql<Omit<Kept, "sentAt"> & { sentAt: Instant[] }>`
    select email, code, to_jsonb(sent_at) as sent_at, wrong from notice_email_code
    where district = ${district} and account_id = ${account} for update`.execute(tx);
  const [row] = found.rows;
  return row && { ...row, sentAt: row.sentAt.map((at) => new Date(at).toISOString() as Instant) };
}

/** The address is used from now on, if this is the code that was sent to it. A wrong one counts, also when it is refused. */
export async function confirmEmail(
  database: Database,
  actor: Actor,
  seal: Seal,
  typed: string,
  now: Instant,
): Promise<Refusal | undefined> {
  return await database.write(async (tx) => {
    const { district, account } = actor;
    const kept = await codeOf(tx, actor);
    const sentAt = kept?.sentAt.at(-1);
    if (!kept || !sentAt) return refuse("conflict", { code: "notices.email.no_code" });
    const at = machine();
    const refusal = enteringRefused({ sentAt, wrong: kept.wrong }, at);
    if (refusal) return refusal;
    if (!isSame(typed, seal.open(kept.code, purpose(account)))) {
      await sql`update notice_email_code set wrong = wrong + 1 where district = ${district} and account_id = ${account}`.execute(tx);
      return invalid({ field: "code", code: "notices.email.wrong_code" });
    }
    const confirmed = await sql`
      update notice_contact set email_confirmed_at = ${at} where district = ${district} and account_id = ${account} and email = ${kept.email}
      returning account_id`.execute(tx);
    if (confirmed.rows.length === 0) return refuse("conflict", { code: "notices.email.no_code" });
    // A code opens once; when it was sent still counts against further ones.
    await sql`update notice_email_code set wrong = 32767 where district = ${district} and account_id = ${account}`.execute(tx);
    await note(tx, actor, "notice.email_confirmed", now);
    return undefined;
  });
}

/** Compared in a time that does not tell how much of it was right. */
const isSame = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
