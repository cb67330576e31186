/** A column that one can choose, or that is always there. */
export interface Choosable {
  readonly name: string;
  /** What names the thing itself cannot be left out. */
  readonly fixed?: boolean;
  /** Not among the usual columns. */
  readonly extra?: boolean;
}

/**
 * The columns to show, in the order kept: without a choice the usual ones. What is kept but is no column any more is
 * passed over; what must be there and is not kept stands first.
 */
export function chosenColumns<Column extends Choosable>(all: readonly Column[], kept: readonly string[] | null): Column[] {
  if (kept === null) return all.filter((column) => !column.extra);
  const shown = kept.flatMap((name) => all.find((column) => column.name === name) ?? []);
  return [...all.filter((column) => column.fixed && !shown.includes(column)), ...shown];
}

/** The names after one was moved up or down by one place; the same names where there is no such place. */
export function moved(names: readonly string[], name: string, by: -1 | 1): string[] {
  const [from, to] = [names.indexOf(name), names.indexOf(name) + by];
  if (from < 0 || to < 0 || to >= names.length) return [...names];
  return names.toSpliced(from, 1).toSpliced(to, 0, name);
}
