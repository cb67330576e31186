import { expect, test } from "vitest";
import type { DateISO } from "../../platform/clock/instant.ts";
import { yearBefore } from "./years.ts";

test("a year is compared with the year before by the same day", () => {
  expect(yearBefore("2023-09-22" as DateISO)).toBe("2022-09-22");
  expect(yearBefore("2024-02-29" as DateISO)).toBe("2023-02-28");
  expect(yearBefore("2023-01-01" as DateISO)).toBe("2022-01-01");
});
