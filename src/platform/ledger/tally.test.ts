import fc from "fast-check";
import { expect, test } from "vitest";
import { type Counted, differences } from "./tally.ts";

const counted = fc.array(fc.record({ book: fc.constantFrom("a", "b", "c"), status: fc.constantFrom("open", "shut") }), { maxLength: 12 });
function sums(all: readonly Counted[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { book, status } of all) found[`${book} ${status}`] = (found[`${book} ${status}`] ?? 0) + 1;
  return found;
}

test("what counted before, moved by the differences, is what counts now; what stayed is not written", () => {
  fc.assert(
    fc.property(counted, counted, (before, now) => {
      const after = sums(before);
      for (const { book, status, n } of differences(before, now)) {
        expect(n).not.toBe(0);
        after[`${book} ${status}`] = (after[`${book} ${status}`] ?? 0) + n;
      }
      expect(Object.fromEntries(Object.entries(after).filter(([, n]) => n !== 0))).toEqual(sums(now));
    }),
  );
  const same = [{ book: "a", status: "open" }];
  expect(differences(same, same)).toEqual([]);
});
