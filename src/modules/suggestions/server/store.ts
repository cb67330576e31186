import { randomUUIDv7 } from "node:crypto";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { upsert } from "../../../platform/db/upsert.ts";
import type { Attached } from "../../../platform/files/contract.ts";
import { keepAwaited } from "../../../platform/ledger/awaited.ts";
import { advance, beginLives, type Kept } from "../../../platform/ledger/steps.ts";
import { keepTally } from "../../../platform/ledger/tally.ts";
import { evidenceOf } from "../../../platform/lifecycle/evidence.ts";
import { saveClocks } from "../../calendar/index.ts";
import { awaitedIn } from "../awaited.ts";
import { applied, type Case, type Change, type Signer, told } from "../case.ts";
import { subjectType } from "../clockwork.ts";
import type { Doer } from "../context.ts";
import { transitionOf, type VerbName } from "../lifecycle.ts";
import { nearestDue } from "../nearest.ts";
import { beginning, type Played } from "../play.ts";
import { talliedIn } from "../tallied.ts";

export const kept: Kept = { table: "suggestion", steps: "suggestionStep", subjectType };

/** Writes what a verb did: evidence, status, fact, lists and clocks, in the caller's transaction. */
export async function store(
  tx: Tx,
  district: string,
  before: Case,
  verb: VerbName,
  change: Change,
  doer: Doer,
  now: Instant,
): Promise<void> {
  const occasion = {
    id: randomUUIDv7(),
    district,
    now,
    subjectType,
    verb,
    tells: transitionOf(verb).tells,
    to: change.to ?? before.status,
    told: told(before, change),
  };
  const after = applied(before, change);
  await advance(tx, kept, district, { ...evidenceOf(before, doer, occasion), set: { ...change.set, ...nearestDue(after) } });
  await storeLists(tx, district, before.id, change);
  await saveClocks(tx, district, change.clocks ?? []);
  const urging = change.urges ? { by: doer.organisationId } : undefined;
  await keepAwaited(tx, { district, subjectType, subjectId: before.id }, awaitedIn(after), now, urging);
  await keepTally(tx, district, talliedIn(before), talliedIn(after));
}

/** A case at its beginning, with the step and the fact that begin it. */
export interface Fresh extends Pick<Played, "step" | "fact"> {
  readonly of: Case;
}

/** The first writing of a case. */
export async function storeNew(
  tx: Tx,
  district: string,
  of: Case,
  { doer, now, attached }: { doer: Doer; now: Instant; attached: readonly Attached[] },
): Promise<void> {
  await storeAllNew(tx, district, [{ of, ...beginning({ district, newId: randomUUIDv7, attached }, of, doer, now) }], now);
}

/** The first writing of many cases at once. */
export async function storeAllNew(tx: Tx, district: string, all: readonly Fresh[], now: Instant): Promise<void> {
  await beginLives(
    tx,
    kept,
    district,
    all.map(({ of, step, fact }) => ({ row: ownRow(of), step, fact })),
  );
  for (const [list, table] of listsInOrder)
    await upsert(
      tx,
      table,
      all.flatMap(({ of }) => listRows(of, list).map((row) => ({ ...row, district, suggestionId: of.id }))),
    );
  for (const { of } of all) {
    const awaited = awaitedIn(of);
    if (awaited.length > 0) await keepAwaited(tx, { district, subjectType, subjectId: of.id }, awaited, now);
  }
  await keepTally(
    tx,
    district,
    [],
    all.flatMap(({ of }) => talliedIn(of)),
  );
}

/** The case's own row, with the days that lists are sorted by. */
export function ownRow(of: Case) {
  const {
    signers: _s,
    parts: _p,
    contacts: _c,
    replies: _r,
    commitments: _m,
    feedbacks: _f,
    requests: _q,
    papers: _d,
    supervisions: _v,
    escalations: _e,
    mergedLeads: _l,
    clocks: _k,
    ...row
  } = of;
  return { ...row, ...nearestDue(of) };
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
  papers: "suggestionPaper",
  supervisions: "suggestionSupervision",
  escalations: "suggestionEscalation",
} as const;

const listsInOrder = Object.entries(listTables) as [keyof typeof listTables, string][];

async function storeLists(tx: Tx, district: string, suggestionId: string, change: Change): Promise<void> {
  for (const [list, table] of listsInOrder)
    await upsert(
      tx,
      table,
      listRows(change, list).map((row) => ({ ...row, district, suggestionId })),
    );
}

/** The rows of a list as its table has them. */
export function listRows(change: Pick<Change, keyof typeof listTables>, list: keyof typeof listTables): readonly object[] {
  if (list === "signers") return (change.signers ?? []).map(signerRow);
  return change[list] ?? [];
}

function signerRow({ mandateStatus: _s, personId: _p, ...row }: Signer) {
  return row;
}
