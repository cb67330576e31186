import { randomBytes, randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Database, Db, Tx } from "../../../platform/db/database.ts";
import { standsIn } from "../../../platform/db/search.ts";
import type { Page } from "../../../platform/http/paging.ts";
import { type Sorting, sortedPage } from "../../../platform/http/sorted-page.ts";
import { record } from "../../../platform/ledger/record.ts";
import type { Sweep } from "../../../platform/module.ts";
import { notFound, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import type { Actor } from "../../identity/index.ts";
import type { ApiKeyLine, interfaceContracts } from "../contract.ts";
import type { Scope } from "../terms.ts";

type Line = z.input<typeof ApiKeyLine>;

/** Whoever calls with a key. */
export interface KeyHolder {
  readonly district: string;
  readonly id: string;
}

const digestOf = (seal: Seal, key: string): Uint8Array => seal.mark(key, "api_key");

const lines = sql`k.id, k.name, k.scopes, c.name as created_by, k.created_at, k.used_on, r.name as revoked_by, k.revoked_at
  from api_key k join account a on a.district = k.district and a.id = k.created_by
  join person c on c.district = a.district and c.id = a.person_id
  left join account b on b.district = k.district and b.id = k.revoked_by
  left join person r on r.district = b.district and r.id = b.person_id`;

type Query = z.output<(typeof interfaceContracts)["keys"]["query"]>;

const never = "0001-01-01";
const sortings: Readonly<Record<Query["sort"], Sorting<Line>>> = {
  "-created": { by: sql`k.created_at`, downwards: true, key: ({ createdAt }) => createdAt },
  name: { by: sql`k.name`, downwards: false, key: ({ name }) => name },
  "-used": { by: sql`coalesce(k.used_on, ${never}::date)`, downwards: true, key: ({ usedOn }) => usedOn ?? never },
};

/** A page of the keys that were given. What is stored of a key itself is in none of them. */
export async function listKeys(db: Db, { district }: Actor, { search, state, sort, ...page }: Query): Promise<Page<Line>> {
  const where = [sql`k.district = ${district}`];
  if (state) where.push(state === "active" ? sql`k.revoked_at is null` : sql`k.revoked_at is not null`);
  for (const word of wordsOf(search ?? "")) where.push(sql`(${standsIn(sql`k.name`, word)} or ${standsIn(sql`c.name`, word)})`);
  return sortedPage<Line>(db, { lines, where, id: sql`k.id`, sorting: sortings[sort], ...page });
}

/** Makes a key of 256 random bits. It is told here and never again: what is stored cannot be turned back into it. */
export async function giveKey(
  tx: Tx,
  actor: Actor,
  { seal, name, scopes, now }: { seal: Seal; name: string; scopes: readonly Scope[]; now: Instant },
): Promise<{ id: string; key: string }> {
  const id = randomUUIDv7();
  const key = `lianxin_${randomBytes(32).toString("base64url")}`;
  await sql`
    insert into api_key (district, id, name, digest, scopes, created_by, created_at)
    values (${actor.district}, ${id}, ${name}, ${digestOf(seal, key)}, ${JSON.stringify([...new Set(scopes)])}::jsonb, ${actor.account}, ${now})`.execute(
    tx,
  );
  await tell(tx, actor, id, "api_key.given", now, { name, scopes: [...scopes] });
  return { id, key };
}

/** Takes a key back. From the next request on it opens nothing. */
export async function revokeKey(tx: Tx, actor: Actor, id: string, now: Instant): Promise<Line | Refusal> {
  const changed = await sql`
    update api_key set revoked_at = ${now}, revoked_by = ${actor.account}
    where district = ${actor.district} and id = ${id} and revoked_at is null returning id`.execute(tx);
  if (changed.rows.length === 0) return notFound;
  await tell(tx, actor, id, "api_key.revoked", now, {});
  const found = await sql<Line>`select ${lines} where k.district = ${actor.district} and k.id = ${id}`.execute(tx);
  return found.rows[0] ?? notFound;
}

const tell = (tx: Tx, { district, account }: Actor, id: string, type: string, at: Instant, data: Record<string, unknown>) =>
  record(tx, { district, id: randomUUIDv7(), at, actor: account, subjectType: "api_key", subjectId: id, type, version: 1, data });

/** Whose key this is, if it opens what is asked for; its last day of use is kept. */
export async function holderOf(database: Database, seal: Seal, key: string, scope: Scope, now: Instant): Promise<KeyHolder | undefined> {
  if (key.length < 20 || key.length > 200) return undefined;
  const found = await sql<KeyHolder & { usedOn: DateISO | null }>`
    select district, id, used_on from api_key where digest = ${digestOf(seal, key)} and revoked_at is null and scopes ? ${scope}`.execute(
    database.read,
  );
  const row = found.rows[0];
  if (!row) return undefined;
  const today = dateIn(now);
  if (row.usedOn !== today)
    await database.write((tx) =>
      sql`update api_key set used_on = ${today} where district = ${row.district} and id = ${row.id}`.execute(tx),
    );
  return { district: row.district, id: row.id };
}

/** So much one key may bring in an hour; more is a fault of its program. */
const hourly = 1000;
const hourLength = 3_600_000;

/** Counts what a key brings, and refuses what is too much with the time to wait. */
export async function countUse(tx: Tx, { district, id }: KeyHolder, now: Instant): Promise<Refusal | undefined> {
  const hour = new Date(Math.floor(Date.parse(now) / hourLength) * hourLength).toISOString();
  const found = await sql<{ count: number }>`
    insert into api_key_use (district, api_key_id, hour, count) values (${district}, ${id}, ${hour}, 1)
    on conflict (district, api_key_id, hour) do update set count = api_key_use.count + 1 returning count`.execute(tx);
  if ((found.rows[0]?.count ?? 0) <= hourly) return undefined;
  const retryAfter = Math.ceil((hourLength - (Date.parse(now) % hourLength)) / 1000);
  return {
    ...refuse("too_many", { code: "interfaces.too_many", params: { count: hourly, minutes: Math.ceil(retryAfter / 60) } }),
    retryAfter,
  };
}

/** Counts after a day and deliveries after 180, as their tables promise. */
export const forgetUse: Sweep = {
  name: "interfaces.forget",
  async run(database, now) {
    await database.write(async (tx) => {
      await sql`delete from api_key_use where hour < ${now}::timestamptz - interval '1 day'`.execute(tx);
      await sql`delete from webhook_delivery where created_at < ${now}::timestamptz - interval '180 days'`.execute(tx);
    });
  },
};
