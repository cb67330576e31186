import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateISO, date, daysBetween, shift, weekday } from "../../platform/clock/instant.ts";
import { addMonths, dueDate, notLonger } from "./due-date.ts";
import { publishedDays } from "./server/published.ts";
import { type Calendar, dayKind, workingDaysBetween } from "./working-days.ts";

const published = (year: number) => {
  const of = (kind: string) =>
    Object.fromEntries(
      publishedDays(year)
        .filter((one) => one.kind === kind)
        .map(({ day, name }) => [day, name]),
    );
  return { version: 1, off: of("off"), work: of("work") };
};
const calendar: Calendar = Object.fromEntries([2022, 2023, 2024].map((year) => [year, published(year)]));
const day = (text: string): DateISO => date(text);
const codes = (steps: readonly { code: string }[]) => steps.map((step) => step.code.replace("calendar.step.", ""));

describe("working days", () => {
  test("skip Mid-Autumn and National Day, count the make-up Saturday", () => {
    const due = dueDate(calendar, day("2023-09-22"), { amount: 5, unit: "working_day" });
    expect(due.dueOn).toBe("2023-10-07");
    expect(codes(due.steps)).toEqual(["start", "working_days", "holidays", "made_up"]);
    expect(due.calendars).toEqual({ 2023: 1 });
  });

  test("know Spring Festival 2023 and its make-up weekend", () => {
    expect(dayKind(calendar, day("2023-01-27"))).toEqual({ working: false, name: "春节", known: true });
    expect(dayKind(calendar, day("2023-01-28")).working).toBe(true);
    expect(dueDate(calendar, day("2023-01-20"), { amount: 1, unit: "working_day" }).dueOn).toBe("2023-01-28");
  });

  test("agree with counting one by one, over any start, length and pause", () => {
    const start = fc.integer({ min: 0, max: 900 }).map((days) => shift(day("2022-01-01"), days));
    const pause = fc.record({ after: fc.integer({ min: 1, max: 60 }), days: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), fc.option(pause, { nil: undefined }), (from, amount, stood) => {
        const pauses = stood ? [{ from: shift(from, stood.after), until: shift(from, stood.after + stood.days - 1) }] : [];
        const { dueOn } = dueDate(calendar, from, { amount, unit: "working_day" }, pauses);
        const counts = (at: DateISO) => dayKind(calendar, at).working && !pauses.some((one) => one.from <= at && at <= one.until);
        let counted = 0;
        for (let at = shift(from, 1); at <= dueOn; at = shift(at, 1)) if (counts(at)) counted++;
        expect(counted).toBe(amount);
        expect(counts(dueOn)).toBe(true);
        if (pauses.length === 0) expect(workingDaysBetween(calendar, from, dueOn)).toBe(amount);
      }),
    );
  });

  test("a year without a calendar is counted by weekends, and says so", () => {
    const due = dueDate(calendar, day("2024-12-30"), { amount: 5, unit: "working_day" });
    expect(codes(due.steps)).toContain("unknown_year");
    expect(due.calendars).toEqual({ 2024: 1, 2025: 0 });
  });
});

describe("months by the Civil Code", () => {
  test.each([
    ["2023-01-31", 1, "2023-02-28"],
    ["2023-11-30", 3, "2024-02-29"],
    ["2022-12-15", 3, "2023-03-15"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2023-12-31", 12, "2024-12-31"],
  ])("%s and %i months is %s", (start, months, end) => {
    expect(addMonths(day(start), months)).toBe(end);
  });

  test("a last day that is off moves to the next working day, and says why", () => {
    // 29 June and three months: 29 September 2023 is Mid-Autumn; the holidays run to 6 October, the 7th is made up.
    const due = dueDate(calendar, day("2023-06-29"), { amount: 3, unit: "month" });
    expect(due.dueOn).toBe("2023-10-07");
    expect(due.steps).toContainEqual({
      code: "calendar.step.moved",
      params: { from: "2023-09-29", to: "2023-10-07", days: "2023-09-29 中秋" },
      source: "民法典203",
    });
  });

  test("month-end without a corresponding day names the rule", () => {
    expect(codes(dueDate(calendar, day("2023-01-31"), { amount: 1, unit: "month" }).steps)).toContain("month_end");
  });

  test("every paused day comes on top, and the due date is never a day off", () => {
    const start = fc.integer({ min: 0, max: 700 }).map((days) => shift(day("2022-01-01"), days));
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 40 }),
        (from, amount, after, length) => {
          const pause = { from: shift(from, after), until: shift(from, after + length - 1) };
          const nominal = addMonths(from, amount);
          const { dueOn } = dueDate(calendar, from, { amount, unit: "month" }, [pause]);
          const expected = pause.from <= nominal ? shift(nominal, length) : nominal;
          expect(daysBetween(expected, dueOn)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(expected, dueOn)).toBeLessThan(12);
          expect(dayKind(calendar, dueOn).working).toBe(true);
          if (dayKind(calendar, expected).working) expect(dueOn).toBe(expected);
        },
      ),
    );
  });
});

test("the published years are whole: 2023 has its seven make-up days, none of them a weekday", () => {
  const madeUp = publishedDays(2023).filter((one) => one.kind === "work");
  expect(madeUp.map((one) => one.day)).toEqual([
    "2023-01-28",
    "2023-01-29",
    "2023-04-23",
    "2023-05-06",
    "2023-06-25",
    "2023-10-07",
    "2023-10-08",
  ]);
  for (const { day: at } of madeUp) expect([0, 6]).toContain(weekday(at));
  expect(publishedDays(2027)).toEqual([]);
});

test("periods are compared only where the shorter is sure", () => {
  const month = { amount: 3, unit: "month" } as const;
  expect(notLonger({ amount: 2, unit: "month" }, month)).toBe(true);
  expect(notLonger({ amount: 4, unit: "month" }, month)).toBe(false);
  expect(notLonger({ amount: 84, unit: "day" }, month)).toBe(true);
  expect(notLonger({ amount: 90, unit: "day" }, month)).toBe(false);
  expect(notLonger({ amount: 20, unit: "working_day" }, month)).toBe(false);
});
