import type { Tx } from "../../../platform/db/database.ts";
import type { Attached } from "../../../platform/files/contract.ts";
import { stepsOf } from "../../../platform/ledger/steps.ts";
import type { Step } from "../../../platform/lifecycle/evidence.ts";
import type { OpinionVerb } from "../lifecycle.ts";
import type { OpinionState } from "../terms.ts";
import { kept } from "./store.ts";

type OpinionStep = Step<OpinionState, OpinionVerb>;

/** The newest step that told what is asked, with all of its papers. */
export const paperStep = (steps: readonly OpinionStep[]): OpinionStep | undefined =>
  steps.findLast(({ verb, data }) => (verb === "begin" || verb === "resubmit") && data["attachments"] !== undefined);

/** Identifiers of the photos and papers of what is asked. */
export async function papersOf(tx: Tx, district: string, id: string): Promise<string[]> {
  const named = paperStep(await stepsOf<OpinionState, OpinionVerb>(tx, kept, district, id))?.data["attachments"];
  return Array.isArray(named) ? named.map((one: Attached) => one.id) : [];
}
