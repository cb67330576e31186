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
  expect(await look("a", 9)).toBe("made 1");
  expect(await look("b", 9)).toBe("made 2");
  expect(await look("a", 10)).toBe("made 3");
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
