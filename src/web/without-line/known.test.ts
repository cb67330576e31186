import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test, vi } from "vitest";
import { forgetKnown, recall, remember } from "./known.ts";

const kept = new Map<string, string>();
const storage = new Proxy(
  {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  },
  {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
);
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", storage);
});

const me = { account: "a1", name: "孙桂" };

test("a page finds again what it was answered, as old: the house is asked at once", () => {
  const before = new QueryClient();
  before.setQueryData(["me"], me);
  before.setQueryData(["voices"], ["言"]);
  expect(remember(before, "/voices/new", [["me"], ["voice-codes"]]), "one is not known yet").toBe(false);
  expect(remember(before, "/voices/new", [["me"]])).toBe(true);
  const after = new QueryClient();
  recall(after, "/voices/new");
  expect(after.getQueryData(["me"])).toEqual(me);
  expect(after.getQueryState(["me"])?.dataUpdatedAt).toBe(0);
  expect(after.getQueryData(["voices"])).toBeUndefined();
  const other = new QueryClient();
  recall(other, "/desk");
  expect(other.getQueryData(["me"])).toBeUndefined();
});

test("what the house has answered since is not overwritten", () => {
  const queries = new QueryClient();
  queries.setQueryData(["me"], me);
  remember(queries, "/voices/new", [["me"]]);
  queries.setQueryData(["me"], { ...me, name: "王桂英" });
  recall(queries, "/voices/new");
  expect(queries.getQueryData(["me"])).toMatchObject({ name: "王桂英" });
});

test("signing out forgets it, and nothing else", () => {
  const queries = new QueryClient();
  queries.setQueryData(["me"], me);
  remember(queries, "/voices/new", [["me"]]);
  kept.set("lianxin.voices.a1", "[]");
  forgetKnown();
  expect([...kept.keys()]).toEqual(["lianxin.voices.a1"]);
  kept.set("lianxin.known./voices/new", "{broken");
  recall(new QueryClient(), "/voices/new");
});
