/** What tells people of one name apart. */
export interface Told {
  readonly name: string;
  readonly bornIn: string | null;
  readonly phone: string | null;
}

type Likeness = "same" | "different" | "unclear";

/**
 * Are these one person? The same telephone or the same month of birth says yes, another month of birth says no; with
 * neither, nothing may speak against it. Two telephones without two months of birth leave it open: people change numbers.
 */
export function likeness(a: Told, b: Told): Likeness {
  if (a.name !== b.name) return "different";
  if (a.phone !== null && a.phone === b.phone) return "same";
  if (a.bornIn !== null && b.bornIn !== null) return a.bornIn === b.bornIn ? "same" : "different";
  return a.phone !== null && b.phone !== null ? "unclear" : "same";
}

/** The one whom `told` speaks of among those known; nobody; or `unclear` when it could be several. */
export function whoIs<Known extends Told>(told: Told, known: readonly Known[]): Known | undefined | "unclear" {
  const same = known.filter((one) => likeness(told, one) === "same");
  const byPhone = same.filter((one) => told.phone !== null && one.phone === told.phone);
  const [found, ...others] = byPhone.length > 0 ? byPhone : same;
  if (found) return others.length === 0 ? found : "unclear";
  return known.some((one) => likeness(told, one) === "unclear") ? "unclear" : undefined;
}
