import { expect, test } from "vitest";
import { type Instant, instant } from "../clock/instant.ts";
import { keptPages } from "./kept-pages.ts";

const at = (second: number): Instant => instant(`2023-09-22T01:00:${String(second).padStart(2, "0")}.000Z`);

/** A page that tells how often it has been made. */
function pages(headers: Record<string, string> = {}, status = 200) {
  let made = 0;
  const kept = keptPages();
  const init = { status, headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache", ...headers } };
  const make = async () => new Response(`made ${++made}`, init);
  const look = async (key: string, second: number) => (await kept.page(key, at(second), make)).text();
  return { kept, look };
}

test("a page is shown again for ten seconds, to whoever asks for the same one", async () => {
  const { look } = pages();
  expect(await look("a", 0)).toBe("made 1");
  expect(await look("a", 3)).toBe("made 1");
  expect(await look("b", 3)).toBe("made 2");
  expect(await look("a", 10)).toBe("made 3");
});

test("a page that grows old is made anew behind the reader's back, once, and never all pages at the same time", async () => {
  const { look } = pages();
  const keys = Array.from({ length: 100 }, (_, n) => `page ${n}`);
  for (const key of keys) await look(key, 0);
  const made = async (second: number) => {
    for (const key of keys) await Promise.all([look(key, second), look(key, second)]);
    return Number((await look(`new at ${second}`, second)).split(" ")[1]);
  };
  const [early, half, late] = [await made(3), await made(6), await made(9)];
  expect(early).toBe(101);
  expect(half - early).toBeGreaterThan(20);
  expect(half - early).toBeLessThan(80);
  expect(late, "each was made anew once").toBe(203);
});

test("what fails behind a reader's back is shown to nobody until he has to wait for it", async () => {
  const kept = keptPages();
  const good = async () => new Response("good", { headers: { "content-type": "text/html", "cache-control": "no-cache" } });
  const bad = async () => Promise.reject(new Error("the database is away"));
  await kept.page("a", at(0), good);
  expect(await (await kept.page("a", at(9), bad)).text()).toBe("good");
  expect(await (await kept.page("a", at(9), bad)).text()).toBe("good");
  await expect(kept.page("a", at(10), bad)).rejects.toThrow("away");
});

test("nothing from before a change is shown after it, nor what was being made meanwhile", async () => {
  const { kept, look } = pages();
  await look("a", 0);
  kept.forget();
  expect(await look("a", 1)).toBe("made 2");
  let begun = () => {};
  const half = new Promise<void>((done) => {
    begun = done;
  });
  const slow = kept.page("slow", at(1), async () => {
    await half;
    return new Response("old", { headers: { "content-type": "text/html", "cache-control": "no-cache" } });
  });
  kept.forget();
  begun();
  expect(await (await slow).text()).toBe("old");
  expect(await look("slow", 1)).toBe("made 3");
});

test.each([
  ["one reader's own page", { "cache-control": "no-store" }, 200],
  ["what remembers something of the reader", { "set-cookie": "a=b" }, 200],
  ["a picture", { "content-type": "image/webp" }, 200],
  ["a refusal", {}, 404],
])("%s is never kept", async (_, headers, status) => {
  const { look } = pages(headers, status);
  expect([await look("a", 0), await look("a", 0)]).toEqual(["made 1", "made 2"]);
});

test("keeps the five hundred asked for last", async () => {
  const { look } = pages();
  for (let n = 0; n < 501; n++) await look(`page ${n}`, 0);
  expect(await look("page 500", 1)).toBe("made 501");
  expect(await look("page 0", 1)).toBe("made 502");
});
