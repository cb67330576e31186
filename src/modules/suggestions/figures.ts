import { dateIn, yearIn } from "../../platform/clock/instant.ts";
import type { Counted } from "../../platform/ledger/tally.ts";
import { countedInFigures } from "../../platform/lifecycle/figured.ts";
import { answering, type Case, roundFeedback } from "./case.ts";
import { subjectType } from "./clockwork.ts";

/** By what the figures are kept ready. */
export const figuresBy = ["month", "category", "area", "unit", "class", "session", "whole"] as const;
export type FigureBy = (typeof figuresBy)[number];

/**
 * What a case adds to the figures as they stand now (R2.46): in each group it belongs to, what it has come to. The definitions are
 * those of `statistics`; a test holds the two against each other.
 */
export function figuresIn(of: Case): Counted[] {
  if (of.number === null || of.submittedAt === null || of.status === "withdrawn" || of.status === "merged") return [];
  const day = dateIn(of.submittedAt);
  const units = [...new Set(answering(of).map((part) => part.unitId))];
  const groups: Record<FigureBy, readonly string[]> = {
    month: [day.slice(0, 7)],
    category: [of.category],
    area: [of.areaId ?? ""],
    unit: units.length > 0 ? units : [""],
    class: [classOf(of)],
    session: [of.sessionId ?? of.congressId],
    whole: [""],
  };
  return countedInFigures(subjectType, { year: yearIn(day), groups, reached: measuresOf(of) });
}

const signed = (of: Case) => of.replies.filter((reply) => reply.round === of.round && reply.signedAt !== null);

/** The lowest class among this round's signed replies. */
const classOf = (of: Case): string =>
  signed(of)
    .map((reply) => reply.resultClass)
    .toSorted()
    .at(-1) ?? "";

/** Ratings count once the case is closed; silence is none; of what was taken over one word is known, not two. */
function measuresOf(of: Case): string[] {
  if (of.closedAt === null) return ["count"];
  const [replies, ratings] = [signed(of), roundFeedback(of).filter((one) => one.result !== null)];
  const all = (holds: (grade: string | null) => boolean): boolean =>
    ratings.length > 0 && ratings.every(({ result, attitude }) => holds(result) && holds(attitude ?? result));
  const reached: Record<string, boolean> = {
    solved: replies.length > 0 && replies.every((reply) => reply.outcome === "resolved"),
    heard: ratings.length > 0,
    satisfied: all((grade) => grade === "SATISFIED"),
    satisfiedOrBasic: all((grade) => grade !== "DISSATISFIED"),
  };
  return ["count", "closed", ...Object.keys(reached).filter((measure) => reached[measure])];
}
