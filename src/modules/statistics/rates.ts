/** Rounded once, half up, to two places; nothing to count against is no rate at all. */
export const percentage = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (denominator * 2)) / 100;

/** Each rate with what it was made from. */
export function ratesOf<Key extends string, Counted extends string>(
  of: Readonly<Record<Key, readonly [Counted, Counted]>>,
  counts: Readonly<Record<Counted, number>>,
) {
  return (Object.entries(of) as [Key, readonly [Counted, Counted]][]).map(([key, [above, below]]) => {
    const [numerator, denominator] = [counts[above], counts[below]];
    return { key, numerator, denominator, value: percentage(numerator, denominator) };
  });
}

/** The mean of a sum over so many, to one place; nothing over nobody. */
export const mean = (sum: number, count: number): number | null => (count === 0 ? null : Math.round((sum / count) * 10) / 10);
