import type { DateISO } from "../../platform/clock/instant.ts";
import { shift } from "../../platform/clock/instant.ts";
import type { Reason } from "../../platform/refusal.ts";
import { type Due, dueDate, type Pause, type Period } from "./due-date.ts";
import type { Statute } from "./statute.ts";

/** Consent to a longer period, given before the first one ended. */
export interface Extension {
  readonly period: Period;
  readonly grantedOn: DateISO;
  readonly source: string;
}

/** A running or stopped time limit. Each change computes the due date anew and keeps why. */
export interface ClockRow {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The part of the subject whose limit it is, such as one unit's handling. */
  readonly partId: string | null;
  readonly key: string;
  readonly ruleVersion: number;
  readonly period: Period;
  readonly startsOn: DateISO;
  readonly dueOn: DateISO;
  readonly pauses: readonly OpenPause[];
  readonly extension: Extension | null;
  readonly steps: readonly Reason[];
  readonly calendars: Readonly<Record<number, number>>;
  readonly stoppedOn: DateISO | null;
  readonly stoppedBy: string | null;
}

/** `until` is null while the clock stands. */
interface OpenPause {
  readonly from: DateISO;
  readonly until: DateISO | null;
}

export interface ClockStart {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly partId?: string;
  readonly key: string;
  readonly startsOn: DateISO;
}

/** What deciding functions do with time limits, bound to the statute of the day. */
export interface Clocks {
  start(what: ClockStart): ClockRow;
  stop(row: ClockRow, on: DateISO, by: string): ClockRow;
  pause(row: ClockRow, on: DateISO): ClockRow;
  resume(row: ClockRow, on: DateISO): ClockRow;
  extend(row: ClockRow, extension: Extension): ClockRow;
}

export const clocksUnder = (statute: Statute): Clocks => ({
  start: (what) => startClock(statute, what),
  stop: stopClock,
  pause: pauseClock,
  resume: (row, on) => resumeClock(statute, row, on),
  extend: (row, extension) => extendClock(statute, row, extension),
});

/** Starts the limit of `key` as in force on its first day. */
export function startClock(statute: Statute, { id, subjectType, subjectId, partId, key, startsOn }: ClockStart): ClockRow {
  const rule = statute.period(key, startsOn);
  const blank = { id, subjectType, subjectId, partId: partId ?? null, key, ruleVersion: rule.version, period: rule.value, startsOn };
  return computed(statute, { ...blank, pauses: [], extension: null, stoppedOn: null, stoppedBy: null });
}

/** Stops a clock because what it waited for happened, or can no longer happen. */
export const stopClock = (row: ClockRow, on: DateISO, by: string): ClockRow => ({ ...row, stoppedOn: on, stoppedBy: by });

/** Lets a clock stand from `on`; that day no longer counts. */
export const pauseClock = (row: ClockRow, on: DateISO): ClockRow => ({ ...row, pauses: [...row.pauses, { from: on, until: null }] });

/** Lets a standing clock run on; `on` counts again. */
export function resumeClock(statute: Statute, row: ClockRow, on: DateISO): ClockRow {
  const closed = row.pauses.map(({ from, until }): Pause => ({ from, until: until ?? shift(on, -1) }));
  return computed(statute, { ...row, pauses: closed.filter((pause) => pause.until >= pause.from) });
}

/** Gives the limit a longer period from the same start (DL-51: three or six months from assignment). */
export const extendClock = (statute: Statute, row: ClockRow, extension: Extension): ClockRow => computed(statute, { ...row, extension });

/** The same clock under today's calendars. */
export const recomputeClock = (statute: Statute, row: ClockRow): ClockRow => computed(statute, row);

export const isPaused = (row: ClockRow): boolean => row.pauses.some((pause) => pause.until === null);

function computed(statute: Statute, row: Omit<ClockRow, "dueOn" | "steps" | "calendars">): ClockRow {
  const pauses = row.pauses.filter((pause): pause is Pause => pause.until !== null);
  const period = row.extension?.period ?? row.period;
  const due: Due = dueDate(statute.calendar, row.startsOn, period, pauses);
  const rule: Reason = {
    code: "calendar.step.rule",
    params: { key: row.key, version: row.ruleVersion },
    source: statute.sourceOf(row.key, row.ruleVersion),
  };
  const extended: Reason[] = row.extension
    ? [{ code: "calendar.step.extended", params: { on: row.extension.grantedOn }, source: row.extension.source }]
    : [];
  return { ...row, dueOn: due.dueOn, steps: [rule, ...extended, ...due.steps], calendars: due.calendars };
}
