import fc from "fast-check";
import { expect, test } from "vitest";
import { addedUp, type Counted, differences } from "./tally.ts";

const counted = fc.array(
  fc.record({ shelf: fc.constantFrom("x", "y"), book: fc.constantFrom("a", "b", "c"), status: fc.constantFrom("open", "shut") }),
  { maxLength: 12 },
);
function sums(all: readonly Counted[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { shelf, book, status } of all) {
    const key = `${shelf} ${book} ${status}`;
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}

test("what counted before, moved by the differences, is what counts now; what stayed is not written", () => {
  fc.assert(
    fc.property(counted, counted, (before, now) => {
      const after = sums(before);
      for (const { shelf, book, status, n } of differences(before, now)) {
        expect(n).not.toBe(0);
        const key = `${shelf} ${book} ${status}`;
        after[key] = (after[key] ?? 0) + n;
      }
      expect(Object.fromEntries(Object.entries(after).filter(([, n]) => n !== 0))).toEqual(sums(now));
    }),
  );
  const same = [{ shelf: "x", book: "a", status: "open" }];
  expect(differences(same, same)).toEqual([]);
});

test("counts put together name only states in which there is something", () => {
  expect(addedUp([{ open: 3, shut: 1 }, { open: 2, gone: 4 }, {}])).toEqual({ open: 5, shut: 1, gone: 4 });
  expect(addedUp([{ open: 3, shut: 1 }], { open: 1, shut: 1 })).toEqual({ open: 2 });
});
