import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { type ChannelName, type NoticeKind, type Timing, usualTiming } from "../terms.ts";
import { type Quiet, usualQuiet } from "../timing.ts";

/** How someone can be reached, and what he wants. */
export interface Reachable {
  readonly account: string;
  readonly email: string | null;
  /** Its owner has shown that he reads it. */
  readonly emailConfirmed: boolean;
  readonly phone: string | null;
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
  readonly quiet: Quiet;
  readonly timing: (channel: ChannelName, kind: NoticeKind) => Timing;
}

interface Row extends Omit<Reachable, "quiet" | "timing"> {
  readonly kept: boolean;
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  readonly choices: Readonly<Record<string, Timing>>;
}

/** How these accounts can be reached; those that may not sign in are left out. */
export async function reachable(db: Db, district: string, accounts: readonly string[]): Promise<Map<string, Reachable>> {
  const found = await sql<Row>`
    select a.id as account, c.email, c.email_confirmed_at is not null as email_confirmed, coalesce(a.phone, p.phone) as phone, c.webhook_url, c.webhook_secret, c.account_id is not null as kept,
      c.quiet_from, c.quiet_to,
      (select coalesce(jsonb_object_agg(h.channel || ' ' || h.kind, h.timing), '{}') from notice_choice h
        where h.district = a.district and h.account_id = a.id) as choices
    from account a join person p on p.district = a.district and p.id = a.person_id
    left join notice_contact c on c.district = a.district and c.account_id = a.id
    where a.district = ${district} and a.id = any(${[...accounts]}::uuid[]) and not a.disabled`.execute(db);
  return new Map(found.rows.map((row) => [row.account, known(row)]));
}

/** Nobody who has never chosen is disturbed at night; whoever has may want it so. */
function known({ kept, quietFrom, quietTo, choices, ...rest }: Row): Reachable {
  const chosen = quietFrom === null || quietTo === null ? { from: 0, to: 0 } : { from: quietFrom, to: quietTo };
  return {
    ...rest,
    quiet: kept ? chosen : usualQuiet,
    timing: (channel, kind) => choices[`${channel} ${kind}`] ?? usualTiming[channel][kind],
  };
}

/** Where messages of a channel go for this person; null where he cannot be reached that way. */
export const targetOf = (who: Reachable, channel: ChannelName): string | null =>
  channel === "mail" ? (who.emailConfirmed ? who.email : null) : channel === "gateway" ? who.phone : who.webhookUrl;

const purpose = (account: string) => `notice.webhook ${account}`;
export const sealSecret = (seal: Seal, account: string, secret: string): string => seal.close(secret, purpose(account));
export const openSecret = (seal: Seal, who: Reachable): string | null =>
  who.webhookSecret === null ? null : seal.open(who.webhookSecret, purpose(who.account));
