/** A moment: ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type Instant = string & { readonly instant: unique symbol };
/** A calendar day in China: `YYYY-MM-DD`. */
export type DateISO = string & { readonly date: unique symbol };

/** China keeps one time zone without summer time since 1991. */
const chinaOffset = 8 * 3_600_000;
const dayLength = 86_400_000;

/** The instant of an ISO text; throws on anything else. */
export function instant(text: string): Instant {
  return new Date(text).toISOString() as Instant;
}

/** A day from `YYYY-MM-DD`; throws when there is no such day. */
export function date(text: string): DateISO {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== text) throw new RangeError(`not a calendar day: ${text}`);
  return text as DateISO;
}

/** The day in China on which `at` falls. */
export const dateIn = (at: Instant): DateISO => new Date(Date.parse(at) + chinaOffset).toISOString().slice(0, 10) as DateISO;

/** The moment at which `day` begins in China, plus whole minutes. */
export const momentOn = (day: DateISO, minutes = 0): Instant =>
  new Date(Date.parse(`${day}T00:00:00Z`) - chinaOffset + minutes * 60_000).toISOString() as Instant;

/** `day` moved by whole days. */
export const shift = (day: DateISO, days: number): DateISO =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10) as DateISO;

/** Whole days from `a` to `b`; negative when `b` comes first. */
export const daysBetween = (a: DateISO, b: DateISO): number => (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / dayLength;

/** The year of a day. */
export const yearIn = (day: DateISO): number => Number(day.slice(0, 4));

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: DateISO): number => new Date(`${day}T00:00:00Z`).getUTCDay();
