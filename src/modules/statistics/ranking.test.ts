import fc from "fast-check";
import { expect, test } from "vitest";
import { type Placed, ranked } from "./ranking.ts";
import { mean, percentage, ratesOf } from "./rates.ts";
import { type UnitMeasure, unitMeasures, unitRates, unitSorts } from "./terms.ts";

const unit = (name: string, given: Partial<Record<UnitMeasure, number>>, averageDays: number | null = null): Placed => {
  const counts = { ...(Object.fromEntries(unitMeasures.map((one) => [one, 0])) as Record<UnitMeasure, number>), ...given };
  return { name, counts, rates: ratesOf(unitRates, counts), averageDays };
};
const names = (units: readonly Placed[]) => units.map((one) => one.name);

test("a unit that everyone is content with but that solves little stands behind one that solves", () => {
  const polite = unit("客气", { count: 10, closed: 10, solved: 2, heard: 10, satisfied: 10, satisfiedOrBasic: 10 });
  const doing = unit("办成", { count: 10, closed: 10, solved: 9, heard: 10, satisfied: 6, satisfiedOrBasic: 9 });
  expect(names(ranked([polite, doing]))).toEqual(["办成", "客气"]);
  expect(names(ranked([polite, doing], "satisfaction_rate"))).toEqual(["客气", "办成"]);
});

test("silence is no satisfaction: who heard nothing has no rate and comes last by it", () => {
  const silent = unit("无人评价", { count: 5, closed: 5, solved: 5 });
  const heard = unit("有人不满", { count: 5, closed: 5, solved: 5, heard: 5, satisfied: 1, satisfiedOrBasic: 2 });
  expect(silent.rates.find((one) => one.key === "satisfaction_rate")?.value).toBeNull();
  expect(names(ranked([silent, heard], "satisfaction_rate"))).toEqual(["有人不满", "无人评价"]);
});

test("equals share a place, the next does not move up, and who has closed nothing has none", () => {
  const twin = { count: 4, closed: 4, solved: 4 };
  const places = ranked([unit("丙", { count: 4, closed: 4, solved: 1 }), unit("甲", twin), unit("乙", twin), unit("丁", { count: 3 })]);
  expect(places.map(({ name, place }) => [name, place])).toEqual([
    ["乙", 1],
    ["甲", 1],
    ["丙", 3],
    ["丁", null],
  ]);
});

test("a promise past its day counts against a unit, one that is not due does not", () => {
  const solved = { count: 4, closed: 4, solved: 4, heard: 4, satisfied: 4, satisfiedOrBasic: 4 };
  const broken = unit("失信", { ...solved, promised: 1, promisesOpen: 1, promisesOverdue: 1 });
  const open = unit("未到期", { ...solved, promised: 1, promisesOpen: 1 });
  expect(ranked([broken, open, unit("无承诺", solved)]).map(({ name, place }) => [name, place])).toEqual([
    ["无承诺", 1],
    ["未到期", 1],
    ["失信", 3],
  ]);
});

test("the quickest is first by days, the busiest by count", () => {
  const slow = unit("慢", { count: 2, replied: 2 }, 88.5);
  const quick = unit("快", { count: 1, replied: 1 }, 12);
  expect(names(ranked([slow, quick], "averageDays"))).toEqual(["快", "慢"]);
  expect(names(ranked([quick, slow], "count"))).toEqual(["慢", "快"]);
});

test("every order holds every unit once, and places do not depend on the order asked for", () => {
  const some = fc.array(fc.record({ closed: fc.nat(5), solved: fc.nat(5), overdue: fc.nat(3), heard: fc.nat(5) }), { maxLength: 12 });
  fc.assert(
    fc.property(some, fc.constantFrom(...unitSorts), (all, sort) => {
      const units = all.map((one, index) => unit(`单位${index}`, { ...one, count: one.closed + 1 }, one.overdue));
      const by = (list: readonly (Placed & { place: number | null })[]) => new Map(list.map((one) => [one.name, one.place]));
      const placed = ranked(units, sort);
      expect(placed).toHaveLength(units.length);
      expect(by(placed)).toEqual(new Map([...by(placed).keys()].map((name) => [name, by(ranked(units)).get(name)])));
    }),
  );
});

test("a rate is rounded half up once, and nothing against nothing is no rate", () => {
  expect([percentage(259, 272), percentage(1, 3), percentage(2, 3), percentage(0, 0)]).toEqual([95.22, 33.33, 66.67, null]);
  expect([mean(100, 3), mean(0, 0)]).toEqual([33.3, null]);
});
