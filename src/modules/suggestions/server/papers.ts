import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { PaperFormat } from "../../../platform/papers/paper.ts";
import { sendPaper, sendPapers } from "../../../platform/papers/send.ts";
import { type Refusal, refuse } from "../../../platform/refusal.ts";
import type { AddressedKind, PaperKind } from "../papers/kinds.ts";
import { isWritten, paperOf } from "../papers/papers.ts";
import type { Choice, Seen } from "../papers/saying.ts";
import { toEach } from "../papers/to-each.ts";

interface Wanted extends Choice {
  readonly kind: PaperKind;
  readonly format: PaperFormat;
}

/** A paper of a case, made from nothing but what its reader may see. */
export async function printed(db: Db, district: string, seen: Seen, { kind, format, ...choice }: Wanted): Promise<Response | Refusal> {
  const paper = paperOf(kind, await formally(db, district, seen), choice);
  return isWritten(paper) ? sendPaper(paper, format) : refuse("conflict", paper);
}

interface WantedToEach extends Pick<Wanted, "format" | "replyId"> {
  readonly kind: AddressedKind;
}

/** The letters or forms of a signed reply in one file, made from nothing but what its reader may see. */
export async function printedToEach(db: Db, district: string, seen: Seen, wanted: WantedToEach): Promise<Response | Refusal> {
  const { kind, format, replyId } = wanted;
  const all = toEach(kind, await formally(db, district, seen), replyId);
  return "code" in all ? refuse("conflict", all) : sendPapers(all, format);
}

/** Organisations sign with their full names. */
async function formally(db: Db, district: string, seen: Seen): Promise<Seen> {
  const ids = [seen.reviewer.id, ...(seen.forwarder ? [seen.forwarder.id] : []), ...seen.parts.map((part) => part.unit.id)];
  const found = await sql<{ id: string; name: string }>`
    select id, name from organisation where district = ${district} and id = any(${ids}::uuid[])`.execute(db);
  const names = new Map(found.rows.map((row) => [row.id, row.name]));
  const full = (one: { id: string; name: string }) => ({ ...one, name: names.get(one.id) ?? one.name });
  return {
    ...seen,
    reviewer: full(seen.reviewer),
    forwarder: seen.forwarder && full(seen.forwarder),
    parts: seen.parts.map((part) => ({ ...part, unit: full(part.unit) })),
  };
}
