import * as OTPAuth from "otpauth";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { invalid, type Refusal } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { Actor } from "../actor.ts";
import { update } from "./accounts.ts";
import { accountOf } from "./me.ts";

/** A secret is sealed for its account: moved to another row, it does not open. */
export const purposeOf = ({ district, id }: { district: string; id: string }): string => `totp ${district} ${id}`;
const mine = (actor: Actor): string => purposeOf({ district: actor.district, id: actor.account });

/** A secret to scan; nothing is kept until a code proves that it was. */
export async function proposeTotp(db: Db, actor: Actor): Promise<{ secret: string; address: string }> {
  const secret = newSecret();
  const { userName } = await accountOf(db, actor);
  return { secret, address: authenticator(secret, userName).toString() };
}

/** Turns the second factor on, once a code shows that the phone has the secret. */
export async function setTotp(
  tx: Tx,
  seal: Seal,
  actor: Actor,
  { secret, code }: { secret: string; code: string },
  machine: Instant,
): Promise<undefined | Refusal> {
  const step = codeStep(secret, code, machine);
  if (step === null) return wrongCode;
  await update(tx, actor.district, actor.account, { totpSecret: seal.close(secret, mine(actor)), totpUsedStep: step });
}

/** Turns the second factor off, once a fresh code shows that it is the owner who asks. */
export async function dropTotp(tx: Tx, seal: Seal, actor: Actor, code: string, machine: Instant): Promise<undefined | Refusal> {
  const { totpSecret, totpUsedStep } = await accountOf(tx, actor);
  const step = totpSecret === null ? null : codeStep(seal.open(totpSecret, mine(actor)), code, machine);
  if (step === null || step <= (totpUsedStep ?? 0)) return wrongCode;
  await update(tx, actor.district, actor.account, { totpSecret: null, totpUsedStep: null });
}

const wrongCode = invalid({ field: "code", code: "identity.totp.wrong_code" });

/** The authenticator's settings for a secret (RFC 6238, six digits, thirty seconds). */
export const authenticator = (secret: string, label = "") =>
  new OTPAuth.TOTP({ issuer: "连心桥", label, secret: OTPAuth.Secret.fromBase32(secret) });

/** A new secret for an authenticator app, in base 32. */
export const newSecret = (): string => new OTPAuth.Secret({ size: 20 }).base32;

/** The thirty-second step a code belongs to, one step of grace either way; null when it belongs to none. */
export function codeStep(secret: string, code: string, now: Instant): number | null {
  const timestamp = Date.parse(now);
  const delta = authenticator(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 30_000) + delta;
}
