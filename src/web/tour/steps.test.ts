import { expect, test } from "vitest";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh-CN.json" with { type: "json" };
import { tours, visitorOf } from "./steps.ts";

test.each(Object.entries(tours))("%s is shown round in four to seven steps, in both languages", (_visitor, steps) => {
  expect(steps.length).toBeGreaterThanOrEqual(4);
  expect(steps.length).toBeLessThanOrEqual(7);
  for (const { web } of [zh, en])
    for (const { name } of steps) {
      const said = (web.tour.step as Readonly<Record<string, { title: string; text: string }>>)[name];
      expect(said?.title, name).toBeTruthy();
      expect(said?.text.length, name).toBeGreaterThan(10);
    }
});

test("everyone is shown round as what he works as", () => {
  const as = (organisationKind: string, name = "officer") =>
    visitorOf({ roles: [{ name, organisationKind }], mandates: [] } as unknown as Parameters<typeof visitorOf>[0]);
  expect(["deputy_office", "government_office", "presidium", "subdistrict_committee", "department"].map((kind) => as(kind))).toEqual([
    ...["office", "government", "town", "town", "unit"],
  ]);
  expect(as("deputy_office", "administrator")).toBe("administrator");
  expect(visitorOf({ roles: [], mandates: [{}] } as unknown as Parameters<typeof visitorOf>[0])).toBe("deputy");
});
