import { sql } from "kysely";
import { type DateISO, dateIn, type Instant, momentOn, shift } from "../../../platform/clock/instant.ts";

/** Everything a definition may depend on. */
export interface Cut {
  readonly district: string;
  /** Nothing that happened after this day counts. */
  readonly asOf: DateISO;
}

/** The moment before which something counts. */
export const endOf = ({ asOf }: Pick<Cut, "asOf">) => momentOn(shift(asOf, 1));
export const firstOf = (year: number): DateISO => `${String(year).padStart(4, "0")}-01-01` as DateISO;
export const zone = sql`'Asia/Shanghai'`;

/** The cut-off day asked for; nothing after today can be. */
export function asOfBy(asked: string | undefined, now: Instant): DateISO {
  const today = dateIn(now);
  return (asked && asked < today ? asked : today) as DateISO;
}
