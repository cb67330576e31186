import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateISO, shift, yearIn } from "../../platform/clock/instant.ts";
import { dayKind } from "../calendar/index.ts";
import { compare, generate, type RosterRule, receptionDays, type Situation, type Standing } from "./generation.ts";
import { shifts } from "./terms.ts";

const at = (text: string): DateISO => text as DateISO;
const yearStart = at("2023-01-01");
const calendar = {
  2023: {
    version: 1,
    off: Object.fromEntries(Array.from({ length: 8 }, (_, index) => [shift(at("2023-09-29"), index), "国庆节"])),
    work: { [at("2023-10-07")]: "国庆节", [at("2023-10-08")]: "国庆节" },
  },
};
const monthly: RosterRule = {
  ...{ every: "month_day", day: 15, nth: null, weekday: null, months: [], deputies: 2, shift: "next_working_day" },
  ...{ inForceFrom: at("2020-01-01"), inForceUntil: null },
};
const working = (day: DateISO): boolean => dayKind(calendar, day).working;
const situation: Situation = { working, today: yearStart, placed: [], absences: [], duties: new Map(), busy: new Map(), fixed: [] };
const days = (rule: Partial<RosterRule>) => receptionDays({ ...monthly, ...rule }, 2023, working).map(({ day }) => day);

describe("the days of a roster", () => {
  test("a day of the month, shifted over weekends and holidays; the last day of a shorter month", () => {
    expect(days({}).slice(3, 6)).toEqual(["2023-04-17", "2023-05-15", "2023-06-15"]);
    expect(days({ months: [10], day: 1 })).toEqual(["2023-10-07"]);
    expect(days({ months: [10], day: 1, shift: "previous_working_day" })).toEqual(["2023-09-28"]);
    expect(days({ months: [10], day: 1, shift: "stay" })).toEqual(["2023-10-01"]);
    expect(days({ months: [10], day: 1, shift: "skip" })).toEqual([]);
    expect(days({ months: [2], day: 31 })).toEqual(["2023-02-28"]);
  });

  test("the nth weekday, every week; what a shift would double is left out", () => {
    const third = { every: "month_weekday", day: null, nth: 3, weekday: 2 } as const;
    expect(days({ ...third, months: [9] })).toEqual(["2023-09-19"]);
    expect(days({ ...third, nth: 5, months: [9, 10] })).toEqual(["2023-10-31"]);
    const saturdays = days({ every: "week", day: null, weekday: 6, months: [9, 10] });
    expect(saturdays).toContain("2023-10-07");
    expect(new Set(saturdays).size).toBe(saturdays.length);
  });

  test("only while the roster is in force", () => {
    expect(days({ inForceFrom: at("2023-03-16"), inForceUntil: at("2023-06-15") })).toEqual(["2023-04-17", "2023-05-15", "2023-06-15"]);
  });
});

