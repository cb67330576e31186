import type { UnitMeasure, UnitRate, UnitSort } from "./terms.ts";

/** As much of a unit's figures as its place depends on. */
export interface Placed {
  readonly name: string;
  readonly counts: Readonly<Record<UnitMeasure, number>>;
  readonly rates: readonly { readonly key: UnitRate; readonly value: number | null }[];
  readonly averageDays: number | null;
}

type Value = (of: Placed) => number | null;
const rate =
  (key: UnitRate): Value =>
  (of) =>
    of.rates.find((one) => one.key === key)?.value ?? null;

/**
 * A unit's place is made by what was solved, then by how few promises were left unkept, and only then by how content the deputies
 * are: politeness alone takes nobody to the top (R2.47). Whoever has closed nothing yet has no place.
 */
const byMerit: readonly Value[] = [
  rate("solved_rate"),
  (of) => -of.counts.promisesOverdue,
  rate("satisfaction_rate"),
  (of) => -of.counts.overdue,
  (of) => of.counts.solved,
];

/** The units in the order asked for, each with its place by merit; equals share a place. */
export function ranked<Unit extends Placed>(units: readonly Unit[], sort: UnitSort = "solved_rate"): (Unit & { place: number | null })[] {
  const merit = units.toSorted(inOrder(byMerit));
  const placed = merit.map((unit) => {
    const first = merit.findIndex((other) => inOrder(byMerit)(other, unit) === 0);
    return { ...unit, place: rate("solved_rate")(unit) === null ? null : first + 1 };
  });
  if (sort === "solved_rate") return placed.toSorted((a, b) => inOrder(byMerit)(a, b) || byName(a, b));
  if (sort === "name") return placed.toSorted(byName);
  return placed.toSorted((a, b) => inOrder([figureOf(sort)])(a, b) || inOrder(byMerit)(a, b) || byName(a, b));
}

function figureOf(sort: Exclude<UnitSort, "name">): Value {
  // The quickest first.
  if (sort === "averageDays") return (of) => (of.averageDays === null ? null : -of.averageDays);
  if (sort.endsWith("_rate")) return rate(sort as UnitRate);
  return (of) => of.counts[sort as UnitMeasure];
}

const byName = (a: Placed, b: Placed): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** The larger first by each value in turn; what has no value comes last. */
const inOrder =
  (values: readonly Value[]) =>
  (a: Placed, b: Placed): number => {
    for (const value of values) {
      const [left, right] = [value(a), value(b)];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return right - left;
    }
    return 0;
  };
