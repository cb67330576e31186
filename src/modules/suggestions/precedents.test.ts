import { expect, test } from "vitest";
import { type PastPart, precedents } from "./precedents.ts";

const part = (suggestionId: string, unitId: string, change: Partial<PastPart> = {}): PastPart => ({
  ...{ suggestionId, unitId, role: "LEAD", status: "answered", points: 50 },
  ...change,
});

test("units that answered for more, and for more alike cases, stand first, each with its cases", () => {
  const found = precedents([
    part("a", "transport", { points: 40 }),
    part("b", "transport", { points: 70 }),
    part("c", "urban", { points: 90 }),
  ]);
  expect(found).toEqual([
    {
      unitId: "transport",
      handled: 2,
      handedBack: 0,
      cases: [
        { suggestionId: "b", handedBack: false },
        { suggestionId: "a", handedBack: false },
      ],
    },
    { unitId: "urban", handled: 1, handedBack: 0, cases: [{ suggestionId: "c", handedBack: false }] },
  ]);
});

test("what a unit handed back counts against it, and is shown", () => {
  const found = precedents([
    part("a", "transport"),
    part("b", "transport"),
    part("c", "transport", { status: "handed_back" }),
    part("a", "urban", { points: 45 }),
    part("d", "market", { status: "handed_back" }),
    part("e", "culture"),
    part("f", "culture", { status: "handed_back" }),
  ]);
  expect(found.map(({ unitId, handled, handedBack }) => ({ unitId, handled, handedBack }))).toEqual([
    { unitId: "transport", handled: 2, handedBack: 1 },
    { unitId: "urban", handled: 1, handedBack: 0 },
  ]);
  expect(found[0]?.cases).toContainEqual({ suggestionId: "c", handedBack: true });
});

test("co-handlers and those whose part ended answered for nothing", () => {
  expect(precedents([part("a", "urban", { role: "CO" }), part("b", "transport", { status: "ended" })])).toEqual([]);
  expect(precedents([part("a", "urban", { role: "SEPARATE" })])).toHaveLength(1);
});
