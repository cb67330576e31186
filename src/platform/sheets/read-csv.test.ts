import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell } from "./csv.ts";
import { csvRows, decoded, unmarked } from "./read-csv.ts";

test("cells, quotes and lines are read as RFC 4180 writes them, and a last line without an end counts", () => {
  expect(csvRows('a,"b ""c"", d"\r\n"two\nlines",\n\nlast')).toEqual([["a", 'b "c", d'], ["two\nlines", ""], [""], ["last"]]);
  expect(csvRows("甲;乙;丙\n1;2,5;3")).toEqual([
    ["甲", "乙", "丙"],
    ["1", "2,5", "3"],
  ]);
  expect(csvRows('a,"never closed')).toBeUndefined();
  expect(csvRows("")).toEqual([]);
});

test("what the product wrote is read back as it was", () => {
  const marked = fc.constantFrom("=1", "'+", "''-2", "'");
  const cell = fc
    .oneof({ weight: 9, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) }, { weight: 1, arbitrary: marked })
    .map((text) => text.replaceAll(/\r\n?/g, "\n"));
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const text = ["一,二", ...rows.map((cells) => cells.map(csvCell).join(","))].map((line) => `${line}\r\n`).join("");
      expect(
        csvRows(text)
          ?.slice(1)
          .map((cells) => cells.map(unmarked)),
      ).toEqual(rows);
    }),
  );
});

test("UTF-8 with and without its mark and GB 18030 are told apart; anything else is no text", () => {
  expect(decoded(new TextEncoder().encode("\uFEFF编号,标题"))).toBe("编号,标题");
  expect(decoded(new TextEncoder().encode("编号"))).toBe("编号");
  expect(decoded(Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5]))).toBe("编号");
  expect(decoded(Uint8Array.from([0x50, 0x4b, 0, 1, 0xff, 0xff]))).toBeUndefined();
});
