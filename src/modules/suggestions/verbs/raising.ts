import { z } from "zod";
import { type FieldFault, invalid } from "../../../platform/refusal.ts";
import type { Paper, Signer } from "../case.ts";
import { start } from "../clockwork.ts";
import { type Context, verb } from "../context.ts";
import { id, maybeId, words } from "../fields.ts";
import { categories } from "../rule-definitions.ts";
import { formations, publicities, repetitions } from "../terms.ts";

/** The form of a suggestion. A draft may be short; what a submission needs is asked at submission. */
export const paper = z.strictObject({
  title: words(60),
  reason: z.string().trim().max(5000).default(""),
  proposal: z.string().trim().max(5000).default(""),
  category: z.string().max(40),
  areaId: maybeId,
  formation: z.enum(formations).default("visit"),
  repetition: z.enum(repetitions).default("first"),
  publicity: z.enum(publicities).default("full"),
  wishContact: z.boolean().default(true),
  referenceOnly: z.boolean().default(false),
  confidential: z.boolean().default(false),
  proposedUnitId: maybeId,
  secrecyDeclared: z.boolean().default(false),
});

/** Faults that keep even a draft from being saved. */
export function paperFaults(typed: Paper, context: Pick<Context, "statute" | "today">): FieldFault[] {
  const codes = context.statute.rule(categories, context.today).value.map((one) => one.code);
  return codes.includes(typed.category) ? [] : [{ field: "category", code: "field.not_in_list", params: { values: codes.join("、") } }];
}

export const revise = verb({
  input: paper,
  decide(_of, input, context) {
    const faults = paperFaults(input, context);
    return faults.length > 0 ? invalid(...faults) : { set: input };
  },
});

export const invite = verb({
  input: z.strictObject({ mandateIds: z.array(id).min(1).max(50) }),
  wants: ["mandates"],
  decide(of, { mandateIds }, context) {
    const known = new Set(of.signers.map((signer) => signer.mandateId));
    const signers: Signer[] = [];
    for (const mandateId of new Set(mandateIds)) {
      const mandate = context.mandate(mandateId);
      if (!mandate || mandate.congressId !== of.congressId)
        return invalid({ field: "mandateIds", code: "suggestion.not_of_this_congress", source: "R2.12" });
      if (mandate.status !== "in_force") return invalid({ field: "mandateIds", code: "suggestion.mandate_not_in_force", source: "DL-61" });
      if (known.has(mandateId)) continue;
      const { status: mandateStatus, personId } = mandate;
      signers.push({ id: context.newId(), mandateId, role: "cosigner", state: "invited", at: context.now, mandateStatus, personId });
    }
    if (signers.length === 0) return invalid({ field: "mandateIds", code: "suggestion.already_asked" });
    return { signers, data: { asked: signers.length } };
  },
});

export const cosign = verb({
  input: z.strictObject({ agrees: z.boolean() }),
  decide(of, { agrees }, context) {
    const mine = of.signers.filter((signer) => signer.mandateId === context.doer.mandateId);
    return { signers: mine.map((signer) => ({ ...signer, state: agrees ? "confirmed" : "declined", at: context.now })), data: { agrees } };
  },
});

export const submit = verb({
  input: z.strictObject({}),
  wants: ["sessions"],
  decide(of, _input, context) {
    const faults: FieldFault[] = paperFaults(of, context);
    if (of.title.length < 4) faults.push({ field: "title", code: "field.too_small_string", params: { limit: 4 }, source: "R2.11" });
    if (of.reason.length < 10) faults.push({ field: "reason", code: "field.too_small_string", params: { limit: 10 }, source: "R2.11" });
    if (of.proposal.length < 10) faults.push({ field: "proposal", code: "field.too_small_string", params: { limit: 10 }, source: "R2.11" });
    if (!of.secrecyDeclared) faults.push({ field: "secrecyDeclared", code: "suggestion.secrecy_undeclared", source: "R2.18" });
    if (faults.length > 0) return invalid(...faults);
    const session = context.sessions.find(({ openedOn, closedOn }) => openedOn <= context.today && context.today <= closedOn);
    return {
      to: "submitted",
      set: { sessionId: session?.id ?? null, submittedAt: of.submittedAt ?? context.now },
      clocks: [start(of, context, "review")],
      data: { sessionId: session?.id ?? null },
    };
  },
});
