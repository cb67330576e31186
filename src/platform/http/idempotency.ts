import { createHash } from "node:crypto";
import type { Instant } from "../clock/instant.ts";
import type { Db, Tx } from "../db/database.ts";
import type { Sweep } from "../module.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Account } from "./route.ts";

type IdempotencyTable = {
  idempotency: {
    district: string;
    account: string;
    key: string;
    request: string;
    status: number;
    body: string;
    etag: string | null;
    at: Instant;
  };
};

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly etag: string | null;
}

/** The answer given before under this key, a refusal when the key was used for another request, or nothing. */
export async function givenBefore(db: Db, actor: Account, key: string, request: string): Promise<Answer | Refusal | undefined> {
  const found = await db
    .withTables<IdempotencyTable>()
    .selectFrom("idempotency")
    .select(["status", "body", "etag", "request"])
    .where("district", "=", actor.district)
    .where("account", "=", actor.account)
    .where("key", "=", key)
    .executeTakeFirst();
  if (found && found.request !== digest(request)) return refuse("conflict", { code: "problem.idempotency_key_reused" });
  return found;
}

/** Remembers an answer in the transaction that made it true. */
export async function remember(tx: Tx, actor: Account, key: string, request: string, answer: Answer, at: Instant): Promise<void> {
  const { district, account } = actor;
  const row = { district, account, key, request: digest(request), at, ...answer, body: JSON.stringify(answer.body ?? null) };
  await tx.withTables<IdempotencyTable>().insertInto("idempotency").values(row).execute();
}

/** Forgets answers after a day, as their table promises. */
export const forgetAnswers: Sweep = {
  name: "http.forget_answers",
  async run(database, now) {
    const before = new Date(Date.parse(now) - 24 * 3_600_000).toISOString() as Instant;
    await database.write((tx) => tx.withTables<IdempotencyTable>().deleteFrom("idempotency").where("at", "<", before).execute());
  },
};

const digest = (request: string): string => createHash("sha256").update(request).digest("base64url");
