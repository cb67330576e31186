import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { attach, type Bringer } from "../../../platform/files/attachments.ts";
import type { Attached } from "../../../platform/files/contract.ts";
import type { FileFolder } from "../../../platform/files/folder.ts";
import { type FieldFault, invalid, isRefusal, type Refusal } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { clocksUnder, type Statute, type Statutes } from "../../calendar/index.ts";
import { categories } from "../../suggestions/index.ts";
import type { Entry } from "../contract.ts";
import { begun } from "../play.ts";
import type { Channel } from "../terms.ts";
import { type Doer, subjectType } from "../voice.ts";
import { isReachable, keepContact } from "./contact.ts";
import { labelOf } from "./label.ts";
import { takeNumbers } from "./numbers.ts";
import type { Place } from "./places.ts";
import { freshReceipts, submissionDigest, writtenAmong } from "./receipts.ts";
import { storeNew } from "./store.ts";

/** What the verbs of a voice need around them. */
export interface Parts {
  readonly statutes: Statutes;
  readonly seal: Seal;
  readonly files: FileFolder;
}

/** What someone said, by whatever way it came. */
export type Said = Omit<z.output<typeof Entry>, "channel" | "spokenAt" | "minutesAgo"> & {
  readonly channel: Channel;
  readonly spokenAt: Instant;
  readonly externalId?: string | null;
};

export interface Written {
  readonly id: string;
  readonly label: string;
  readonly receipt: string;
}

interface By {
  readonly district: string;
  readonly doer: Doer;
  readonly bringer: Bringer;
  readonly now: Instant;
  /** Its number among the receiver's of this year, where it was taken before. */
  readonly number?: number | undefined;
}

/** A voice to be written down. Its place has been settled before, so that whoever writes could be asked whether he may. */
export interface Writing {
  readonly said: Said;
  readonly place: Place;
  readonly by: By;
}

/** Writes a voice down, once: the same form sent again, one after the other or at once, gets the same receipt and makes nothing. */
export const write = async (tx: Tx, parts: Parts, one: Writing): Promise<Written | Refusal> =>
  (await writeAll(tx, parts, one.by.district, [one]))[0]!;

/** Writes voices of a district down, each of them once, no two of the same form; answers in their order. */
export async function writeAll(tx: Tx, parts: Parts, district: string, all: readonly Writing[]): Promise<(Written | Refusal)[]> {
  const submissions = all.map(({ said }) => said.submission);
  await holdForms(tx, parts.seal, district, submissions);
  const before = await writtenAmong(tx, parts.seal, district, submissions);
  const fresh = all.filter((_, at) => before[at] === undefined);
  const written = (await writeNew(tx, parts, district, fresh)).values();
  return before.map((known) => (known ? { id: known.id, label: labelOf(known), receipt: known.receipt } : written.next().value!));
}

/** Writes down what cannot have been written before: each form is made for this one writing. Answers in their order. */
export async function writeNew(tx: Tx, parts: Parts, district: string, all: readonly Writing[]): Promise<(Written | Refusal)[]> {
  if (all.length === 0) return [];
  const statute = await parts.statutes.held(tx, district);
  const drafts: (Draft | Refusal)[] = [];
  for (const one of all) drafts.push(await draftOf(tx, district, one, statute));
  const good = drafts.filter((one): one is Draft => !isRefusal(one));
  const written = (await storeDrafts(tx, parts, district, statute, good)).values();
  return drafts.map((one) => (isRefusal(one) ? one : written.next().value!));
}

type Draft = Writing & { readonly id: string; readonly attached: readonly Attached[] };

async function draftOf(tx: Tx, district: string, one: Writing, statute: Statute): Promise<Draft | Refusal> {
  const { said, by } = one;
  const faults = await faultsIn(tx, district, said, statute, by.now);
  if (faults.length > 0) return invalid(...faults);
  const id = randomUUIDv7();
  const attached = await attach(tx, by.bringer, { subjectType, subjectId: id }, said.attachments ?? [], by.now);
  return isRefusal(attached) ? attached : { ...one, id, attached };
}

