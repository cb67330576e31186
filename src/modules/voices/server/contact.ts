import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { Seal } from "../../../platform/seal/seal.ts";

/** Name and telephone of whoever spoke, as given. */
export interface VoterContact {
  readonly name: string | null;
  readonly phone: string | null;
}

const purposeOf = (voiceId: string): string => `voice.contact ${voiceId}`;
const plain = (phone: string): string => phone.replaceAll(/[^\d]/g, "").replace(/^86(?=1\d{10}$)/, "");

/** A keyed digest of a telephone number: enough to know a speaker again, and to nobody else. */
export const phoneDigest = (seal: Seal, phone: string): Uint8Array => seal.mark(plain(phone), "voice.phone");

/** Is there anything by which the speaker could be reached? */
export const isReachable = (contact: VoterContact | null): contact is VoterContact => contact !== null && contact.phone !== null;

/** Keeps name and telephone, sealed for this voice alone. */
export async function keepContact(tx: Tx, seal: Seal, district: string, voiceId: string, contact: VoterContact): Promise<void> {
  const sealed = seal.close(JSON.stringify(contact), purposeOf(voiceId));
  const digest = contact.phone === null ? null : phoneDigest(seal, contact.phone);
  await sql`insert into voice_contact (district, voice_id, sealed, phone_digest) values (${district}, ${voiceId}, ${sealed}, ${digest})`.execute(
    tx,
  );
}

/** Opens what was kept; undefined where nothing was given, or where it has been erased. */
export async function openedContact(db: Db, seal: Seal, district: string, voiceId: string): Promise<VoterContact | undefined> {
  const found = await sql<{ sealed: string }>`
    select sealed from voice_contact where district = ${district} and voice_id = ${voiceId}`.execute(db);
  const sealed = found.rows[0]?.sealed;
  return sealed === undefined ? undefined : (JSON.parse(seal.open(sealed, purposeOf(voiceId))) as VoterContact);
}
