import chineseDays from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type { DateISO } from "../../../platform/clock/instant.ts";

/** A day that differs from the week's rule, as the State Council's notice has it. */
export interface PublishedDay {
  readonly day: DateISO;
  readonly kind: "off" | "work";
  readonly name: string;
}

const listed: Readonly<Record<"holidays" | "workdays", Readonly<Record<string, string>>>> = chineseDays;

/** Days off and make-up days that have been published for `year`; none when the year has not been. */
export function publishedDays(year: number): PublishedDay[] {
  const of = (kind: "off" | "work", days: Readonly<Record<string, string>>) =>
    Object.entries(days)
      .filter(([day]) => day.startsWith(`${year}-`))
      .map(([day, text]) => ({ day: day as DateISO, kind, name: nameIn(text) + (kind === "work" ? "调休上班" : "") }));
  return [...of("off", listed.holidays), ...of("work", listed.workdays)].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Entries read `National Day,国庆节,3`. */
const nameIn = (text: string): string => text.split(",")[1] ?? text;

export const seededYears = [2022, 2023, 2024, 2025, 2026, 2027];
