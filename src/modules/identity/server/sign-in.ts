import { randomUUIDv7 } from "node:crypto";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Database, Db, Tx } from "../../../platform/db/database.ts";
import { type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { passwordFits } from "./password.ts";
import { codeStep, purposeOf } from "./second-factor.ts";
import type { IdentityTables } from "./tables.ts";

/** After so many wrong attempts an account rests for a while, longer each time. */
const failuresAllowed = 5;
const rest = (failures: number): number => Math.min(60, 5 * 2 ** Math.max(0, Math.floor(failures / failuresAllowed) - 1)) * 60_000;
/** Wrong attempts from one address within a quarter of an hour. */
const attemptsFromAddress = 30;
const window = 15 * 60_000;

export interface Attempt {
  /** User name or phone. */
  name: string;
  password: string;
  code: string | undefined;
  address: string;
}

const wrong: Refusal = refuse("unauthenticated", { code: "identity.sign_in.wrong" });
const codeWanted: Refusal = refuse("unauthenticated", { code: "identity.sign_in.code_wanted" });

type AccountRow = Awaited<ReturnType<typeof findAccount>>;

/** The account that name, password and code belong to. Each wrong attempt counts, whether the account exists or not. */
export async function checkSignIn(
  database: Database,
  seal: Seal,
  attempt: Attempt,
  now: Instant,
): Promise<NonNullable<AccountRow> | Refusal> {
  const since = new Date(Date.parse(now) - window).toISOString() as Instant;
  if ((await failuresFrom(database.read, attempt.address, since)) >= attemptsFromAddress)
    return {
      ...refuse("too_many", { code: "identity.sign_in.address_rests", params: { minutes: window / 60_000 } }),
      retryAfter: window / 1000,
    };
  const account = await findAccount(database.read, attempt.name);
  if (account?.lockedUntil && account.lockedUntil > now) return locked(account.lockedUntil, now);
  const fits = await passwordFits(attempt.password, account?.passwordHash ?? null);
  if (!account || !fits || account.disabled) return await failed(database, account, attempt, now);
  if (account.totpSecret && !attempt.code) return codeWanted;
  const secret = account.totpSecret === null ? undefined : seal.open(account.totpSecret, purposeOf(account));
  const step = secret ? codeStep(secret, attempt.code ?? "", now) : null;
  if (account.totpSecret && (step === null || step <= (account.totpUsedStep ?? 0))) return await failed(database, account, attempt, now);
  await database.write((tx) => passed(tx, account, { address: attempt.address, step }, now));
  return account;
}

function findAccount(db: Db, name: string) {
  return db
    .withTables<IdentityTables>()
    .selectFrom("account")
    .selectAll()
    .where((where) => where.or([where("userName", "=", name.toLowerCase()), where("phone", "=", name)]))
    .executeTakeFirst();
}

async function failuresFrom(db: Db, address: string, since: Instant): Promise<number> {
  const found = await db
    .withTables<IdentityTables>()
    .selectFrom("signInAttempt")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("address", "=", address)
    .where("at", ">", since)
    .where("outcome", "=", "failed")
    .executeTakeFirstOrThrow();
  return found.count;
}

function locked(until: Instant, now: Instant): Refusal {
  const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1000);
  return {
    ...refuse("too_many", { code: "identity.sign_in.account_rests", params: { minutes: Math.ceil(seconds / 60) } }),
    retryAfter: seconds,
  };
}

async function failed(database: Database, account: AccountRow, attempt: Attempt, now: Instant): Promise<Refusal> {
  await database.write(async (tx) => {
    await note(tx, account, attempt.address, "failed", now);
    if (!account) return;
    const failures = account.failures + 1;
    const lockedUntil =
      failures % failuresAllowed === 0 ? (new Date(Date.parse(now) + rest(failures)).toISOString() as Instant) : account.lockedUntil;
    await change(tx, account).set({ failures, lockedUntil }).execute();
  });
  return wrong;
}

async function passed(
  tx: Tx,
  account: NonNullable<AccountRow>,
  { address, step }: { address: string; step: number | null },
  now: Instant,
): Promise<void> {
  await note(tx, account, address, "passed", now);
  await change(tx, account)
    .set({ failures: 0, lockedUntil: null, ...(step === null ? {} : { totpUsedStep: step }) })
    .execute();
}

const change = (tx: Tx, account: { district: string; id: string }) =>
  tx.withTables<IdentityTables>().updateTable("account").where("district", "=", account.district).where("id", "=", account.id);

async function note(tx: Tx, account: AccountRow, address: string, outcome: string, at: Instant): Promise<void> {
  const row = { id: randomUUIDv7(), at, district: account?.district ?? null, accountId: account?.id ?? null, address, outcome };
  await tx.withTables<IdentityTables>().insertInto("signInAttempt").values(row).execute();
}
