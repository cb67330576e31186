import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DateISO } from "../../platform/clock/instant.ts";
import { alike, metresBetween, nearby, type PastHandling, type Placed, recommended } from "./similarity.ts";

const here: Placed = { category: "roads", areaId: "zhuzhuang", longitude: 116.83, latitude: 33.99, receivedOn: "2023-09-20" as DateISO };
const wording = { points: 60, words: ["朱庄", "道路"] };

describe("voices of one matter", () => {
  test("same kind, same village, rare words in common: and it says why", () => {
    expect(alike(here, { ...here, longitude: null, latitude: null, receivedOn: "2023-08-01" as DateISO }, wording)).toEqual({
      ...{ points: 60, words: ["朱庄", "道路"], samePlace: true, metres: null, daysApart: 50 },
    });
  });

  test("next door in the neighbouring village counts; further away, it is another matter", () => {
    const near = alike(here, { ...here, areaId: "next", latitude: 33.992 }, wording);
    expect(near).toMatchObject({ samePlace: false, metres: 222, points: 70 });
    expect(alike(here, { ...here, areaId: "next", latitude: 33.993 }, wording)).toBeUndefined();
    expect(alike(here, { ...here, areaId: "next", latitude: null, longitude: null }, wording)).toBeUndefined();
  });

  test("another kind, other words or another season: another matter", () => {
    expect(alike(here, { ...here, category: "water" }, wording)).toBeUndefined();
    expect(alike(here, here, undefined)).toBeUndefined();
    expect(alike(here, { ...here, receivedOn: "2023-06-21" as DateISO }, wording)).toBeUndefined();
    expect(alike(here, { ...here, receivedOn: "2023-06-22" as DateISO }, wording)?.daysApart).toBe(nearby.days);
  });

  test("alike goes both ways, and a distance is never negative", () => {
    const point = fc.record({
      longitude: fc.double({ min: 116, max: 118, noNaN: true }),
      latitude: fc.double({ min: 33, max: 35, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (one, other) => {
        expect(metresBetween(one, other)).toBe(metresBetween(other, one));
        expect(metresBetween(one, other)).toBeGreaterThanOrEqual(0);
        const [a, b] = [
          alike({ ...here, ...one }, { ...here, ...other }, wording),
          alike({ ...here, ...other }, { ...here, ...one }, wording),
        ];
        expect(a).toEqual(b);
      }),
    );
  });
});

describe("units recommended by the past", () => {
  const past = (unitId: string, points: number, handedBack = false, voiceId = `${unitId}${points}`): PastHandling => ({
    ...{ unitId, points, handedBack, voiceId, solved: !handedBack },
  });

  test("the more alike and the more often, the higher; what was handed back counts against", () => {
    const found = recommended([past("roads", 80), past("roads", 40), past("urban", 90), past("water", 50), past("water", 60, true)]);
    expect(found.map(({ unitId }) => unitId)).toEqual(["roads", "urban"]);
    expect(found[0]).toEqual({
      ...{ unitId: "roads", answered: 2, solved: 2, handedBack: 0 },
      voices: [
        { voiceId: "roads80", handedBack: false },
        { voiceId: "roads40", handedBack: false },
      ],
    });
  });

  test("nothing alike, nobody recommended", () => expect(recommended([])).toEqual([]));
});
