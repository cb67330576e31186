import { describe, expect, test } from "vitest";
import type { Field } from "./collection.ts";
import { bodyOf, merged, same } from "./form-body.ts";

const fields: readonly Field[] = [
  { name: "name", kind: "text" },
  { name: "phone", kind: "text", optional: true },
  { name: "sure", kind: "assent" },
];

describe("the body of a form", () => {
  test("holds the form's fields only, and null for what was left empty", () => {
    expect(bodyOf(fields, { name: " 区财政局 ", phone: "", id: "1", version: 3, sure: true })).toEqual({ name: "区财政局", phone: null });
  });

  test("an empty field is the same as none", () => {
    expect(same("", null)).toBe(true);
    expect(same(undefined, null)).toBe(true);
    expect(same("a", null)).toBe(false);
  });
});

describe("a change by somebody else", () => {
  const before = { name: "财政局", phone: "1" };

  test("is taken over where nothing was typed here", () => {
    expect(merged(fields.slice(0, 2), before, { name: "区财政局", phone: "1" }, { name: "财政局", phone: "2" })).toEqual({
      name: "区财政局",
      phone: "2",
    });
  });

  test("never takes away what was typed", () => {
    expect(merged(fields.slice(0, 2), before, { name: "甲", phone: "1" }, { name: "乙", phone: "1" })).toEqual({ name: "甲", phone: "1" });
  });
});
