import { workingDayFrom } from "../../src/modules/calendar/index.ts";
import { type DateISO, dateIn, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import { statute } from "./statute.ts";
import type { Random } from "./texts/random.ts";

/** The demonstration world begins on this morning; nothing in it happened later. */
export const now = momentOn("2023-09-22" as DateISO, 8 * 60);

/** A moment in working hours, so many days after `at` or on the next working day. */
export function later(random: Random, at: Instant, least: number, most: number): Instant {
  const day = workingDayFrom(statute.calendar, shift(dateIn(at), random.int(least, most)));
  const moment = momentOn(day, 8 * 60 + 30 + random.int(0, 500));
  return moment > at && moment < now ? moment : (new Date(Date.parse(at) + 60_000 * random.int(5, 90)).toISOString() as Instant);
}

/** A moment on `day`, at any waking hour: deputies write in the evening too. */
export const someTimeOn = (random: Random, day: DateISO): Instant => momentOn(day, 7 * 60 + random.int(0, 14 * 60));

export const seasonOf = (at: Instant): "spring" | "summer" | "autumn" | "winter" => {
  const month = Number(dateIn(at).slice(5, 7));
  if (month <= 2 || month === 12) return "winter";
  if (month <= 5) return "spring";
  return month <= 8 ? "summer" : "autumn";
};
