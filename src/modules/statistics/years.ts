import { type DateISO, shift, yearIn } from "../../platform/clock/instant.ts";

/** The same day a year earlier; of 29 February, the last day of that month. */
export function yearBefore(day: DateISO): DateISO {
  const [year, rest] = [String(yearIn(day) - 1).padStart(4, "0"), day.slice(4)];
  return rest === "-02-29" ? shift(`${year}-03-01` as DateISO, -1) : (`${year}${rest}` as DateISO);
}
