import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import { unhurried } from "../../../platform/db/unhurried.ts";
import type { Sweep } from "../../../platform/module.ts";
import { type Reason, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { RuleDefinition, Statutes } from "../../calendar/index.ts";

/** Something that can be done only so often in an hour, by whoever or whatever `of` is. */
export interface Limited {
  readonly district: string;
  readonly what: string;
  readonly of: string;
  readonly rule: RuleDefinition<{ max: number }>;
  /** So many for each that the rule allows. */
  readonly times?: number;
}

interface Parts {
  readonly statutes: Statutes;
  readonly seal: Seal;
}

const hourLength = 3_600_000;
const hourOf = (now: Instant): Instant => new Date(Math.floor(Date.parse(now) / hourLength) * hourLength).toISOString() as Instant;

/** Counts once more, for good: what is refused afterwards has been asked all the same. Says no when it is too often, and where to turn. */
export async function counted(
  database: Database,
  parts: Parts,
  limited: Limited,
  now: Instant,
  wayOut: () => Promise<Reason[]>,
): Promise<Refusal | undefined> {
  const over = await database.write(async (tx) => {
    await unhurried(tx);
    return countedIn(tx, parts, limited, now);
  });
  return over && { ...over, reasons: [...over.reasons, ...(await wayOut())] };
}

/** Counts once more in the caller's transaction, which has to be committed even if this says no. */
export async function countedIn(tx: Tx, { statutes, seal }: Parts, limited: Limited, now: Instant): Promise<Refusal | undefined> {
  const { max } = (await statutes.of(tx, limited.district)).rule(limited.rule, dateIn(now)).value;
  const count = await more(tx, seal, limited, now);
  if (count <= max * (limited.times ?? 1)) return undefined;
  const left = hourLength - (Date.parse(now) % hourLength);
  const minutes = Math.ceil(left / 60_000);
  return {
    ...refuse("too_many", { code: `voice.too_many.${limited.what}`, params: { minutes }, source: "domain §10.1" }),
    retryAfter: Math.ceil(left / 1000),
  };
}

/** Only a keyed digest is kept: who asked cannot be read back. */
async function more(tx: Tx, seal: Seal, { district, what, of }: Limited, now: Instant): Promise<number> {
  const key = seal.mark(`${what}\n${of}`, "voice.limit");
  const found = await sql<{ count: number }>`
    insert into voice_limit (district, key, hour, count) values (${district}, ${key}, ${hourOf(now)}, 1)
    on conflict (district, key, hour) do update set count = voice_limit.count + 1 returning count`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

const dayBefore = (now: Instant): Instant => new Date(Date.parse(now) - 24 * hourLength).toISOString() as Instant;

/** Forgets counts after a day, as their table promises. */
export const forgetLimits: Sweep = {
  name: "voices.forget_limits",
  async run(database, now) {
    await database.write((tx) => sql`delete from voice_limit where hour < ${dayBefore(now)}`.execute(tx));
  },
};
