import { z } from "zod";
import { type Change, type Part, respondents, type Signer } from "../case.ts";
import { stop, stopAll } from "../clockwork.ts";
import { verb } from "../context.ts";
import { id } from "../fields.ts";

/**
 * A deputy's mandate was suspended or has ended. What he had not handed in ends with his mandate; what he had goes on,
 * and the answer is still owed (SH-19). Nobody waits any longer for a word that he may not give.
 */
export const noteMandate = verb({
  input: z.strictObject({ mandateId: id, status: z.enum(["suspended", "ended"]) }),
  decide(of, { mandateId, status }, context): Change {
    const signers = of.signers
      .filter((signer) => signer.mandateId === mandateId)
      .map(
        (signer): Signer => ({
          ...signer,
          mandateStatus: status,
          ...(signer.state === "invited" ? { state: "declined", at: context.now } : {}),
        }),
      );
    const data = { mandateId, status };
    const leads = signers.some((signer) => signer.role === "lead");
    if (leads && status === "ended" && (of.status === "draft" || of.status === "returned"))
      return {
        to: "withdrawn",
        signers,
        data,
        parts: of.parts.map((part): Part => ({ ...part, status: "ended" })),
        clocks: stopAll(of, context, "mandate"),
      };
    const mergedLeads = of.mergedLeads.map((lead) => (lead.mandateId === mandateId ? { ...lead, mandateStatus: status } : lead));
    const left = respondents({
      ...of,
      mergedLeads,
      signers: of.signers.map((one) => signers.find((changed) => changed.id === one.id) ?? one),
    });
    const nobodyToAsk = of.status === "replied" && left.length === 0;
    if (!nobodyToAsk) return { signers, data };
    return { to: "appraised", signers, data, clocks: stop(of, context, "mandate", ["feedback", "feedback_grace"]) };
  },
});
