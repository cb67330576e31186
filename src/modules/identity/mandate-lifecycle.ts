import { type Refusal, refuse } from "../../platform/refusal.ts";
import type { MandateState } from "./terms.ts";

/** Why a mandate can be suspended (DL-61) or ends (DL-62); no other ground exists. */
export const suspensionGrounds = ["detained", "serving_sentence"] as const;
export const endingGrounds = [
  "moved_away",
  "resignation_accepted",
  "ordered_resignation_accepted",
  "two_unapproved_absences",
  "recalled",
  "nationality_lost",
  "political_rights_lost",
  "capacity_lost",
  "died",
  "term_ended",
] as const;

interface Transition {
  readonly from: readonly MandateState[];
  readonly to: MandateState;
  readonly source: string;
  readonly grounds: readonly string[];
}

export const mandateTable = {
  suspend: { from: ["in_force"], to: "suspended", source: "DL-61", grounds: suspensionGrounds },
  resume: { from: ["suspended"], to: "in_force", source: "DL-61", grounds: [] },
  end: { from: ["in_force", "suspended"], to: "ended", source: "DL-62", grounds: endingGrounds },
} as const satisfies Record<string, Transition>;

export type MandateVerb = keyof typeof mandateTable;
export const mandateVerbs = Object.keys(mandateTable) as MandateVerb[];

/** What a keeper of the roll may do with a mandate in this state. */
export const mandateCan = (status: MandateState): MandateVerb[] =>
  mandateVerbs.filter((verb) => (mandateTable[verb].from as readonly MandateState[]).includes(status));

/** The state after `verb`, or why not. */
export function mandateAfter(status: MandateState, verb: MandateVerb, ground: string | null): MandateState | Refusal {
  const row: Transition = mandateTable[verb];
  if (!row.from.includes(status))
    return refuse("conflict", { code: "identity.mandate.wrong_state", params: { status }, source: row.source });
  if (row.grounds.length > 0 && (ground === null || !row.grounds.includes(ground)))
    return {
      refused: "invalid",
      reasons: [{ code: "problem.invalid" }],
      fields: [{ field: "ground", code: "identity.mandate.no_such_ground", source: row.source }],
    };
  return row.to;
}
