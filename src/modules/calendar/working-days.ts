import { type DateISO, shift, weekday, yearIn } from "../../platform/clock/instant.ts";

/** One year's published exceptions from the week, by day. */
export interface CalendarYear {
  readonly version: number;
  readonly off: Readonly<Record<DateISO, string>>;
  readonly work: Readonly<Record<DateISO, string>>;
}

/** Published years; a year that is missing has not been published or loaded. */
export type Calendar = Readonly<Record<number, CalendarYear>>;

/** What kind of day it is: `name` says which holiday or make-up day; `known` is false in a year without a calendar. */
export interface DayKind {
  readonly working: boolean;
  readonly name: string | undefined;
  readonly known: boolean;
}

/** Is `day` a working day? By the published calendar; without one, by the week alone, and saying so. */
export function dayKind(calendar: Calendar, day: DateISO): DayKind {
  const year = calendar[yearIn(day)];
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  if (!year) return { working: !weekend, name: undefined, known: false };
  const off = year.off[day];
  if (off !== undefined) return { working: false, name: off, known: true };
  const work = year.work[day];
  if (work !== undefined) return { working: true, name: work, known: true };
  return { working: !weekend, name: undefined, known: true };
}

/** `day` itself when it is a working day, else the next one. */
export function workingDayFrom(calendar: Calendar, day: DateISO): DateISO {
  let at = day;
  while (!dayKind(calendar, at).working) at = shift(at, 1);
  return at;
}

/** Working days after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(calendar: Calendar, from: DateISO, to: DateISO): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let at = shift(from, 1); at <= to; at = shift(at, 1)) if (dayKind(calendar, at).working) count++;
  return count;
}
