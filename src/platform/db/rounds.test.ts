import { setImmediate as breath } from "node:timers/promises";
import { expect, test } from "vitest";
import { overloaded, Refused } from "../refusal.ts";
import { inRounds } from "./rounds.ts";

/** Notes what each round was given. */
function noting(fault: (all: readonly number[]) => Error | undefined = () => undefined) {
  const rounds: number[][] = [];
  const ask = inRounds(async (all: readonly number[]) => {
    rounds.push([...all]);
    await breath();
    const error = fault(all);
    if (error) throw error;
    return all.map((one) => one * 10);
  }, 3);
  return { rounds, ask };
}

test("whoever comes alone goes at once, whoever comes meanwhile goes together, and each gets his own answer", async () => {
  const { rounds, ask } = noting();
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(ask))).toEqual([10, 20, 30, 40, 50, 60]);
  expect(rounds).toEqual([[1], [2, 3, 4], [5, 6]]);
  expect(await ask(7)).toBe(70);
});

test("what fails in a round is tried alone, and only its own caller learns of it", async () => {
  const { rounds, ask } = noting((all) => (all.includes(3) ? new Error("three") : undefined));
  const answers = await Promise.allSettled([1, 2, 3, 4].map(ask));
  expect(answers.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([10, 20, "Error: three", 40]);
  expect(rounds).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

test("a refusal of the whole round is told to all of it, and the next round goes on", async () => {
  const { ask } = noting((all) => (all.length > 1 ? new Refused(overloaded) : undefined));
  const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(ask));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "rejected", "fulfilled"]);
});

test("there is an end to waiting", async () => {
  const { ask } = noting();
  const answers = await Promise.allSettled(Array.from({ length: 2_100 }, (_, one) => ask(one)));
  expect(answers.filter(({ status }) => status === "rejected").length).toBe(99);
});
