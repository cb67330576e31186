import fc from "fast-check";
import { expect, test } from "vitest";
import { likeness, type Told, whoIs } from "./namesakes.ts";

const told = fc.record({
  name: fc.constantFrom("王伟", "李娜"),
  bornIn: fc.constantFrom(null, "1970-01", "1982-10"),
  phone: fc.constantFrom(null, "13800000001", "13800000002"),
});
const of = (bornIn: string | null, phone: string | null): Told => ({ name: "王伟", bornIn, phone });

test.each([
  [of("1970-01", null), of("1970-01", "13800000001"), "same"],
  [of("1970-01", null), of("1982-10", null), "different"],
  [of("1970-01", "13800000001"), of("1982-10", "13800000001"), "same"],
  [of(null, "13800000001"), of("1970-01", "13800000002"), "unclear"],
  [of(null, null), of("1970-01", "13800000002"), "same"],
] as const)("%o and %o: %s", (a, b, expected) => expect(likeness(a, b)).toBe(expected));

test("likeness is mutual, and everyone is like himself", () => {
  fc.assert(
    fc.property(told, told, (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, a)).toBe("same");
    }),
  );
});

test("whoever is found is like the one told of, and one among several like him is never picked by chance", () => {
  fc.assert(
    fc.property(told, fc.array(told, { maxLength: 5 }), (one, known) => {
      const found = whoIs(one, known);
      if (found === "unclear") return;
      if (found) expect(likeness(one, found)).toBe("same");
      else for (const other of known) expect(likeness(one, other)).toBe("different");
    }),
  );
});
