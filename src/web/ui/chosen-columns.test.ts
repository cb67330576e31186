import fc from "fast-check";
import { expect, test } from "vitest";
import { chosenColumns, moved } from "./chosen-columns.ts";

const all = [{ name: "number" }, { name: "title", fixed: true }, { name: "category", extra: true }, { name: "due" }];
const names = (kept: readonly string[] | null) => chosenColumns(all, kept).map(({ name }) => name);

test("without a choice the usual columns stand in their usual order", () => {
  expect(names(null)).toEqual(["number", "title", "due"]);
});

test("a choice keeps its order, passes over what is no column any more, and never loses the title", () => {
  expect(names(["due", "title", "category"])).toEqual(["due", "title", "category"]);
  expect(names(["gone", "due"])).toEqual(["title", "due"]);
});

test("moving changes the order by one place and never the set", () => {
  expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  const some = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));
  fc.assert(
    fc.property(some, fc.constantFrom("a", "b", "z"), fc.constantFrom<-1 | 1>(-1, 1), (of, name, by) => {
      expect(moved(of, name, by).toSorted()).toEqual(of.toSorted());
    }),
  );
});
