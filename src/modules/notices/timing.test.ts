import fc from "fast-check";
import { expect, test } from "vitest";
import { type DateISO, type Instant, momentOn } from "../../platform/clock/instant.ts";
import { afterQuiet, digestDay, digestMoment, nextTry, reminderStage, usualQuiet } from "./timing.ts";

const day = "2023-09-22" as DateISO;
const at = (hours: number, minutes = 0) => momentOn(day, hours * 60 + minutes);

test("nobody is disturbed between nine in the evening and half past seven", () => {
  expect(afterQuiet(at(20, 59), usualQuiet)).toBe(at(20, 59));
  expect(afterQuiet(at(21), usualQuiet)).toBe(at(31, 30));
  expect(afterQuiet(at(3), usualQuiet)).toBe(at(7, 30));
  expect(afterQuiet(at(7, 30), usualQuiet)).toBe(at(7, 30));
});

test("quiet hours within one day, and none", () => {
  const noon = { from: 12 * 60, to: 14 * 60 };
  expect(afterQuiet(at(13), noon)).toBe(at(14));
  expect(afterQuiet(at(23), noon)).toBe(at(23));
  expect(afterQuiet(at(13), { from: 0, to: 0 })).toBe(at(13));
});

test("whatever the quiet hours, what is held back leaves outside them, within a day, and stays there", () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(minute, minute, fc.integer({ min: 0, max: 3_000 }), (from, to, after) => {
      const asked = momentOn(day, after);
      const leaves = afterQuiet(asked, { from, to });
      expect(leaves >= asked).toBe(true);
      expect(Date.parse(leaves) - Date.parse(asked)).toBeLessThan(86_400_000);
      expect(afterQuiet(leaves, { from, to })).toBe(leaves);
    }),
  );
});

test("the digest of the morning takes in what came before eight, later news waits for the next", () => {
  expect([digestDay(at(7, 59)), digestDay(at(8))]).toEqual(["2023-09-22", "2023-09-23"]);
  expect(digestMoment(day, usualQuiet)).toBe(at(8));
  expect(digestMoment(day, { from: 0, to: 9 * 60 })).toBe(at(9));
});

test("it is tried again for at least a day, ever more slowly, and not for ever", () => {
  let now: Instant = at(9);
  let tries = 0;
  for (let next: Instant | undefined = now; next; next = nextTry(now, at(9), tries, { from: 0, to: 0 })) {
    now = next;
    tries++;
  }
  const hours = (Date.parse(now) - Date.parse(at(9))) / 3_600_000;
  expect(hours).toBeGreaterThan(24);
  expect(hours).toBeLessThan(50);
  expect(tries).toBeLessThan(60);
});

test("a reminder before, on the day, and every few days after", () => {
  const stage = (on: string) => reminderStage(on as DateISO, day, { before: 5, every: 5 });
  expect(["2023-09-16", "2023-09-17", "2023-09-21", "2023-09-22", "2023-09-26", "2023-09-27", "2023-10-02"].map(stage)).toEqual([
    ...[undefined, "before", "before", "due", "due", "overdue 1", "overdue 2"],
  ]);
});
