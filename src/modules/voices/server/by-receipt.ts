import { sql } from "kysely";
import type { Database, Tx } from "../../../platform/db/database.ts";
import { invalid, isRefusal, type Refusal, refuse } from "../../../platform/refusal.ts";
import { voter } from "../access.ts";
import type { VoiceVerb } from "../lifecycle.ts";
import { askedLimit } from "../rule-definitions.ts";
import type { Calling } from "./calling.ts";
import { counted } from "./limits.ts";
import { perform } from "./perform.ts";
import { bringerOf } from "./photos.ts";
import { publicDistrict } from "./public-district.ts";
import { submissionDigest, voiceByReceipt } from "./receipts.ts";
import { wayOut } from "./way-out.ts";
import type { Parts } from "./writing.ts";

/** An unknown receipt says the same as a wrong one. */
export const unknownReceipt: Refusal = refuse("not_found", { code: "voice.unknown_receipt" });

export interface ByReceipt {
  readonly receipt: string;
  readonly district?: string | undefined;
}

export interface Held {
  readonly district: string;
  readonly id: string;
}

/** The voice that someone holds the receipt of. Every asking counts, whether there is such a receipt or not. */
export async function held(
  database: Database,
  parts: Parts,
  { receipt, district: wanted }: ByReceipt,
  { address, now }: Calling,
): Promise<Held | Refusal> {
  const district = await publicDistrict(database.read, wanted);
  if (isRefusal(district)) return district;
  const way = () => wayOut(database.read, district, null);
  const flooded = await counted(database, parts, { district, what: "ask", of: address, rule: askedLimit }, now, way);
  if (flooded) return flooded;
  const id = await voiceByReceipt(database.read, parts.seal, district, receipt);
  return id === undefined ? unknownReceipt : { district, id };
}

/** What a voter does with his own voice. The receipt is all that he needs, and all that is known of him. */
async function act(
  database: Database,
  parts: Parts,
  by: ByReceipt,
  calling: Calling,
  work: (tx: Tx, held: Held) => Promise<Refusal | undefined>,
): Promise<Held | Refusal> {
  const mine = await held(database, parts, by, calling);
  if (isRefusal(mine)) return mine;
  return (await database.write((tx) => work(tx, mine))) ?? mine;
}

/** Words that come with a verb of his own are his. */
const byHimself = { byVoter: true, submissionDigest: null };

const simply =
  (verb: VoiceVerb) =>
  (database: Database, parts: Parts, { receipt, district, ...input }: ByReceipt & Readonly<Record<string, unknown>>, calling: Calling) =>
    act(database, parts, { receipt, district }, calling, (tx, mine) =>
      perform(tx, parts, { ...mine, verb, input, adding: byHimself, now: calling.now }, voter),
    );

/** Says whether the answer satisfies: `{ receipt, grade, reasons }`. */
export const appraise = simply("appraise");
/** Opens the matter once more: `{ receipt, reasons }`. */
export const reopen = simply("reopen");
/** Takes back what was said: `{ receipt }`. */
export const withdraw = simply("withdraw");

export interface Addition extends ByReceipt {
  readonly words: string;
  readonly submission: string;
  readonly attachments?: readonly string[] | undefined;
  readonly photoConsent: boolean;
}

/** Adds words and photos; the same form sent again adds nothing. */
export async function addWords(database: Database, parts: Parts, { words, ...more }: Addition, calling: Calling): Promise<Held | Refusal> {
  const ids = more.attachments ?? [];
  if (ids.length > 0 && !more.photoConsent) return photosNeedConsent;
  const digest = submissionDigest(parts.seal, more.submission);
  return act(database, parts, more, calling, async (tx, mine) => {
    await sql`select 1 from voice where district = ${mine.district} and id = ${mine.id} for update`.execute(tx);
    if (await addedBefore(tx, mine, digest)) return undefined;
    const files = { bringer: bringerOf(parts, mine.district, more.submission), ids };
    const adding = { byVoter: true, submissionDigest: digest };
    return perform(tx, parts, { ...mine, verb: "add_words", input: { words }, files, adding, now: calling.now }, voter);
  });
}

const photosNeedConsent = invalid({ field: "photoConsent", code: "voice.photos_need_consent", source: "domain §11.1" });

async function addedBefore(tx: Tx, { district, id }: Held, digest: Uint8Array): Promise<boolean> {
  const found = await sql`
    select 1 from voice_addition where district = ${district} and voice_id = ${id} and submission_digest = ${digest}`.execute(tx);
  return found.rows.length > 0;
}