const mandate = (index: number) => `m${String(index).padStart(2, "0")}`;
const dayOf = fc.nat(364).map((offset) => shift(yearStart, offset));
const rules = fc
  .record({
    every: fc.constantFrom("month_day", "month_weekday", "week"),
    day: fc.integer({ min: 1, max: 31 }),
    nth: fc.integer({ min: 1, max: 5 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
    deputies: fc.integer({ min: 1, max: 4 }),
    shift: fc.constantFrom(...shifts),
  })
  .map((rule): RosterRule => ({ ...monthly, ...rule }));
const spans = fc.array(
  fc.record({ who: fc.nat(9), from: dayOf, length: fc.nat(90) }).map(({ who, from, length }) => ({
    ...{ mandateId: mandate(who), from, to: shift(from, length) },
  })),
  { maxLength: 12 },
);
const scenes = fc.record({ rule: rules, count: fc.integer({ min: 0, max: 10 }), absences: spans, today: dayOf });
const placed = (count: number) => Array.from({ length: count }, (_, index) => ({ mandateId: mandate(index), from: yearStart, to: null }));

describe("generated receptions, whatever the rule", () => {
  test("nobody absent is planned, nobody twice, never on a day past; what is shifted lands on a working day", () => {
    fc.assert(
      fc.property(scenes, ({ rule, count, absences, today }) => {
        const plan = generate(rule, 2023, { ...situation, placed: placed(count), absences, today });
        expect(new Set(plan.map(({ day }) => day)).size).toBe(plan.length);
        for (const { day, plannedFor, mandates, missing } of plan) {
          expect(day >= today).toBe(true);
          expect(yearIn(plannedFor)).toBe(2023);
          if (rule.shift !== "stay") expect(working(day)).toBe(true);
          expect(new Set(mandates).size).toBe(mandates.length);
          expect(mandates.length + missing).toBe(rule.deputies);
          for (const one of mandates)
            expect(absences.some(({ mandateId, from, to }) => mandateId === one && from <= day && day <= to)).toBe(false);
        }
      }),
    );
  });

  test("duties differ by one at most where everybody is always there", () => {
    fc.assert(
      fc.property(scenes, ({ rule, count, today }) => {
        const plan = generate(rule, 2023, { ...situation, placed: placed(count), today });
        const counts = placed(count).map(({ mandateId }) => plan.filter(({ mandates }) => mandates.includes(mandateId)).length);
        if (count > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        for (const { missing } of plan) expect(missing).toBe(Math.max(0, rule.deputies - count));
      }),
    );
  });

  test("whoever served least comes first: no one free is passed over for someone who served more", () => {
    fc.assert(
      fc.property(scenes, ({ rule, count, absences, today }) => {
        const served = new Map<string, number>();
        for (const { day, mandates } of generate(rule, 2023, { ...situation, placed: placed(count), absences, today })) {
          const away = (one: string) => absences.some(({ mandateId, from, to }) => mandateId === one && from <= day && day <= to);
          const passed = placed(count)
            .map(({ mandateId }) => mandateId)
            .filter((one) => !mandates.includes(one) && !away(one));
          const most = Math.max(0, ...mandates.map((one) => served.get(one) ?? 0));
          for (const one of passed) expect(served.get(one) ?? 0).toBeGreaterThanOrEqual(mandates.length > 0 ? most : 0);
          for (const one of mandates) served.set(one, (served.get(one) ?? 0) + 1);
        }
      }),
    );
  });

  test("generating again changes nothing, and a fixed reception is never touched", () => {
    const times = { fromTime: "09:00", toTime: "11:00", theme: null };
    fc.assert(
      fc.property(scenes, fc.nat(11), ({ rule, count, absences, today }, pick) => {
        const of = { ...situation, placed: placed(count), absences, today };
        const plan = generate(rule, 2023, of);
        expect(generate(rule, 2023, of)).toEqual(plan);
        const standing = plan.map((one, index): Standing => ({ ...one, ...times, id: String(index) }));
        expect(compare(plan, standing, times)).toMatchObject({ added: [], changed: [], gone: [] });
        const fixed = plan[pick % Math.max(1, plan.length)];
        if (!fixed) return;
        const duties = new Map(fixed.mandates.map((one) => [one, 1]));
        const again = generate(rule, 2023, { ...of, fixed: [fixed], duties });
        expect(again.some(({ plannedFor, day }) => plannedFor === fixed.plannedFor || day === fixed.day)).toBe(false);
        expect(again.length).toBe(plan.length - 1);
      }),
    );
  });

  test("who is on duty elsewhere that day is left alone", () => {
    const busy = new Map([[mandate(0), new Set([at("2023-05-15")])]]);
    const plan = generate({ ...monthly, months: [5], deputies: 1 }, 2023, { ...situation, placed: placed(2), busy });
    expect(plan).toEqual([{ plannedFor: "2023-05-15", day: "2023-05-15", mandates: [mandate(1)], missing: 0 }]);
  });
});
