import { describe, expect, test } from "vitest";
import { type DraftedReply, demandsOf, demandsOfClass, replyFaults } from "./reply-rules.ts";
import { resultScheme } from "./rule-definitions.ts";
import { outcomes } from "./terms.ts";

const { classes } = resultScheme.value;
const solved: DraftedReply = { resultClass: "A", outcome: "resolved", reason: null, commitments: [] };
const faults = (changes: Partial<DraftedReply>) => replyFaults({ ...solved, ...changes }, classes, "2023-09-22").map(({ field }) => field);

describe("what a class demands", () => {
  test("of every outcome: reasons unless solved, promises where something is still to be done", () =>
    expect(outcomes.map((one) => [one, ...Object.values(demandsOf(one))])).toEqual([
      ["resolved", false, false],
      ["in_progress", true, true],
      ["planned", true, true],
      ["not_now", true, false],
      ["reference_only", true, false],
      ["not_permitted", true, false],
      ["passed_upward", true, false],
    ]));

  test("of the scheme's classes", () =>
    expect(classes.map((one) => demandsOfClass(one))).toEqual([
      { reason: false, commitments: false },
      { reason: true, commitments: true },
      { reason: true, commitments: false },
    ]));

  test.each<[string, Partial<DraftedReply>, string[]]>([
    ["solved", {}, []],
    ["an unknown class", { resultClass: "D" }, ["resultClass"]],
    ["an outcome of another class", { outcome: "not_now", reason: "无资金" }, ["outcome"]],
    ["nothing that is wanted", { resultClass: "B", outcome: "planned" }, ["reason", "commitments"]],
    ["a promise for today", { commitments: [{ dueOn: "2023-09-22" }] }, ["commitments.0.dueOn"]],
  ])("%s", (_, changes, fields) => expect(faults(changes)).toEqual(fields));
});
