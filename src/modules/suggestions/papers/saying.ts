import type { z } from "@hono/zod-openapi";
import { type DateISO, dateIn, instant } from "../../../platform/clock/instant.ts";
import { numeral } from "../../../platform/i18n/numeral.ts";
import type { Reason } from "../../../platform/refusal.ts";
import type { SuggestionView } from "../contract.ts";
import type { Addressing } from "../terms.ts";
import { addressedBy } from "./addressing.ts";
import { say, term } from "./chinese.ts";
import { type IssuedKind, tellsOf } from "./kinds.ts";

export { say, term };

/** A case as the reader may see it; organisations carry their full names. */
export type Seen = z.input<typeof SuggestionView>;
export type SeenReply = Seen["replies"][number];

/** 2023年9月22日 */
export const longDate = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return say("date", { year: year ?? 0, month: month ?? 0, date: date ?? 0 });
};
export const dayOf = (at: string): DateISO => dateIn(instant(at));

/** 杜集区第十一届人民代表大会第三次会议第37号建议, or out of session 闭会期间. A title breaks after the congress. */
export const caseName = (of: Seen, as: "" | "_title" = ""): string => {
  const { congress, sessionNo, number, label } = of;
  if (sessionNo === null) return say(`case.between${as}`, { congress: congress.name, number: label });
  return say(`case.session${as}`, { congress: congress.name, session: numeral(sessionNo), number: number ?? 0 });
};

/** The title of a paper about a case, and the name of its file. */
export const titled = (key: string, of: Seen): { title: string; name: string } => ({
  title: say(key, { case: caseName(of, "_title") }),
  name: say(key, { case: caseName(of) }),
});

export const deputiesOf = (of: Seen, to: Addressing = "each"): string =>
  of.signers
    .filter((one) => one.role === "lead" || (to === "each" && one.state === "confirmed"))
    .map((one) => one.name)
    .join(say("comma"));

export const unitOf = (of: Seen, partId: string | null): string => of.parts.find((part) => part.id === partId)?.unit.name ?? "";

/** The units that have not handed the case back, with their roles. */
export const unitsOf = (of: Seen): string =>
  of.parts
    .filter((part) => part.status !== "handed_back")
    .map((part) => say("unit", { name: part.unit.name, role: term(`role.${part.role}`) }))
    .join(say("comma"));

/** The number under which the notice of a step was issued; a notice without one says so. */
export const numberOf = (of: Seen, kind: IssuedKind, stepId: string | undefined): string =>
  of.papers.find((one) => one.kind === kind && one.stepId === stepId)?.documentNo ?? say("unnumbered");

/** The last step of which a notice tells. */
export const toldOf = (of: Pick<Seen, "timeline">, kind: IssuedKind): Seen["timeline"][number] | undefined =>
  of.timeline.findLast((step) => step.verb === tellsOf[kind]);

/** Which of several replies, and to which of several deputies. */
export interface Choice {
  readonly replyId?: string | undefined;
  readonly addresseeId?: string | undefined;
}
export type Addressee = Seen["addressees"][number];

/** The deputy named; undefined where none is, a reason where the reply does not go to him. */
export const addresseeOf = (of: Seen, reply: SeenReply, { addresseeId }: Choice): Addressee | Reason | undefined =>
  addresseeId === undefined
    ? undefined
    : (addressedBy(of, reply).find((one) => one.mandateId === addresseeId) ?? {
        code: "suggestion.papers.need.addressee",
        source: "R2.21",
      });

/** The case as it is the addressee's: his own suggestion where it was merged and had a number of its own. */
export const caseOf = (of: Seen, to: Addressee | undefined): Seen =>
  to?.role === "merged_lead" && to.number !== null ? { ...of, number: to.number, label: to.label, sessionNo: to.sessionNo } : of;

/** The named reply, or else the newest one that the reader may see. */
export const chosenReply = (of: Seen, replyId?: string): SeenReply | undefined =>
  replyId === undefined ? [...of.replies].sort((a, b) => a.round - b.round).at(-1) : of.replies.find((reply) => reply.id === replyId);
