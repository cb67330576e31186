import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../../platform/http/paging.ts";
import type { Sweep } from "../../../../platform/module.ts";
import type { Reason } from "../../../../platform/refusal.ts";
import type { Actor } from "../../actor.ts";
import type { ImportDraft, Outcome } from "../../intake-contract.ts";
import { digestOf, type Line } from "./compare.ts";
import type { Read } from "./kind.ts";

export type Draft = Omit<z.output<typeof ImportDraft>, "columns" | "counts"> & { readonly digest: string; readonly byAccount: string };

export interface StoredRow {
  readonly no: number;
  readonly outcome: Outcome;
  readonly read: Read;
  readonly changes: Line["changes"];
  readonly reasons: readonly (Reason & { readonly field: string })[];
}

interface New {
  readonly kind: string;
  readonly fileName: string;
  readonly read: readonly Read[];
  readonly lines: readonly Line[];
}

/** Keeps what a comparison showed, until it is carried out or forgotten. */
export async function keepDraft(tx: Tx, actor: Actor, { kind, fileName, read, lines }: New, now: Instant): Promise<string> {
  const id = randomUUIDv7();
  await sql`insert into import_draft (district, id, kind, file_name, by_account, at, digest)
    values (${actor.district}, ${id}, ${kind}, ${fileName}, ${actor.account}, ${now}, ${digestOf(lines)})`.execute(tx);
  // As it was read: a comparison settles it anew each time.
  const rows = lines.map(({ outcome, changes, reasons }, at) => ({ no: read[at]?.no, outcome, read: read[at], changes, reasons }));
  for (let from = 0; from < rows.length; from += 1000)
    await sql`insert into import_row (district, draft_id, no, outcome, read, changes, reasons)
      select ${actor.district}, ${id}::uuid, r.no, r.outcome, r.read, r.changes, r.reasons
      from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + 1000))}::jsonb)
        as r(no integer, outcome text, read jsonb, changes jsonb, reasons jsonb)`.execute(tx);
  return id;
}

/** An import of the actor's own. */
export async function findDraft(db: Db, actor: Actor, id: string, lock = false): Promise<Draft | undefined> {
  const found = await sql<Draft>`
    select id, kind, file_name, by_account, at, digest, applied_at from import_draft
    where district = ${actor.district} and id = ${id} and by_account = ${actor.account} ${lock ? sql`for update` : sql``}`.execute(db);
  return found.rows[0];
}

export async function countsOf(db: Db, district: string, id: string): Promise<Record<Outcome, number>> {
  const found = await sql<{ outcome: Outcome; count: number }>`
    select outcome, count(*) as count from import_row where district = ${district} and draft_id = ${id} group by outcome`.execute(db);
  return { new: 0, changed: 0, unchanged: 0, wrong: 0, ...Object.fromEntries(found.rows.map(({ outcome, count }) => [outcome, count])) };
}

interface Wanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly outcome?: Outcome | undefined;
}

/** Rows of an import in the order of the sheet. */
export async function rowsOf(db: Db, district: string, id: string, { limit, cursor, outcome }: Wanted) {
  const after = keysAt(cursor, 1)?.[0];
  const from = typeof after === "number" ? after : 0;
  const found = await sql<StoredRow>`
    select no, outcome, read, changes, reasons from import_row where district = ${district} and draft_id = ${id}
      ${outcome ? sql`and outcome = ${outcome}` : sql``} and no > ${from} order by no limit ${limit + 1}`.execute(db);
  const items = found.rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > limit && last ? cursorAt([last.no]) : null };
}

export async function markApplied(tx: Tx, { district }: Actor, id: string, now: Instant): Promise<void> {
  await sql`update import_draft set applied_at = ${now} where district = ${district} and id = ${id}`.execute(tx);
}

const day = 24 * 3_600_000;

/** Sheets handed in are forgotten after a day, as their tables promise. */
export const forgetImports: Sweep = {
  name: "identity.forget_imports",
  async run(database, now) {
    const before = new Date(Date.parse(now) - day).toISOString();
    await database.write((tx) => sql`delete from import_draft where at < ${before}`.execute(tx));
  },
};