async function storeDrafts(tx: Tx, { seal }: Parts, district: string, statute: Statute, drafts: readonly Draft[]): Promise<Written[]> {
  if (drafts.length === 0) return [];
  const receipts = await freshReceipts(
    tx,
    seal,
    district,
    drafts.map(({ said }) => said.submission),
  );
  const clocks = clocksUnder(statute);
  // The series are locked from here to the end of the transaction: everything slow comes before.
  const numbers = await numbersOf(tx, district, drafts);
  const fresh = drafts.map(({ id, said, place, by, attached }, at) => {
    const contact = contactOf(said);
    return begun(
      { district, clocks, newId: randomUUIDv7, attached },
      {
        ...{ id, ...place, channel: said.channel, receptionId: said.receptionId, mandateId: said.mandateId, enteredBy: by.doer.person },
        ...{ words: said.words, category: said.category, place: said.place, longitude: said.longitude, latitude: said.latitude },
        ...{ urgent: said.urgent, spokenAt: said.spokenAt, externalId: said.externalId ?? null },
        ...{ hasContact: contact !== null, reachable: isReachable(contact), number: numbers[at]! },
      },
      by.doer,
      by.now,
    );
  });
  const digests = drafts.map(({ said }, at) => ({
    receiptDigest: receipts[at]!.digest,
    submissionDigest: submissionDigest(seal, said.submission),
  }));
  await storeNew(
    tx,
    district,
    fresh.map((one, at) => ({ ...one, ...digests[at]! })),
  );
  for (const { id, said } of drafts) {
    const contact = contactOf(said);
    if (contact) await keepContact(tx, seal, district, id, contact);
  }
  return fresh.map(({ after }, at) => ({ id: after.id, label: labelOf(after), receipt: receipts[at]!.receipt }));
}

const contactOf = ({ contact }: Said) => (contact?.name || contact?.phone ? contact : null);

/** Of two transactions with the same form one waits for the other. */
async function holdForms(tx: Tx, seal: Seal, district: string, submissions: readonly string[]): Promise<void> {
  const keys = submissions.map((one) => Buffer.from(seal.mark(`${district} ${one.toLowerCase()}`, "voice.lock")).readBigInt64BE());
  const inOrder = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(String);
  await sql`select pg_advisory_xact_lock(key) from unnest(${inOrder}::bigint[]) key`.execute(tx);
}

/** What is wrong in what someone said, asked before anything is written. */
export async function faultsOfSaid(db: Db, district: string, said: Said, statute: Statute, now: Instant): Promise<Refusal | undefined> {
  const faults = await faultsIn(db, district, said, statute, now);
  return faults.length > 0 ? invalid(...faults) : undefined;
}

async function faultsIn(db: Db, district: string, said: Said, statute: Statute, now: Instant): Promise<FieldFault[]> {
  const known = statute.rule(categories, dateIn(now)).value.map(({ code }) => code);
  const faults: FieldFault[] = [];
  if (!known.includes(said.category)) faults.push({ field: "category", code: "field.not_in_list", params: { values: known.join("、") } });
  if ((said.longitude === null) !== (said.latitude === null)) faults.push({ field: "longitude", code: "voice.half_a_point" });
  if ((said.attachments ?? []).length > 0 && !said.photoConsent)
    faults.push({ field: "photoConsent", code: "voice.photos_need_consent", source: "domain §11.1" });
  if (Date.parse(said.spokenAt) > Date.parse(now) + clockSkew) faults.push({ field: "spokenAt", code: "voice.not_spoken_yet" });
  if (said.mandateId !== null && !(await isInForce(db, district, said.mandateId)))
    faults.push({ field: "mandateId", code: "suggestion.mandate_not_in_force", source: "DL-61" });
  return faults;
}

/** A phone's clock may go before the house's. */
const clockSkew = 10 * 60_000;

async function isInForce(db: Db, district: string, mandateId: string): Promise<boolean> {
  const found = await sql`select 1 from mandate where district = ${district} and id = ${mandateId} and status = 'in_force'`.execute(db);
  return found.rows.length > 0;
}

/** Numbers that were taken before stay; the others are taken now. */
async function numbersOf(tx: Tx, district: string, drafts: readonly Draft[]): Promise<number[]> {
  const without = drafts.filter(({ by }) => by.number === undefined);
  const wanted = without.map(({ place, by }) => ({ receiverId: place.receiverId, year: yearIn(dateIn(by.now)) }));
  const taken = (await takeNumbers(tx, district, wanted)).values();
  return drafts.map(({ by }) => by.number ?? taken.next().value!);
}
