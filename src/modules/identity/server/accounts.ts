import { randomInt, randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Database, Db, Tx } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { record } from "../../../platform/ledger/record.ts";
import { notFound, type Refusal, Refused, refuse } from "../../../platform/refusal.ts";
import type { AccountView } from "../account-contract.ts";
import type { Actor } from "../actor.ts";
import { hashPassword } from "./password.ts";
import { endSessions } from "./sessions.ts";
import type { IdentityTables } from "./tables.ts";

type View = z.output<typeof AccountView>;

const view = sql`
  select a.id, a.person_id, p.name as person_name, a.user_name, a.phone, a.totp_secret is not null as totp, a.disabled, case when a.locked_until > now() then a.locked_until end as locked_until,
    (select max(s.started_at) from sign_in s where s.district = a.district and s.account_id = a.id) as last_sign_in, a.version
  from account a join person p on p.district = a.district and p.id = a.person_id`;

/** Accounts by user name. */
export async function listAccounts(
  db: Db,
  actor: Actor,
  query: { limit: number; cursor?: string | undefined; search?: string | undefined },
) {
  const conditions: RawBuilder<unknown>[] = [sql`a.district = ${actor.district}`];
  if (query.search?.trim()) {
    const pattern = containing(query.search.trim());
    conditions.push(sql`(a.user_name ilike ${pattern} or p.name ilike ${pattern} or p.sort_key ilike ${pattern})`);
  }
  const after = keysAt(query.cursor, 1);
  if (after) conditions.push(sql`a.user_name > ${after[0]}`);
  const found = await sql<View>`${view} where ${sql.join(conditions, sql` and `)} order by a.user_name limit ${query.limit + 1}`.execute(
    db,
  );
  const items = found.rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.userName]) : null };
}

async function accountView(db: Db, district: string, id: string): Promise<View | undefined> {
  const found = await sql<View>`${view} where a.district = ${district} and a.id = ${id}`.execute(db);
  return found.rows[0];
}

/** Makes an account. The first password is returned this once and must be changed at the first sign-in. */
export async function addAccount(
  database: Database,
  actor: Actor,
  body: { personId: string; userName: string; phone: string | null },
  now: Instant,
): Promise<(View & { firstPassword: string }) | Refusal> {
  const firstPassword = newPassword();
  const passwordHash = await hashPassword(firstPassword);
  return await database.write(async (tx) => {
    const id = randomUUIDv7();
    const row = {
      ...body,
      district: actor.district,
      id,
      passwordHash,
      mustChangePassword: true,
      totpSecret: null,
      totpUsedStep: null,
      lockedUntil: null,
    };
    await tx.withTables<IdentityTables>().insertInto("account").values(row).execute();
    await tell(tx, actor, id, "account.added", now);
    const made = await accountView(tx, actor.district, id);
    return made ? { ...made, firstPassword } : notFound;
  });
}

/** Gives a new first password and ends the account's sessions. */
export async function resetPassword(
  database: Database,
  actor: Actor,
  id: string,
  now: Instant,
  machine: Instant,
): Promise<{ firstPassword: string } | Refusal> {
  const firstPassword = newPassword();
  const passwordHash = await hashPassword(firstPassword);
  return await database.write(async (tx) => {
    const fresh = { passwordHash, mustChangePassword: true, failures: 0, lockedUntil: null };
    if (!(await update(tx, actor.district, id, fresh))) throw new Refused(notFound);
    await endSessions(tx, { district: actor.district, id }, {}, machine);
    await tell(tx, actor, id, "account.password_reset", now);
    return { firstPassword };
  });
}

/** Takes the second factor off an account whose phone is lost, and ends its sessions. */
export async function removeTotp(tx: Tx, actor: Actor, id: string, now: Instant, machine: Instant): Promise<View | Refusal> {
  if (!(await update(tx, actor.district, id, { totpSecret: null, totpUsedStep: null }))) return notFound;
  await endSessions(tx, { district: actor.district, id }, {}, machine);
  await tell(tx, actor, id, "account.totp_removed", now);
  return (await accountView(tx, actor.district, id)) ?? notFound;
}

/** Closes or opens an account; closing ends its sessions. */
export async function setDisabled(
  tx: Tx,
  actor: Actor,
  id: string,
  disabled: boolean,
  now: Instant,
  machine: Instant,
): Promise<View | Refusal> {
  if (disabled && id === actor.account) return refuse("conflict", { code: "identity.account.not_oneself" });
  if (!(await update(tx, actor.district, id, { disabled }))) return notFound;
  if (disabled) await endSessions(tx, { district: actor.district, id }, {}, machine);
  await tell(tx, actor, id, disabled ? "account.disabled" : "account.enabled", now);
  return (await accountView(tx, actor.district, id)) ?? notFound;
}

interface Settings {
  passwordHash?: string;
  mustChangePassword?: boolean;
  failures?: number;
  lockedUntil?: null;
  disabled?: boolean;
  totpSecret?: string | null;
  totpUsedStep?: number | null;
}

/** Sets columns of an account. Returns whether there is one. */
export async function update(tx: Tx, district: string, id: string, settings: Settings): Promise<boolean> {
  const result = await tx
    .withTables<IdentityTables>()
    .updateTable("account")
    .set({ ...settings, version: sql`version + 1` })
    .where("district", "=", district)
    .where("id", "=", id)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** The sign-in log, newest first. */
export async function listAttempts(db: Db, actor: Actor, query: { limit: number; cursor?: string | undefined }) {
  const after = keysAt(query.cursor, 2);
  const found = await sql<{ id: string; at: Instant; userName: string | null; address: string; outcome: string }>`
    select t.id, t.at, a.user_name, t.address, t.outcome from sign_in_attempt t
    left join account a on a.district = t.district and a.id = t.account_id
    where (t.district = ${actor.district} or t.district is null) ${after ? sql`and (t.at, t.id) < (${after[0]}, ${after[1]})` : sql``}
    order by t.at desc, t.id desc limit ${query.limit + 1}`.execute(db);
  const items = found.rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.at, last.id]) : null };
}

/** Without letters and digits that look alike: it is read off a screen and typed once. */
function newPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  return Array.from({ length: 14 }, () => letters[randomInt(letters.length)]).join("");
}

const tell = (tx: Tx, actor: Actor, id: string, type: string, at: Instant) =>
  record(tx, {
    district: actor.district,
    id: randomUUIDv7(),
    at,
    actor: actor.account,
    subjectType: "account",
    subjectId: id,
    type,
    version: 1,
    data: {},
  });
