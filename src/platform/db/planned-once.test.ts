import { expect, test } from "vitest";
import { plannedOnce } from "./planned-once.ts";

const ask = (times: number, text: string, of = plannedOnce()) => Array.from({ length: times }, () => of.nameOf(text)).at(-1);

test("what comes again and again gets a name of its own, and keeps it", () => {
  const of = plannedOnce();
  expect(ask(19, "select 1", of)).toBeUndefined();
  const name = ask(20, "select 1", of);
  expect(name).toBeDefined();
  expect(ask(30, "select 1", of)).toBe(name);
  expect(ask(30, "select 2", of)).not.toBe(name);
});

test("pages of lists are planned for their values", () => {
  expect(ask(30, "select * from t where a = $1 order by b limit $2")).toBeUndefined();
  expect(ask(30, "select * from t where a = $1 limit 1")).toBeDefined();
});

test("texts that never come again take no name, however many they are, and a connection keeps only so many", () => {
  const of = plannedOnce();
  for (let one = 0; one < 10_000; one++) of.nameOf(`select ${one}`);
  expect(ask(20, "select 'again'", of)).toBeDefined();
  const names = Array.from({ length: 1_000 }, (_, one) => ask(20, `select 'often ${one}'`, of));
  expect(new Set(names).size).toBe(400);
});
