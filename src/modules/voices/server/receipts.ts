import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { receiptFrom, receiptIn, spelled } from "../receipt.ts";

const candidate = (seal: Seal, submission: string, attempt: number): string =>
  receiptFrom(seal.mark(`${submission} ${attempt}`, "voice.receipt"));
const receiptDigest = (seal: Seal, receipt: string): Uint8Array => seal.mark(receipt, "voice.receipt_digest");

/** A keyed digest of the identifier that a form chose for itself. */
export const submissionDigest = (seal: Seal, submission: string): Uint8Array => seal.mark(submission.toLowerCase(), "voice.submission");

/** So many receipts are tried; that even one is taken happens once in many millions. */
const attempts = 8;

/** The receipt of a form that is sent for the first time: the first of its candidates that is nobody's yet. */
export async function freshReceipt(tx: Tx, seal: Seal, district: string, submission: string) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const receipt = candidate(seal, submission.toLowerCase(), attempt);
    const digest = receiptDigest(seal, receipt);
    if (!(await voiceWith(tx, district, digest))) return { receipt: spelled(receipt), digest };
  }
  throw new Error("no receipt is free: something is wrong with the key");
}

/** What was written for this form before, with the receipt it got; undefined when it was not. */
export async function writtenBefore(db: Db, seal: Seal, district: string, submission: string) {
  const found = await sql<{ id: string; number: number; numberYear: number; receiptDigest: Uint8Array }>`
    select id, number, number_year, receipt_digest from voice
    where district = ${district} and submission_digest = ${submissionDigest(seal, submission)}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const receipt = candidate(seal, submission.toLowerCase(), attempt);
    if (Buffer.compare(receiptDigest(seal, receipt), row.receiptDigest) === 0) return { ...row, receipt: spelled(receipt) };
  }
  throw new Error("the receipt of a voice does not follow from its form: the key has changed");
}

/** The voice behind what somebody typed as a receipt. A wrong one, an unknown one and one that can be none are the same: nothing. */
export async function voiceByReceipt(db: Db, seal: Seal, district: string, typed: string): Promise<string | undefined> {
  const receipt = receiptIn(typed);
  return receipt === undefined ? undefined : voiceWith(db, district, receiptDigest(seal, receipt));
}

async function voiceWith(db: Db, district: string, digest: Uint8Array): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select id from voice where district = ${district} and receipt_digest = ${digest}`.execute(db);
  return found.rows[0]?.id;
}
