import { expect, test } from "vitest";
import { fitting, togetherVerbs } from "./together.ts";

const at = (organisationKind: string, name = "officer") => [{ name, organisationKind }];

test("who receives opinions hands many over, urges, follows up, sends back; who handles them reports", () => {
  expect(togetherVerbs(at("presidium"))).toEqual(["assign", "urge", "supervise", "return"]);
  expect(togetherVerbs(at("subdistrict_committee", "leader"))).toEqual(["assign", "urge", "supervise", "return"]);
  expect(togetherVerbs(at("department"))).toEqual(["report_progress"]);
  expect(togetherVerbs([])).toEqual([]);
  expect(togetherVerbs(at("presidium", "administrator"))).toEqual([]);
});

test("a verb counts only what stands where it begins", () => {
  const lines = (["submitted", "handling", "reassigning", "closed"] as const).map((status) => ({ status }));
  expect(fitting("assign", lines).map(({ status }) => status)).toEqual(["submitted", "reassigning"]);
  expect(fitting("urge", lines)).toEqual([{ status: "handling" }]);
});
