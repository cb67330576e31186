import { expect, test } from "vitest";
import { numeral, ofNumeral } from "./numeral.ts";
import { speak } from "./words.ts";

test("numerals below a hundred are read as they are written", () => {
  for (let n = 1; n < 100; n++) expect(ofNumeral(numeral(n))).toBe(n);
});

test.each([
  [3, "第三次会议"],
  ["12", "第十二次会议"],
  [120, "第120次会议"],
])("a sentence writes %s out", (session, said) => {
  const words = speak({ "zh-CN": { session: "第{{session, numeral}}次会议" }, en: {} })("zh-CN");
  expect(words("session", { session })).toBe(said);
});
