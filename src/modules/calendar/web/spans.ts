export interface Day {
  readonly day: string;
  readonly kind: "off" | "work";
  readonly name: string;
}

/** Days in a row of one kind and one name. */
export interface Span {
  readonly name: string;
  readonly kind: Day["kind"];
  readonly from: string;
  readonly to: string;
}

const dayLength = 86_400_000;

/** Days of a calendar, in order, drawn together where they follow one another. */
export function spansOf(days: readonly Day[]): Span[] {
  const spans: Span[] = [];
  for (const { day, kind, name } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = spans.at(-1);
    const follows = last && last.kind === kind && last.name === name && Date.parse(day) - Date.parse(last.to) === dayLength;
    if (follows) spans[spans.length - 1] = { ...last, to: day };
    else spans.push({ name, kind, from: day, to: day });
  }
  return spans;
}

/** Every day from one to another, both included. */
export function daysFrom({ from, to, kind, name }: Span): Day[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / dayLength) + 1;
  return Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.parse(from) + index * dayLength).toISOString().slice(0, 10),
    kind,
    name,
  }));
}
