import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, searchOf } from "./search.ts";

test("what stands in an address is plain", () => {
  expect(addressOf({ key: "true", year: "2023", search: undefined })).toBe("?key=true&year=2023");
  expect(addressOf({})).toBe("");
});

test("addresses with texts in quotation marks are still understood", () => {
  expect(searchOf("?key=%22true%22&year=%222023%22&status=closed")).toEqual({ key: "true", year: "2023", status: "closed" });
  expect(searchOf("?search=%22垃圾%22")).toEqual({ search: '"垃圾"' });
});

test("whatever is asked for is read as it was written", () => {
  const text = fc.string({ unit: "grapheme" }).filter((one) => !one.startsWith('"'));
  const asked = fc.dictionary(
    text.filter((name) => name !== "__proto__"),
    text,
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(asked, (search) => {
      expect(searchOf(addressOf(search))).toEqual(search);
    }),
  );
});
