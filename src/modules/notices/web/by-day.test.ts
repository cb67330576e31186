import { expect, test } from "vitest";
import { byDay } from "./by-day.ts";

test("midnight is China's, and the order stays", () => {
  const at = (text: string) => ({ at: text });
  const things = [at("2023-09-22T16:00:00.000Z"), at("2023-09-22T15:59:59.000Z"), at("2023-09-21T20:00:00.000Z")];
  expect(byDay(things).map(({ day, things: of }) => [day, of.length])).toEqual([
    ["2023-09-23", 1],
    ["2023-09-22", 2],
  ]);
});
