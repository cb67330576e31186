import { yearIn } from "../../platform/clock/instant.ts";
import type { Counted } from "../../platform/ledger/tally.ts";
import { countedInFigures } from "../../platform/lifecycle/figured.ts";
import { currentResult, type Opinion, subjectType } from "./opinion.ts";

/** By what the figures are kept ready. */
export const figuresBy = ["month", "category", "area", "unit", "campaign", "whole"] as const;
export type FigureBy = (typeof figuresBy)[number];

/**
 * What an opinion adds to the figures as they stand now: in each group it belongs to, what it has come to. It counts from the day on
 * which it was received. The definitions are those of `statistics`; a test holds the two against each other.
 */
export function figuresIn(of: Opinion): Counted[] {
  if (of.receivedOn === null) return [];
  const groups: Record<FigureBy, readonly string[]> = {
    month: [of.receivedOn.slice(0, 7)],
    category: [of.category],
    area: [of.areaId],
    unit: [of.unitId ?? ""],
    campaign: [of.campaignId ?? ""],
    whole: [""],
  };
  return countedInFigures(subjectType, { year: yearIn(of.receivedOn), groups, reached: measuresOf(of) });
}

/** Solved and rated is what has been closed; silence is no grade. */
function measuresOf(of: Opinion): string[] {
  if (of.closedAt === null) return ["count"];
  const { solved = false, grade = null } = currentResult(of) ?? {};
  const reached: Record<string, boolean> = {
    solved,
    heard: grade !== null,
    satisfied: grade === "SATISFIED",
    satisfiedOrBasic: grade !== null && grade !== "DISSATISFIED",
  };
  return ["count", "closed", ...Object.keys(reached).filter((measure) => reached[measure])];
}
