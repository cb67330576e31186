import { type DateISO, daysBetween, shift, yearIn } from "../../platform/clock/instant.ts";
import type { Reason } from "../../platform/refusal.ts";
import { type Calendar, dayKind, workingDayFrom } from "./working-days.ts";

/** How long: working days (工作日), calendar days (日) or calendar months (月). */
export interface Period {
  readonly amount: number;
  readonly unit: "working_day" | "day" | "month";
}

/** Days on which a clock stands: from `from` up to and including `until`. */
export interface Pause {
  readonly from: DateISO;
  readonly until: DateISO;
}

/** A due date that explains itself: each step is a sentence a clerk understands, in order. */
export interface Due {
  readonly dueOn: DateISO;
  readonly steps: readonly Reason[];
  /** Versions of the calendars it was computed with; 0 where a year had none. */
  readonly calendars: Readonly<Record<number, number>>;
}

/**
 * The last day of a period that starts with an event on `start`. The day of the event does not count (Civil Code 201);
 * months end on the corresponding day or the month's last (202); a last day that is off moves to the next working day (203).
 */
export function dueDate(calendar: Calendar, start: DateISO, period: Period, pauses: readonly Pause[] = []): Due {
  const steps: Reason[] = [{ code: "calendar.step.start", params: { start }, source: "民法典201" }];
  const counted =
    period.unit === "working_day"
      ? countWorkingDays(calendar, start, period.amount, pauses, steps)
      : countDays(calendar, start, period, pauses, steps);
  return { dueOn: counted, steps: [...steps, ...unknownYears(calendar, start, counted)], calendars: versions(calendar, start, counted) };
}

function countWorkingDays(calendar: Calendar, start: DateISO, amount: number, pauses: readonly Pause[], steps: Reason[]): DateISO {
  const off: DateISO[] = [];
  const madeUp: DateISO[] = [];
  const stood = new Set<Pause>();
  let at = start;
  for (let left = amount; left > 0; ) {
    at = shift(at, 1);
    const pause = pauseOn(pauses, at);
    const kind = dayKind(calendar, at);
    if (pause) stood.add(pause);
    else if (kind.working) {
      left--;
      if (kind.name) madeUp.push(at);
    } else if (kind.name) off.push(at);
  }
  steps.push({ code: "calendar.step.working_days", params: { amount, due: at } });
  if (off.length > 0) steps.push({ code: "calendar.step.holidays", params: { days: named(calendar, off) } });
  if (madeUp.length > 0) steps.push({ code: "calendar.step.made_up", params: { days: named(calendar, madeUp) } });
  for (const pause of stood) steps.push(pauseStep(pause));
  return at;
}

function countDays(calendar: Calendar, start: DateISO, { amount, unit }: Period, pauses: readonly Pause[], steps: Reason[]): DateISO {
  const nominal = unit === "month" ? addMonths(start, amount) : shift(start, amount);
  if (unit === "day") steps.push({ code: "calendar.step.days", params: { amount, due: nominal } });
  else if (nominal.slice(8) === start.slice(8))
    steps.push({ code: "calendar.step.months", params: { amount, due: nominal }, source: "民法典202" });
  else steps.push({ code: "calendar.step.month_end", params: { amount, due: nominal }, source: "民法典202" });
  const delayed = afterPauses(start, nominal, pauses, steps);
  const due = workingDayFrom(calendar, delayed);
  if (due !== delayed)
    steps.push({ code: "calendar.step.moved", params: { from: delayed, to: due, days: named(calendar, [delayed]) }, source: "民法典203" });
  return due;
}

/** The corresponding day so many months later, or the last day of that month where there is none. */
export function addMonths(day: DateISO, months: number): DateISO {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10) as DateISO;
}

/** Every day on which the clock stood before its end comes on top; days added can run into a later pause. */
function afterPauses(start: DateISO, nominal: DateISO, pauses: readonly Pause[], steps: Reason[]): DateISO {
  let due = nominal;
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const from = pause.from > start ? pause.from : shift(start, 1);
    if (from > due || pause.until < from) continue;
    due = shift(due, daysBetween(from, pause.until) + 1);
    steps.push(pauseStep({ from, until: pause.until }));
  }
  return due;
}

const pauseStep = ({ from, until }: Pause): Reason => ({
  code: "calendar.step.paused",
  params: { from, until, days: daysBetween(from, until) + 1 },
});
const pauseOn = (pauses: readonly Pause[], day: DateISO): Pause | undefined =>
  pauses.find(({ from, until }) => from <= day && day <= until);
const named = (calendar: Calendar, days: readonly DateISO[]): string =>
  days.map((day) => [day, dayKind(calendar, day).name].filter(Boolean).join(" ")).join("、");

function unknownYears(calendar: Calendar, start: DateISO, due: DateISO): Reason[] {
  return years(start, due)
    .filter((year) => !calendar[year])
    .map((year) => ({ code: "calendar.step.unknown_year", params: { year } }));
}

const versions = (calendar: Calendar, start: DateISO, due: DateISO): Record<number, number> =>
  Object.fromEntries(years(start, due).map((year) => [year, calendar[year]?.version ?? 0]));

const years = (start: DateISO, due: DateISO): number[] =>
  Array.from({ length: yearIn(due) - yearIn(start) + 1 }, (_, index) => yearIn(start) + index);

/** Is `a` never longer than `b`? Only periods of one unit, or working days against what they surely fit in, can be compared. */
export function notLonger(a: Period, b: Period): boolean {
  if (a.unit === b.unit) return a.amount <= b.amount;
  // A month has at least 28 days; seven days hold at least... no working day for certain, so working days are never judged shorter.
  if (a.unit === "day" && b.unit === "month") return a.amount <= b.amount * 28;
  return false;
}
