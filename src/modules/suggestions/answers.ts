import { numeral } from "../../platform/i18n/numeral.ts";
import { say } from "./papers/chinese.ts";
import { gist } from "./points.ts";

/** A reply point by point (R2.29): what is said before, the answer to each point of the proposal, what is said after. */
export interface Answers {
  readonly opening: string;
  readonly points: readonly { readonly asked: string; readonly answer: string }[];
  readonly closing: string;
}

/** The reply as one text, as letters carry it: each answer numbered and named by what was asked; one point alone needs no number. */
export function composed({ opening, points, closing }: Answers): string {
  const answers = points.map(({ asked, answer }, index) =>
    points.length === 1 ? answer : say("reply.point", { number: numeral(index + 1), asked: gist(asked), answer }),
  );
  return [opening, ...answers, closing].filter((text) => text !== "").join("\n");
}
