import { type DateISO, shift, weekday, yearIn } from "../../platform/clock/instant.ts";
import type { Shift } from "./terms.ts";

/** On which days a roster has a reception; Monday is 1, Sunday is 7. */
export interface RosterRule {
  readonly every: "month_day" | "month_weekday" | "week";
  readonly day: number | null;
  readonly nth: number | null;
  readonly weekday: number | null;
  /** None means every month. */
  readonly months: readonly number[];
  readonly deputies: number;
  readonly shift: Shift;
  readonly inForceFrom: DateISO;
  readonly inForceUntil: DateISO | null;
}

/** From a day to a day, both included; null has no end. */
export interface Span {
  readonly mandateId: string;
  readonly from: DateISO;
  readonly to: DateISO | null;
}

/** A reception of the roster that stays as it is, whatever is generated. */
export interface Fixed {
  readonly plannedFor: DateISO;
  readonly day: DateISO;
}

/** Is it a working day, by the published calendar? */
export type Working = (day: DateISO) => boolean;

export interface Situation {
  readonly working: Working;
  readonly today: DateISO;
  readonly placed: readonly Span[];
  readonly absences: readonly Span[];
  /** Duties of the year so far, those of fixed receptions among them. */
  readonly duties: ReadonlyMap<string, number>;
  /** Days on which someone is on duty elsewhere. */
  readonly busy: ReadonlyMap<string, ReadonlySet<DateISO>>;
  readonly fixed: readonly Fixed[];
}

export interface Planned {
  readonly plannedFor: DateISO;
  readonly day: DateISO;
  readonly mandates: readonly string[];
  /** So many deputies could not be found. */
  readonly missing: number;
}

/**
 * The receptions of a roster in a year from `today` on, save the fixed ones. Whoever served least comes first, ties by the
 * order of mandates; nobody is planned who is absent, not placed, or on duty elsewhere on that day. The same situation
 * always gives the same plan.
 */
export function generate(rule: RosterRule, year: number, situation: Situation): Planned[] {
  const { today, fixed } = situation;
  const kept = new Set(fixed.map(({ plannedFor }) => plannedFor));
  const counts = new Map(situation.duties);
  return receptionDays(rule, year, situation.working, fixed)
    .filter(({ plannedFor, day }) => day >= today && !kept.has(plannedFor))
    .map((date) => {
      const mandates = fairest(rule.deputies, free(date.day, situation), counts);
      for (const mandate of mandates) counts.set(mandate, (counts.get(mandate) ?? 0) + 1);
      return { ...date, mandates, missing: rule.deputies - mandates.length };
    });
}

/** Those who served least, ties by a fixed order. */
function fairest(wanted: number, free: readonly string[], counts: ReadonlyMap<string, number>): string[] {
  const served = (mandate: string): number => counts.get(mandate) ?? 0;
  return free.toSorted((a, b) => served(a) - served(b) || (a < b ? -1 : 1)).slice(0, wanted);
}

function free(day: DateISO, { placed, absences, busy }: Situation): string[] {
  const holds = ({ from, to }: Span): boolean => from <= day && (to === null || day <= to);
  const away = new Set(absences.filter(holds).map(({ mandateId }) => mandateId));
  const here = new Set(placed.filter(holds).map(({ mandateId }) => mandateId));
  return [...here].filter((mandate) => !away.has(mandate) && !busy.get(mandate)?.has(day));
}

/**
 * The days of a year that the rule names, with the day on which each is held. A shifted day that meets another reception
 * of the same roster is left out: nobody receives twice on one day.
 */
