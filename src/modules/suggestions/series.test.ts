import fc from "fast-check";
import { expect, test } from "vitest";
import { namesIn, seriesIn } from "./series.ts";

test.each([
  ["3", { session: 3 }],
  ["第3次", { session: 3 }],
  ["第三次会议", { session: 3 }],
  ["十", { session: 10 }],
  ["第十二次会议", { session: 12 }],
  ["二十", { session: 20 }],
  ["2019", { year: 2019 }],
  ["2019年", { year: 2019 }],
  ["闭会期间2019年", { year: 2019 }],
])("%s is a session or a year", (said, series) => {
  expect(seriesIn(said)).toEqual(series);
});

test.each(["", "0", "三二", "1819", "第三届", "下次", "3-4", "2019.5"])("%j is neither", (said) => {
  expect(seriesIn(said)).toBeUndefined();
});

test("no text makes it fail, and a session is never 0", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (said) => {
      const series = seriesIn(said);
      if (series && "session" in series) expect(series.session).toBeGreaterThan(0);
    }),
  );
});

test("names are told apart however they are written, with the card that tells namesakes apart", () => {
  expect(namesIn("张三、李 四（DJ11-0012），王五(7)；")).toEqual([
    { name: "张三", mark: undefined },
    { name: "李四", mark: "DJ11-0012" },
    { name: "王五", mark: "7" },
  ]);
  expect(namesIn("阿依古丽·买买提")).toEqual([{ name: "阿依古丽·买买提", mark: undefined }]);
  expect(namesIn(" ")).toEqual([]);
});
