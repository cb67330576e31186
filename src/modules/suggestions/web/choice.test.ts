import { expect, test } from "vitest";
import { assignmentOf, type Choice, isChosen, unchosen, withLead } from "./choice.ts";

const co = (unitId: string) => ({ role: "CO" as const, unitId, scope: null });
const lead = (unitId: string | null) => ({ role: "LEAD" as const, unitId, scope: null });

test("a recommended unit takes the lead, co-handlers stay, and none stands there twice", () => {
  expect(withLead([lead(null)], "a")).toEqual([lead("a")]);
  expect(withLead([lead("b"), co("c")], "a")).toEqual([lead("a"), co("c")]);
  expect(withLead([lead("b"), co("a"), co("c")], "a")).toEqual([lead("a"), co("c")]);
  expect(withLead([{ role: "SEPARATE", unitId: "b", scope: "道路" }], "a")).toEqual([lead("a"), co("b")]);
});

test("nothing is chosen for anybody, but the only supervision office there is", () => {
  expect(isChosen(unchosen("某区人大", ["office"]))).toBe(true);
  expect(isChosen(unchosen("某区人大", ["one", "two"]))).toBe(false);
  expect(isChosen(unchosen("某镇人大", ["office"]))).toBe(false);
  expect(isChosen({ ...unchosen("某镇人大", []), units: [lead("a"), co("b")] })).toBe(true);
});

test("what goes out is the one way chosen, whatever stands in the other", () => {
  const choice: Choice = { through: "government", viaId: "office", units: [lead("a")] };
  expect(assignmentOf(choice, " ")).toEqual({ viaId: "office", units: [], note: null });
  expect(assignmentOf({ ...choice, through: "units" }, " 尽快 ")).toEqual({ viaId: null, units: [lead("a")], note: "尽快" });
});
