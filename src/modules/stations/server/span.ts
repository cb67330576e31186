import { type DateISO, type Instant, momentOn, shift } from "../../../platform/clock/instant.ts";

/** Which days are counted. */
export interface Span {
  readonly from: DateISO;
  readonly to: DateISO;
  /** What happened after this day does not count, and states are those at its end. */
  readonly asOf: DateISO;
}

/** The days of a year until a day. */
export const yearUntil = (year: number, asOf: DateISO): Span => {
  const [from, last] = [`${year}-01-01` as DateISO, `${year}-12-31` as DateISO];
  return { from, to: asOf < last ? asOf : last, asOf };
};

/** The moment before which something counts. */
export const endOf = ({ asOf }: Pick<Span, "asOf">): Instant => momentOn(shift(asOf, 1));

/** The stations that are counted; all of the district's where none are named. */
export interface Counting extends Span {
  readonly district: string;
  readonly stations?: readonly string[] | undefined;
}
