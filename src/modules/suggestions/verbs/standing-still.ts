import { z } from "zod";
import type { Case, Change, Part, Request, Signer } from "../case.ts";
import { open, stopAll } from "../clockwork.ts";
import { type Context, verb } from "../context.ts";
import { reasoned, words } from "../fields.ts";
import { openRequest } from "../needs.ts";
import { asked, decision } from "./handling.ts";

/** In writing; a joint suggestion only when every co-signer agrees (SH-10). */
export const withdraw = verb({
  input: z.strictObject({ reason: words(2000, 2) }),
  decide(of, { reason }, context) {
    const cosigners = of.signers.filter(counts);
    if (cosigners.length === 0) return { ...withdrawn(of, context), note: reason };
    return { requests: [asked(context, "withdrawal", null, reason)], note: reason, data: { waiting: cosigners.length } };
  },
});

const counts = (signer: Signer): boolean =>
  signer.role === "cosigner" && signer.state === "confirmed" && signer.mandateStatus === "in_force";

export const agreeWithdrawal = verb({
  input: z.strictObject({ agrees: z.boolean() }),
  decide(of, { agrees }, context) {
    const request = openRequest(of, "withdrawal");
    if (!request) throw new Error("the table lets nobody answer a withdrawal that was not asked");
    if (!agrees) return { requests: [decision(request, false, context)], data: { agrees } };
    const agreed: Request = { ...request, agreedBy: [...request.agreedBy, context.doer.mandateId ?? ""] };
    const all = of.signers.filter(counts).every((signer) => agreed.agreedBy.includes(signer.mandateId));
    if (!all) return { requests: [agreed], data: { agrees } };
    return { ...withdrawn(of, context), requests: [decision(agreed, true, context)], data: { agrees } };
  },
});

function withdrawn(of: Case, context: Context): Change {
  const parts = of.parts.filter((part) => part.status !== "handed_back").map((part): Part => ({ ...part, status: "ended" }));
  return { to: "withdrawn", parts, clocks: stopAll(of, context, "withdraw") };
}

/** A lawful ground keeps everyone waiting: the clocks stand. */
export const suspend = verb({
  input: reasoned,
  decide: (of, { note }, context) => ({
    to: "suspended",
    set: { resumeTo: of.status },
    note,
    clocks: open(of).map((clock) => context.clocks.pause(clock, context.today)),
  }),
});

export const resume = verb({
  input: reasoned,
  decide: (of, { note }, context) => ({
    to: of.resumeTo ?? "accepted",
    set: { resumeTo: null },
    note,
    clocks: open(of).map((clock) => context.clocks.resume(clock, context.today)),
  }),
});
