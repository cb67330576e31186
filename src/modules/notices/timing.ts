import { type DateISO, dateIn, type Instant, momentOn, shift } from "../../platform/clock/instant.ts";

/** Hours in which nobody is disturbed, in minutes of the day in China; `from` later than `to` runs over midnight. */
export interface Quiet {
  readonly from: number;
  readonly to: number;
}

/** 21:00 to 07:30. */
export const usualQuiet: Quiet = { from: 21 * 60, to: 7 * 60 + 30 };

/** Programs sleep at no hour. */
const unquiet: Quiet = { from: 0, to: 0 };

const digestAt = 8 * 60;
const minute = 60_000;
const longest = 60;
const patience = 48 * 60 * minute;

/** The first moment from `at` on that lies outside the quiet hours. */
export function afterQuiet(at: Instant, { from, to }: Quiet): Instant {
  const day = dateIn(at);
  const of = (on: DateISO, minutes: number) => momentOn(on, minutes);
  if (from === to) return at;
  if (from < to) return at >= of(day, from) && at < of(day, to) ? of(day, to) : at;
  if (at < of(day, to)) return of(day, to);
  return at >= of(day, from) ? of(shift(day, 1), to) : at;
}

/** The day whose digest still takes in what happens at `now`. */
export const digestDay = (now: Instant): DateISO => (now < momentOn(dateIn(now), digestAt) ? dateIn(now) : shift(dateIn(now), 1));

/** When the digest of a day leaves: at 08:00, or when the quiet hours end. */
export const digestMoment = (day: DateISO, quiet: Quiet): Instant => afterQuiet(momentOn(day, digestAt), quiet);

/**
 * When to try again after `attempts` failures: after 1, 2, 4 … and at most 60 minutes, outside quiet hours where there are any.
 * Undefined once two days have passed since it was due.
 */
export function nextTry(now: Instant, dueAt: Instant, attempts: number, quiet: Quiet = unquiet): Instant | undefined {
  const wait = Math.min(longest, 2 ** (attempts - 1)) * minute;
  if (Date.parse(now) - Date.parse(dueAt) > patience) return undefined;
  return afterQuiet(new Date(Date.parse(now) + wait).toISOString() as Instant, quiet);
}

/** Which reminder a running limit has come to: before it ends, on the day, or the n-th while it is overdue. */
export function reminderStage(today: DateISO, dueOn: DateISO, { before, every }: { before: number; every: number }): string | undefined {
  if (today < shift(dueOn, -before)) return undefined;
  if (today < dueOn) return "before";
  const late = Math.floor((Date.parse(today) - Date.parse(dueOn)) / 86_400_000 / every);
  return late === 0 ? "due" : `overdue ${late}`;
}
