import { z } from "zod";
import { dateIn, yearIn } from "../../../platform/clock/instant.ts";
import { refuse } from "../../../platform/refusal.ts";
import { verb } from "../context.ts";
import { documentNo } from "../papers/chinese.ts";
import { issuedKinds } from "../papers/kinds.ts";

/** 编号发文: a notice gets the next number of its mark and year, once for the step that it tells of. */
export const issuePaper = verb({
  input: z.strictObject({ kind: z.enum(issuedKinds) }),
  wants: ["paper"],
  decide(of, { kind }, context) {
    const { paper } = context;
    if (!paper) return refuse("conflict", { code: `suggestion.papers.need.${kind}`, source: "domain §11.5" });
    const { stepId, mark, number } = paper;
    const before = of.papers.find((one) => one.kind === kind && one.stepId === stepId);
    if (before) return refuse("conflict", { code: "suggestion.papers.issued_already", params: { no: documentNo(before) } });
    if (!mark) return refuse("conflict", { code: "suggestion.papers.need.mark", source: "GB/T 9704-2012" });
    const issued = { mark, number, year: yearIn(dateIn(context.now)) };
    return {
      papers: [{ id: context.newId(), kind, stepId, ...issued, issuedAt: context.now, issuedBy: context.doer.person ?? "" }],
      data: { kind, documentNo: documentNo(issued) },
    };
  },
});
