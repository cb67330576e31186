import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Instant, instant } from "../../platform/clock/instant.ts";
import { isRefusal } from "../../platform/refusal.ts";
import { attributesIn, idsIn, openAsked, openOrClosed, spanOf, w3c } from "./open311.ts";

const now = instant("2023-09-22T01:00:00Z");
const days = (from: Instant, to: Instant) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe("a span of time", () => {
  test("is never longer than ninety days, nor upside down", () => {
    const moment = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString());
    const maybe = fc.option(moment, { nil: undefined });
    fc.assert(
      fc.property(maybe, maybe, (start_date, end_date) => {
        const span = spanOf({ start_date, end_date }, now);
        if (isRefusal(span)) {
          expect(span.fields?.[0]?.field).toBe("end_date");
          return;
        }
        expect(days(span.from, span.to)).toBeGreaterThanOrEqual(0);
        expect(days(span.from, span.to)).toBeLessThanOrEqual(90);
        if (start_date) expect(span.from).toBe(start_date);
        if (end_date) expect(span.to).toBe(end_date);
      }),
    );
  });

  test("without its ends is the newest ninety days", () => {
    expect(spanOf({}, now)).toEqual({ from: "2023-06-24T01:00:00.000Z", to: now });
    expect(spanOf({ start_date: "2023-01-01T08:00:00+08:00" }, now)).toEqual({
      from: "2023-01-01T00:00:00.000Z",
      to: "2023-04-01T00:00:00.000Z",
    });
  });
});

test("states: what is over is closed, everything else is open; both asked for are all", () => {
  expect(["received", "joined", "handling", "taken_up", "answered", "escalated"].map(openOrClosed)).toEqual(Array(6).fill("open"));
  expect(["directed", "closed", "withdrawn"].map(openOrClosed)).toEqual(Array(3).fill("closed"));
  expect([openAsked(undefined), openAsked(""), openAsked("open,closed"), openAsked(" closed ,"), openAsked("open")]).toEqual([
    ...[undefined, undefined, undefined, false, true],
  ]);
  expect(isRefusal(openAsked("open,done"))).toBe(true);
});

test("attributes are read by their names, of several values the first", () => {
  expect(attributesIn({ "attribute[village]": "1", "attribute[list][]": ["2", "3"], "attribute[empty]": " ", other: "4" })).toEqual({
    village: "1",
    list: "2",
  });
});

test("identifiers that can belong to nothing are left out; moments are told in China's time", () => {
  const id = "018a0000-0000-7000-8000-000000000000";
  expect(idsIn(`293944, ${id} ,,x'; drop table voice`)).toEqual([id]);
  expect(w3c(instant("2023-09-21T16:30:00Z"))).toBe("2023-09-22T00:30:00+08:00");
});
