import type { Counted } from "../ledger/tally.ts";

/** The row of books in which the figures of things of a kind stand, by what they are broken down. */
export const figureShelf = (kind: string, by: string): string => `${kind}.by_${by}`;

/** A thing as the figures see it: the year it belongs to, the groups by whatever they are broken down, and all that it has come to. */
export interface Figured {
  readonly year: number;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly reached: readonly string[];
}

/** What a thing of this kind adds to the figures: in each of its groups, within its year, everything that it has come to. */
export function countedInFigures(kind: string, { year, groups, reached }: Figured): Counted[] {
  return Object.entries(groups).flatMap(([by, keys]) =>
    keys.flatMap((key) => reached.map((status) => ({ shelf: figureShelf(kind, by), book: `${year}/${key}`, status }))),
  );
}
