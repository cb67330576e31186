import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { receiptFrom, receiptIn, spelled } from "../receipt.ts";

const candidate = (seal: Seal, submission: string, attempt: number): string =>
  receiptFrom(seal.mark(`${submission} ${attempt}`, "voice.receipt"));
const receiptDigest = (seal: Seal, receipt: string): Uint8Array => seal.mark(receipt, "voice.receipt_digest");

/** A keyed digest of the identifier that a form chose for itself. */
export const submissionDigest = (seal: Seal, submission: string): Uint8Array => seal.mark(submission.toLowerCase(), "voice.submission");

/** So many receipts are tried; that even one is taken happens once in many millions. */
const attempts = 8;

/** A receipt, as it is told and as it is kept. */
interface Fresh {
  readonly receipt: string;
  readonly digest: Uint8Array;
}

/** The receipts of forms that are sent for the first time, in their order: the first of each one's candidates that is nobody's yet. */
export async function freshReceipts(db: Db, seal: Seal, district: string, submissions: readonly string[]): Promise<Fresh[]> {
  const taken = new Set<string>();
  const fresh = new Map<string, Fresh>();
  for (let attempt = 0; attempt < attempts && fresh.size < submissions.length; attempt++) {
    const tried = submissions
      .filter((one) => !fresh.has(one))
      .map((submission) => {
        const receipt = candidate(seal, submission.toLowerCase(), attempt);
        return { submission, receipt: spelled(receipt), digest: receiptDigest(seal, receipt) };
      });
    const digests = tried.map(({ digest }) => digest);
    const found = await sql<{ digest: Uint8Array }>`
      select receipt_digest as digest from voice where district = ${district} and receipt_digest = any(${digests}::bytea[])`.execute(db);
    for (const { digest } of found.rows) taken.add(hex(digest));
    for (const { submission, ...one } of tried) {
      if (taken.has(hex(one.digest))) continue;
      taken.add(hex(one.digest));
      fresh.set(submission, one);
    }
  }
  return submissions.map((submission) => {
    const one = fresh.get(submission);
    if (!one) throw new Error("no receipt is free: something is wrong with the key");
    return one;
  });
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** What was written for a form before, with the receipt it got. */
export interface Before {
  readonly id: string;
  readonly number: number;
  readonly numberYear: number;
  readonly receipt: string;
}

/** What was written for this form before; undefined when nothing was. */
export const writtenBefore = async (db: Db, seal: Seal, district: string, submission: string): Promise<Before | undefined> =>
  (await writtenAmong(db, seal, district, [submission]))[0];

/** What was written for each of these forms before, in their order. */
export async function writtenAmong(
  db: Db,
  seal: Seal,
  district: string,
  submissions: readonly string[],
): Promise<readonly (Before | undefined)[]> {
  const digests = submissions.map((one) => submissionDigest(seal, one));
  const found = await sql<Omit<Before, "receipt"> & { receiptDigest: Uint8Array; submissionDigest: Uint8Array }>`
    select id, number, number_year, receipt_digest, submission_digest from voice
    where district = ${district} and submission_digest = any(${digests}::bytea[])`.execute(db);
  const rows = new Map(found.rows.map((row) => [hex(row.submissionDigest), row]));
  return submissions.map((submission, at) => {
    const row = rows.get(hex(digests[at]!));
    if (!row) return undefined;
    const { receiptDigest: kept, submissionDigest: _, ...rest } = row;
    return { ...rest, receipt: receiptAgain(seal, submission, kept) };
  });
}

function receiptAgain(seal: Seal, submission: string, kept: Uint8Array): string {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const receipt = candidate(seal, submission.toLowerCase(), attempt);
    if (Buffer.compare(receiptDigest(seal, receipt), kept) === 0) return spelled(receipt);
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
