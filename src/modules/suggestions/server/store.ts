import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { upsert } from "../../../platform/db/upsert.ts";
import { record } from "../../../platform/ledger/record.ts";
import { Refused, refuse } from "../../../platform/refusal.ts";
import { saveClocks } from "../../calendar/index.ts";
import type { Case, Change, Signer } from "../case.ts";
import type { Doer } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import type { VerbName } from "../lifecycle.ts";
import type { SuggestionTables } from "./tables.ts";

/**
 * Writes what a verb did: evidence, status, fact, clocks, in the caller's transaction. The one place where a
 * case's status is set. Throws `Refused` when someone else has changed the case since it was read.
 */
export async function store(
  tx: Tx,
  district: string,
  before: Case,
  verb: VerbName,
  change: Change,
  doer: Doer,
  now: Instant,
): Promise<void> {
  const guarded = await tx
    .withTables<SuggestionTables>()
    .updateTable("suggestion")
    .set({ ...change.set, status: change.to ?? before.status, version: sql`version + 1` })
    .where("district", "=", district)
    .where("id", "=", before.id)
    .where("status", "=", before.status)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (Number(guarded.numUpdatedRows) !== 1) throw new Refused(refuse("conflict", { code: "problem.busy" }));
  await storeLists(tx, district, before.id, change);
  await saveClocks(tx, district, change.clocks ?? []);
  const { step, fact } = evidenceOf(before, verb, change, doer, { id: randomUUIDv7(), district, now });
  await tx
    .withTables<SuggestionTables>()
    .insertInto("suggestionStep")
    .values({ ...step, district })
    .execute();
  await record(tx, fact);
}

/** The first writing of a case. */
export async function storeNew(tx: Tx, district: string, fresh: Case, doer: Doer, now: Instant): Promise<void> {
  const {
    signers,
    parts: _p,
    contacts: _c,
    replies: _r,
    commitments: _m,
    feedbacks: _f,
    requests: _q,
    mergedLeads: _l,
    clocks: _k,
    ...columns
  } = fresh;
  await tx
    .withTables<SuggestionTables>()
    .insertInto("suggestion")
    .values({ ...columns, district })
    .execute();
  await storeLists(tx, district, fresh.id, { signers });
  const { step, fact } = evidenceOf({ ...fresh, version: 0 }, "draft", {}, doer, { id: randomUUIDv7(), district, now });
  await tx
    .withTables<SuggestionTables>()
    .insertInto("suggestionStep")
    .values({ ...step, district })
    .execute();
  await record(tx, fact);
}

/** The tables of a case's lists, in an order that foreign keys allow. */
export const listTables = {
  signers: "suggestionSigner",
  parts: "suggestionPart",
  contacts: "suggestionContact",
  replies: "suggestionReply",
  commitments: "suggestionCommitment",
  feedbacks: "suggestionFeedback",
  requests: "suggestionRequest",
} as const;

async function storeLists(tx: Tx, district: string, suggestionId: string, change: Change): Promise<void> {
  for (const [list, table] of Object.entries(listTables)) {
    const rows = listRows(change, list as keyof typeof listTables);
    await upsert(
      tx,
      table,
      rows.map((row) => ({ ...row, district, suggestionId })),
    );
  }
}

/** The rows of a list as its table has them. */
export function listRows(change: Change, list: keyof typeof listTables): readonly object[] {
  if (list === "signers") return (change.signers ?? []).map(signerRow);
  return change[list] ?? [];
}

function signerRow({ mandateStatus: _s, personId: _p, ...row }: Signer) {
  return row;
}
