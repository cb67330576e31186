import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import { unhurried } from "../../../platform/db/unhurried.ts";
import type { Sweep } from "../../../platform/module.ts";
import { type Reason, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { RuleDefinition, Statute, Statutes } from "../../calendar/index.ts";

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
export const countedIn = async (tx: Tx, parts: Parts, limited: Limited, now: Instant): Promise<Refusal | undefined> =>
  (await countedAll(tx, parts, [{ ...limited, now }]))[0];

/** Counts each of these once more in the caller's transaction, which has to be committed whatever this says; answers in their order. */
export async function countedAll(
  tx: Tx,
  { statutes, seal }: Parts,
  all: readonly (Limited & { readonly now: Instant })[],
): Promise<(Refusal | undefined)[]> {
  if (all.length === 0) return [];
  const counts = await more(tx, seal, all);
  const inForce = new Map<string, Statute>();
  for (const { district } of all) if (!inForce.has(district)) inForce.set(district, await statutes.of(tx, district));
  return all.map((limited, at) => {
    const { max } = inForce.get(limited.district)!.rule(limited.rule, dateIn(limited.now)).value;
    return counts[at]! <= max * (limited.times ?? 1) ? undefined : tooMany(limited);
  });
}

function tooMany({ what, now }: Limited & { readonly now: Instant }): Refusal {
  const left = hourLength - (Date.parse(now) % hourLength);
  const minutes = Math.ceil(left / 60_000);
  return {
    ...refuse("too_many", { code: `voice.too_many.${what}`, params: { minutes }, source: "domain §10.1" }),
    retryAfter: Math.ceil(left / 1000),
  };
}

/** The count of each after it was counted. Only a keyed digest is kept: who asked cannot be read back. */
async function more(tx: Tx, seal: Seal, all: readonly (Limited & { readonly now: Instant })[]): Promise<number[]> {
  const counted = all.map(({ district, what, of, now }) => {
    const key = seal.mark(`${what}\n${of}`, "voice.limit");
    return { district, key, hour: hourOf(now), name: `${district} ${hourOf(now)} ${Buffer.from(key).toString("hex")}` };
  });
  const asked = Map.groupBy(counted, ({ name }) => name);
  // In one order everywhere: two who count the same would else wait for each other for ever.
  const rows = [...asked].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const values = rows.map(([, some]) => {
    const { district, key, hour } = some[0]!;
    return sql`(${district}, ${key}, ${hour}::timestamptz, ${some.length}::integer)`;
  });
  const found = await sql<{ district: string; key: Uint8Array; hour: Instant; count: number }>`
    insert into voice_limit (district, key, hour, count) values ${sql.join(values)}
    on conflict (district, key, hour) do update set count = voice_limit.count + excluded.count returning district, key, hour, count`.execute(
    tx,
  );
  const so = new Map(
    found.rows.map(({ district, key, hour, count }) => [`${district} ${hour} ${Buffer.from(key).toString("hex")}`, count]),
  );
  const left = new Map([...asked].map(([name, { length }]) => [name, (so.get(name) ?? 0) - length]));
  return counted.map(({ name }) => {
    const count = (left.get(name) ?? 0) + 1;
    left.set(name, count);
    return count;
  });
}

const dayBefore = (now: Instant): Instant => new Date(Date.parse(now) - 24 * hourLength).toISOString() as Instant;

/** Forgets counts after a day, as their table promises. */
export const forgetLimits: Sweep = {
  name: "voices.forget_limits",
  async run(database, now) {
    await database.write((tx) => sql`delete from voice_limit where hour < ${dayBefore(now)}`.execute(tx));
  },
};
