import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { PaperFormat } from "../../../platform/papers/paper.ts";
import { sendPaper } from "../../../platform/papers/send.ts";
import { type Refusal, refuse } from "../../../platform/refusal.ts";
import type { PaperKind } from "../papers/kinds.ts";
import { isWritten, paperOf } from "../papers/papers.ts";
import type { Choice, Seen } from "../papers/saying.ts";

interface Wanted extends Choice {
  readonly kind: PaperKind;
  readonly format: PaperFormat;
}

/** A paper of a case, made from nothing but what its reader may see. */
export async function printed(db: Db, district: string, seen: Seen, { kind, format, ...choice }: Wanted): Promise<Response | Refusal> {
  const paper = paperOf(kind, await formally(db, district, seen), choice);
  return isWritten(paper) ? sendPaper(paper, format) : refuse("conflict", paper);
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
