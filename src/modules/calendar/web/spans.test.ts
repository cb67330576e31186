import fc from "fast-check";
import { expect, test } from "vitest";
import { type Day, daysFrom, spansOf } from "./spans.ts";

test("days are drawn together only where they follow one another, and nothing is lost", () => {
  const day = fc.integer({ min: 0, max: 364 }).map((offset) => new Date(Date.UTC(2023, 0, 1 + offset)).toISOString().slice(0, 10));
  const some = fc.uniqueArray(
    fc.record({ day, kind: fc.constantFrom("off" as const, "work" as const), name: fc.constantFrom("元旦", "春节") }),
    {
      selector: (one) => one.day,
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(some, (days: Day[]) => {
      const spans = spansOf(days);
      expect(spans.flatMap(daysFrom)).toEqual([...days].sort((a, b) => (a.day < b.day ? -1 : 1)));
      expect(spansOf(spans.flatMap(daysFrom))).toEqual(spans);
    }),
  );
});
