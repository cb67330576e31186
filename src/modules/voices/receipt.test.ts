import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { receiptBits, receiptFrom, receiptIn, spelled } from "./receipt.ts";

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

test("the same bytes give the same receipt, and it can be read back however it is typed", () => {
  fc.assert(
    fc.property(bytes, (chance) => {
      const receipt = receiptFrom(chance);
      expect(receiptFrom(chance)).toBe(receipt);
      expect(receipt).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
      const shown = spelled(receipt);
      expect(shown).toMatch(/^.{4}-.{3}-.{3}$/);
      const wide = shown.replaceAll(/[!-~]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0));
      for (const typed of [shown, shown.toLowerCase(), ` ${shown.replaceAll("-", " ")} `, receipt, wide, shown.replaceAll("-", "—")])
        expect(receiptIn(typed)).toBe(receipt);
    }),
  );
});

test("what cannot be a receipt is none, whatever it is", () => {
  for (const typed of ["", "K7M2-9QX-4T", "K7M2-9QX-4TDD", "K0M2-9QX-4TD", "K7M2-9QX-4TI", "张三", "😀".repeat(10), "' or 1=1 --"])
    expect(receiptIn(typed)).toBeUndefined();
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => void receiptIn(typed)));
});

test("every place takes every character about equally often", () => {
  const counts = new Map<string, number>();
  const rounds = 6200;
  for (let round = 0; round < rounds; round++)
    for (const [place, letter] of [...receiptFrom(randomBytes(32))].entries())
      counts.set(`${place}${letter}`, (counts.get(`${place}${letter}`) ?? 0) + 1);
  expect(counts.size).toBe(310);
  // 200 expected of each; six standard deviations are 84.
  for (const count of counts.values()) expect(Math.abs(count - rounds / 31)).toBeLessThan(90);
});

test("49.5 bits", () => expect(receiptBits).toBeCloseTo(49.54, 1));
