import { spelledReceipt } from "../../src/modules/voices/index.ts";
import { receiptFrom } from "../../src/modules/voices/receipt.ts";
import { phoneDigest } from "../../src/modules/voices/server/contact.ts";
import { submissionDigest } from "../../src/modules/voices/server/receipts.ts";
import type { Tx } from "../../src/platform/db/database.ts";
import type { Seal } from "../../src/platform/seal/seal.ts";
import { idOf } from "./ids.ts";
import { insertMany } from "./insert.ts";
import { district } from "./places.ts";
import { type Speech, voiceSeries } from "./voice-stage.ts";

const here = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ district, ...row }));

/** The form by which a voice of the world was sent; its receipt follows from it and from the installation's key. */
export const submissionOf = (key: string): string => idOf(`submission ${key}`);

/** The receipt that the product gives for a form of the world; the first of its candidates, for none of them meet. */
const receiptOf = (seal: Seal, submission: string): string => receiptFrom(seal.mark(`${submission.toLowerCase()} 0`, "voice.receipt"));

/** The receipt of a voice of the world, as it is read aloud: `K7M2-9QX-4TD`. */
export const receiptIn = (seal: Seal, key: string): string => spelledReceipt(receiptOf(seal, submissionOf(key)));

/** Voices, their answers and additions, and what is kept of the speakers: under the installation's key, as always. */
export async function loadSpeeches(tx: Tx, speeches: readonly Speech[], seal: Seal): Promise<void> {
  const rows = speeches.map(({ key, thing: { answers: _a, clocks: _c, reachable: _r, hasContact: _h, joiners: _j, ...row } }) => {
    const submission = submissionOf(key);
    const receiptDigest = seal.mark(receiptOf(seal, submission), "voice.receipt_digest");
    return { ...row, receiptDigest, submissionDigest: submissionDigest(seal, submission) };
  });
  await insertMany(tx, "voice", here(rows));
  await insertMany(tx, "voiceSeries", here(voiceSeries()));
  await insertMany(tx, "voiceAnswer", here(speeches.flatMap(({ thing }) => thing.answers.map((row) => ({ ...row, voiceId: thing.id })))));
  await insertMany(tx, "voiceAddition", here(speeches.flatMap(({ added }) => added)));
  await insertMany(tx, "voiceContact", here(speeches.flatMap((speech) => contactRows(speech, seal))));
  await insertMany(tx, "voiceStep", here(speeches.flatMap(({ steps }) => steps)));
}

function contactRows({ contact, thing }: Speech, seal: Seal) {
  if (!contact) return [];
  const sealed = seal.close(JSON.stringify(contact), `voice.contact ${thing.id}`);
  return [{ voiceId: thing.id, sealed, phoneDigest: contact.phone === null ? null : phoneDigest(seal, contact.phone) }];
}
