import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdaySpans } from "./weekdays.ts";

describe("days of the week", () => {
  test("three and more in a row are a span, in the order of the week", () => {
    expect(weekdaySpans([1, 2, 3, 4, 5])).toEqual([[1, 5]]);
    expect(weekdaySpans([5, 4, 3, 2, 1, 7])).toEqual([[1, 5], [7]]);
    expect(weekdaySpans([1, 2, 4])).toEqual([[1], [2], [4]]);
    expect(weekdaySpans([1, 2, 3, 5, 6, 7])).toEqual([
      [1, 3],
      [5, 7],
    ]);
    expect(weekdaySpans([])).toEqual([]);
  });

  test("say every day once, and none besides", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 })), (days) => {
        const said = weekdaySpans(days).flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
        expect(said).toEqual([...new Set(days)].sort());
      }),
    );
  });
});
