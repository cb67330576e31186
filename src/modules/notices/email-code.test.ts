import { expect, test } from "vitest";
import type { Instant } from "../../platform/clock/instant.ts";
import { counting, enteringRefused, sendingRefused } from "./email-code.ts";

const now = "2026-01-02T12:00:00.000Z" as Instant;
const before = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString() as Instant;

test.each<[string, readonly number[], number | undefined]>([
  ["the first", [], undefined],
  ["a second at once", [0], 60],
  ["a second after a minute", [1], undefined],
  ["a sixth within the hour", [50, 40, 30, 20, 10], 600],
  ["a sixth when the first is an hour old", [60, 40, 30, 20, 10], undefined],
  ["an eleventh within the day", [1439, 900, 800, 700, 600, 500, 400, 300, 200, 100], 60],
])("%s: %j", (_name, sent, wait) => {
  const refusal = sendingRefused(sent.map(before), 0, now);
  expect([refusal?.refused, refusal?.retryAfter]).toEqual(wait === undefined ? [undefined, undefined] : ["too_many", wait]);
});

test("an address that others asked for today gets no more", () => {
  expect(sendingRefused([], 2, now)).toBeUndefined();
  expect(sendingRefused([], 3, now)?.refused).toBe("too_many");
});

test("what is a day old no longer counts", () => {
  expect(counting([before(1440), before(1439), before(1)], now)).toEqual([before(1439), before(1)]);
});

test("a code can be entered for half an hour, and five wrong ones wear it out", () => {
  expect(enteringRefused({ sentAt: before(29), wrong: 4 }, now)).toBeUndefined();
  expect(enteringRefused({ sentAt: before(30), wrong: 0 }, now)?.reasons[0]?.code).toBe("notices.email.expired");
  expect(enteringRefused({ sentAt: before(1), wrong: 5 }, now)?.reasons[0]?.code).toBe("notices.email.worn_out");
});
