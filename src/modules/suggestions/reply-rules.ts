import type { FieldFault } from "../../platform/refusal.ts";
import type { Outcome } from "./terms.ts";

/** A class of the scheme in force, with the outcomes that it can hold. */
export interface ResultClass {
  readonly code: string;
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

/** What the rules look at in a reply before it goes to the leader. */
export interface DraftedReply {
  readonly resultClass: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly commitments: readonly { readonly dueOn: string }[];
}

/** What an outcome demands: reasons unless all is solved (§2.8), promises where something is still to be done (R2.31). */
export const demandsOf = (outcome: Outcome): { readonly reason: boolean; readonly commitments: boolean } => ({
  reason: outcome !== "resolved",
  commitments: outcome === "in_progress" || outcome === "planned",
});

/** What every outcome of a class demands: known before one of them is chosen. */
export const demandsOfClass = ({ outcomes }: ResultClass): ReturnType<typeof demandsOf> => ({
  reason: outcomes.every((outcome) => demandsOf(outcome).reason),
  commitments: outcomes.every((outcome) => demandsOf(outcome).commitments),
});

/** Faults of class, outcome, reasons and promises. The editor shows the same ones before anything is sent. */
export function replyFaults(reply: DraftedReply, classes: readonly ResultClass[], today: string): FieldFault[] {
  const faults: FieldFault[] = [];
  const chosen = classes.find((one) => one.code === reply.resultClass);
  if (!chosen)
    faults.push({ field: "resultClass", code: "field.not_in_list", params: { values: classes.map((one) => one.code).join("、") } });
  else if (!chosen.outcomes.includes(reply.outcome))
    faults.push({ field: "outcome", code: "suggestion.outcome_not_of_class", params: { class: chosen.code }, source: "domain §2.8" });
  const demands = demandsOf(reply.outcome);
  if (demands.reason && !reply.reason) faults.push({ field: "reason", code: "suggestion.reason_wanted", source: "domain §2.8" });
  if (demands.commitments && reply.commitments.length === 0)
    faults.push({ field: "commitments", code: "suggestion.commitment_wanted", source: "R2.31" });
  reply.commitments.forEach((one, index) => {
    if (one.dueOn <= today) faults.push({ field: `commitments.${index}.dueOn`, code: "suggestion.not_in_the_future" });
  });
  return faults;
}
