import type { StationMeasure, StationRate, StationSort } from "./station-terms.ts";

/** As much of a station's figures as its place in a list depends on. */
export interface Ordered {
  readonly name: string;
  readonly stars: number | null;
  readonly functionsSeen: number;
  readonly counts: Readonly<Record<StationMeasure, number>>;
  readonly rates: readonly { readonly key: StationRate; readonly value: number | null }[];
}

/** The stations in the order asked for; equals as they came, and whatever has no value last, whichever way round. */
export function inOrderOf<Station extends Ordered>(stations: readonly Station[], sort: StationSort, order: "asc" | "desc"): Station[] {
  const sign = order === "asc" ? 1 : -1;
  if (sort === "name") return order === "asc" ? [...stations] : stations.toReversed();
  const value = figureBy(sort);
  return stations.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === right) return 0;
    if (left === null) return 1;
    if (right === null) return -1;
    return sign * (left - right);
  });
}

function figureBy(sort: Exclude<StationSort, "name">): (of: Ordered) => number | null {
  if (sort === "stars" || sort === "functionsSeen") return (of) => of[sort];
  return (of) => of.counts[sort as StationMeasure] ?? of.rates.find(({ key }) => key === sort)?.value ?? null;
}
