import { createHash, randomBytes, randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ActingMandate, ActingRole, Actor } from "../actor.ts";
import { mandatesHeld, rolesOn } from "./people.ts";
import type { IdentityTables } from "./tables.ts";

export const cookieName = "lianxin_session";
const lifetime = 12 * 3_600_000;
const seenEvery = 5 * 60_000;

/** The token in the cookie; the database holds only its digest. */
const digestOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Opens a session and returns the cookie that stands for it. */
export async function openSession(
  tx: Tx,
  account: { district: string; id: string },
  from: { address: string; device: string; secure: boolean },
  now: Instant,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.parse(now) + lifetime).toISOString() as Instant;
  const row = {
    district: account.district,
    id: randomUUIDv7(),
    accountId: account.id,
    tokenDigest: digestOf(token),
    startedAt: now,
    seenAt: now,
  };
  const { address, device } = from;
  await tx
    .withTables<IdentityTables>()
    .insertInto("signIn")
    .values({ ...row, expiresAt, endedAt: null, address, device })
    .execute();
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifetime / 1000}${from.secure ? "; Secure" : ""}`;
}

export const closedCookie = `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;

/** The token a request carries. */
export function tokenOf(request: Request): string | undefined {
  const cookies = request.headers.get("cookie") ?? "";
  return cookies
    .split(/;\s*/)
    .find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
}

interface SignedIn extends Actor {
  seenAt: Instant;
}

/**
 * Who is behind `token`, with the roles and mandates of `today`, in one look-up. Sessions live by the machine's
 * time (`machine`), so that moving the demonstration world's day signs nobody out.
 */
export async function actorBehind(db: Db, token: string, machine: Instant, today: DateISO): Promise<Actor | undefined> {
  const found = await sql<Omit<SignedIn, "roles" | "mandates"> & { roles: ActingRole[]; mandates: ActingMandate[] }>`
    select s.district, s.id as sign_in, s.seen_at, a.id as account, p.id as person, p.name,
      ${rolesOn(today)} as roles, ${mandatesHeld} as mandates
    from sign_in s
    join account a on a.district = s.district and a.id = s.account_id and not a.disabled
    join person p on p.district = a.district and p.id = a.person_id
    where s.token_digest = ${digestOf(token)} and s.ended_at is null and s.expires_at > ${machine}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { seenAt, ...actor } = row;
  if (Date.parse(machine) - Date.parse(seenAt) > seenEvery) await touch(db, actor, machine);
  return actor;
}

async function touch(db: Db, actor: Actor, now: Instant): Promise<void> {
  await db
    .withTables<IdentityTables>()
    .updateTable("signIn")
    .set({ seenAt: now })
    .where("district", "=", actor.district)
    .where("id", "=", actor.signIn)
    .execute();
}

/** Ends sessions of an account: one of them, or all but one. */
export async function endSessions(
  tx: Tx,
  account: { district: string; id: string },
  which: { only?: string; except?: string },
  now: Instant,
): Promise<number> {
  let change = tx
    .withTables<IdentityTables>()
    .updateTable("signIn")
    .set({ endedAt: now })
    .where("district", "=", account.district)
    .where("accountId", "=", account.id)
    .where("endedAt", "is", null);
  if (which.only !== undefined) change = change.where("id", "=", which.only);
  if (which.except !== undefined) change = change.where("id", "!=", which.except);
  const result = await change.executeTakeFirst();
  return Number(result.numUpdatedRows);
}