export function receptionDays(
  rule: RosterRule,
  year: number,
  working: Working,
  fixed: readonly Fixed[] = [],
): { plannedFor: DateISO; day: DateISO }[] {
  const named = namedDays(rule, year).filter((day) => day >= rule.inForceFrom && (rule.inForceUntil === null || day <= rule.inForceUntil));
  const dates = named.flatMap((plannedFor) => {
    const day = shifted(working, plannedFor, rule.shift);
    return day ? [{ plannedFor, day }] : [];
  });
  const still = new Set(fixed.map(({ plannedFor }) => plannedFor));
  const taken = new Set([
    ...fixed.map(({ day }) => day),
    ...dates.filter(({ plannedFor, day }) => plannedFor === day).map(({ day }) => day),
  ]);
  return dates.filter(({ plannedFor, day }) => {
    if (plannedFor === day) return still.has(plannedFor) || !fixed.some((one) => one.day === day);
    if (still.has(plannedFor)) return true;
    if (taken.has(day)) return false;
    taken.add(day);
    return true;
  });
}

/** The day itself, the working day it moves to, or none. */
function shifted(working: Working, day: DateISO, how: Shift): DateISO | undefined {
  if (how === "stay" || working(day)) return day;
  if (how === "skip") return undefined;
  let at = day;
  while (!working(at)) at = shift(at, how === "next_working_day" ? 1 : -1);
  return at;
}

function namedDays(rule: RosterRule, year: number): DateISO[] {
  const months = rule.months.length > 0 ? rule.months : Array.from({ length: 12 }, (_, index) => index + 1);
  const wanted = new Set(months);
  const all = daysOf(year).filter((day) => wanted.has(monthOf(day)));
  if (rule.every === "week") return all.filter((day) => iso(day) === rule.weekday);
  if (rule.every === "month_weekday")
    return all.filter((day) => iso(day) === rule.weekday && Math.ceil(Number(day.slice(8)) / 7) === rule.nth);
  // In a shorter month the last day stands for one that it does not have.
  return all.filter((day) => {
    const [date, last] = [Number(day.slice(8)), monthOf(shift(day, 1)) !== monthOf(day)];
    return date === rule.day || (last && date < (rule.day ?? 0));
  });
}

function daysOf(year: number): DateISO[] {
  const days: DateISO[] = [];
  for (let day = `${year}-01-01` as DateISO; yearIn(day) === year; day = shift(day, 1)) days.push(day);
  return days;
}

const monthOf = (day: DateISO): number => Number(day.slice(5, 7));
const iso = (day: DateISO): number => weekday(day) || 7;

/** A reception of the roster as it stands, where it may still be changed. */
export interface Standing {
  readonly id: string;
  readonly plannedFor: DateISO;
  readonly day: DateISO;
  readonly fromTime: string;
  readonly toTime: string;
  readonly theme: string | null;
  readonly mandates: readonly string[];
}

export interface Comparison {
  readonly added: readonly Planned[];
  readonly changed: readonly { readonly before: Standing; readonly after: Planned }[];
  readonly same: readonly { readonly before: Standing; readonly after: Planned }[];
  /** No longer named by the rule. */
  readonly gone: readonly Standing[];
}

/** What generating would add, change and drop, beside what stands. */
export function compare(
  plan: readonly Planned[],
  standing: readonly Standing[],
  roster: { readonly fromTime: string; readonly toTime: string; readonly theme: string | null },
): Comparison {
  const known = new Map(standing.map((one) => [one.plannedFor, one]));
  const pairs = plan.flatMap((after) => {
    const before = known.get(after.plannedFor);
    return before ? [{ before, after }] : [];
  });
  const named = new Set(plan.map(({ plannedFor }) => plannedFor));
  const alike = ({ before, after }: { before: Standing; after: Planned }): boolean =>
    before.day === after.day &&
    before.fromTime === roster.fromTime &&
    before.toTime === roster.toTime &&
    before.theme === roster.theme &&
    before.mandates.length === after.mandates.length &&
    before.mandates.every((mandate) => after.mandates.includes(mandate));
  return {
    added: plan.filter(({ plannedFor }) => !known.has(plannedFor)),
    changed: pairs.filter((pair) => !alike(pair)),
    same: pairs.filter(alike),
    gone: standing.filter(({ plannedFor }) => !named.has(plannedFor)),
  };
}
