import type { PartRole, PartState } from "./terms.ts";

/** A unit's part in a similar case. */
export interface PastPart {
  readonly suggestionId: string;
  readonly unitId: string;
  readonly role: PartRole;
  readonly status: PartState;
  /** How alike the case is. */
  readonly points: number;
}

export interface Precedent {
  readonly unitId: string;
  readonly handled: number;
  readonly handedBack: number;
  /** The cases that speak for the unit and against it, the most alike first. */
  readonly cases: readonly { readonly suggestionId: string; readonly handedBack: boolean }[];
}

const mostUnits = 4;
const mostCases = 5;

/**
 * Units that answered for similar cases, as a hint and never more: each case counts by how alike it is, and one that the unit
 * handed back counts against it by as much (R2.25). Co-handlers answer for nothing and are left out.
 */
export function precedents(parts: readonly PastPart[]): Precedent[] {
  const byUnit = Map.groupBy(
    parts.filter((part) => part.role !== "CO" && part.status !== "ended"),
    (part) => part.unitId,
  );
  return [...byUnit]
    .map(([unitId, own]) => ({
      ...told(unitId, own),
      weight: own.reduce((sum, part) => sum + (isBack(part) ? -part.points : part.points), 0),
    }))
    .filter(({ weight, handled }) => weight > 0 && handled > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, mostUnits)
    .map(({ weight: _, ...precedent }) => precedent);
}

const isBack = (part: PastPart): boolean => part.status === "handed_back";

function told(unitId: string, parts: readonly PastPart[]): Precedent {
  const handedBack = parts.filter(isBack).length;
  const cases = parts
    .toSorted((one, other) => other.points - one.points)
    .slice(0, mostCases)
    .map((part) => ({ suggestionId: part.suggestionId, handedBack: isBack(part) }));
  return { unitId, handled: parts.length - handedBack, handedBack, cases };
}
