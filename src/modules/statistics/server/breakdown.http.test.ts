import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, housing, solved, toReply, toWork, transport, visit } from "../../../../test/support/suggestion.ts";
import { breakdownsBy } from "../terms.ts";

const world = testHouse();

interface Group {
  key: string;
  label: string;
  counts: Record<string, number>;
  rates: { key: string; numerator: number; denominator: number; value: number | null }[];
}

const ask = async (persona: string, of: string, by: string) => (await world.as(persona)).get(`/api/statistics/${of}/breakdowns/${by}`);

test("every breakdown reconciles with the whole, and every count opens exactly its rows", async () => {
  const closed = await begin(world);
  await toWork(closed);
  await toReply(closed, solved);
  await closed.does("deputy", "appraisals", { attitude: "SATISFIED", result: "BASIC" });
  await closed.does("office", "return-visits", visit);
  const open = await begin(world, "deputy", { category: "water" });
  await toWork(open);
  const before = (await ask("office", "suggestions", "category")).body;
  expect(before.whole.counts).toEqual({ count: 2, closed: 0, open: 2, solved: 0, heard: 0, satisfied: 0, satisfiedOrBasic: 0 });
  await closed.does("office", "closings");
  for (const by of breakdownsBy.suggestions) {
    const { body } = await ask("unit_clerk", "suggestions", by);
    expect(body.whole.counts, by).toEqual({ count: 2, closed: 1, open: 1, solved: 1, heard: 1, satisfied: 0, satisfiedOrBasic: 1 });
    expect(body.whole.rates).toContainEqual({ key: "satisfaction_rate", numerator: 0, denominator: 1, value: 0 });
    expect(body.whole.rates).toContainEqual({ key: "solved_rate", numerator: 1, denominator: 1, value: 100 });
    for (const measure of Object.keys(body.whole.counts)) {
      expect(
        body.groups.reduce((sum: number, group: Group) => sum + (group.counts[measure] ?? 0), 0),
        `${by} ${measure}`,
      ).toBe(body.whole.counts[measure]);
      for (const { key, counts } of body.groups as Group[]) {
        const rows = await (await world.as("office")).get(
          `/api/statistics/suggestions/breakdowns/${by}/rows?group=${encodeURIComponent(key)}&measure=${measure}`,
        );
        expect(rows.body.items.length, `${by} ${key} ${measure}`).toBe(counts[measure]);
      }
    }
  }
});

test("a suggestion that is handled separately stands with each unit, and once in the whole", async () => {
  const way = await begin(world, "deputy", { category: "housing" });
  await way.does("deputy", "submissions");
  await way.does("office", "acceptances", { category: "housing" });
  const separate = [
    { ...transport, role: "SEPARATE", scope: "道路部分" },
    { ...housing, role: "SEPARATE", scope: "房屋部分" },
  ];
  await way.does("office", "assignments", { viaId: null, units: separate });
  const { body } = await ask("office", "suggestions", "unit");
  expect(body.whole.counts.count).toBe(3);
  expect(body.groups.reduce((sum: number, group: Group) => sum + (group.counts["count"] ?? 0), 0)).toBe(4);
});

test("what cannot be broken down so is not there", async () => {
  expect((await ask("office", "opinions", "class")).status).toBe(404);
  expect((await world.nobody.get("/api/statistics/opinions/breakdowns/month")).status).toBe(401);
});
