import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../support/house.ts";
import { kindOf, type Seen, walk } from "../support/portal.ts";

const house = testHouse();
const readings = ["zh-CN.plain", "zh-CN.large", "en.plain", "en.large"] as const;
const walked = new Map<string, Map<string, Seen>>();

async function get(path: string, reading: string, method = "GET"): Promise<Seen> {
  const answer = await house.home.web.request(path, { method, headers: { cookie: `lianxin_reading=${reading}` } });
  const type = answer.headers.get("content-type") ?? "";
  return { status: answer.status, type, body: await answer.text(), location: answer.headers.get("location") };
}

const patterns = () => house.home.modules.flatMap(({ portal }) => portal?.pages ?? []).filter(({ method }) => method === "get");
const pagesIn = (reading: string) => [...walked.get(reading)!].filter(([, { type }]) => type.startsWith("text/html"));

beforeAll(async () => {
  const paths = patterns().map(({ path }) => path);
  for (const reading of readings) walked.set(reading, await walk((path) => get(path, reading), paths));
});

describe.each(readings)("the public pages in %s", (reading) => {
  test("lead nowhere that is not there", () => {
    const seen = [...walked.get(reading)!];
    expect(seen.filter(([, { status }]) => status !== 200 && status !== 303).map(([path, { status }]) => `${status} ${path}`)).toEqual([]);
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });

  test("are valid HTML, in the language asked for", async () => {
    const checker = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules: { "no-trailing-whitespace": "off" } });
    const faults: string[] = [];
    for (const [path, { body }] of pagesIn(reading)) {
      expect(body).toContain(`<html lang="${reading.split(".")[0]}"`);
      expect(body.includes('class="large"')).toBe(reading.endsWith("large"));
      const { results } = await checker.validateString(body);
      for (const { messages } of results) for (const one of messages) faults.push(`${path} ${one.line}: ${one.ruleId} ${one.message}`);
    }
    expect(faults).toEqual([]);
  });

  test("weigh no more than fifty thousand bytes with their style sheet", async () => {
    const [, first] = pagesIn(reading)[0]!;
    const style = /href="(\/portal\/style-[^"]+)"/.exec(first.body)![1]!;
    const css = await get(style, reading);
    expect([css.status, css.type]).toEqual([200, "text/css; charset=utf-8"]);
    const [paper, packed] = [Buffer.byteLength(css.body), gzipSync(css.body).length];
    const weights = pagesIn(reading).map(([path, { body }]) => ({
      path,
      bytes: Buffer.byteLength(body) + paper,
      packed: gzipSync(body).length + packed,
    }));
    const heaviest = weights.toSorted((a, b) => b.bytes - a.bytes);
    for (const { path, bytes, packed: sent } of heaviest.slice(0, 3))
      console.info(`${reading} ${path}: ${bytes} bytes, ${sent} compressed`);
    expect(heaviest.filter(({ bytes }) => bytes > 50_000)).toEqual([]);
  });

  test("name nothing by the key of its sentence", () => {
    const keys = pagesIn(reading).flatMap(([path, { body }]) =>
      [...body.replaceAll(/<[^>]*>/g, " ").matchAll(/\b(?:portal|public|field|problem)\.[a-z_]+(?:\.[a-z_]+)*\b/g)].map(
        ([key]) => `${path} ${key}`,
      ),
    );
    expect(keys).toEqual([]);
  });
});

test("every public page of a module is met on the way", () => {
  const all = patterns().map(({ path }) => path);
  const met = new Set([...walked.get("zh-CN.plain")!.keys()].map((path) => kindOf(path, all).split("?")[0]));
  // What has not happened in this world has no page of its own yet; the world test meets those.
  const needsLives = (path: string) => /\/\{(id|key)\}/.test(path);
  expect(all.filter((path) => !met.has(path) && !needsLives(path))).toEqual([]);
});

test("an address that is not there says so as a page", async () => {
  for (const path of ["/portal/nothing", "/portal/nothing/at/all"]) {
    const { status, type, body } = await get(path, "zh-CN.plain");
    expect([status, type]).toEqual([404, "text/html; charset=utf-8"]);
    expect(body).toContain('href="/portal"');
  }
  const posted = await house.home.web.request("/portal/privacy", { method: "POST" });
  expect([posted.status, posted.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  const api = await house.nobody.get("/api/nothing");
  expect([api.status, api.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
});

test("asking for the head alone tells the same and sends nothing", async () => {
  const { status, type, body } = await get("/portal", "zh-CN.plain", "HEAD");
  expect([status, type, body]).toEqual([200, "text/html; charset=utf-8", ""]);
  expect((await get("/portal/nothing", "zh-CN.plain", "HEAD")).status).toBe(404);
});

describe("the way to read", () => {
  const follow = (path: string, cookie = "") => house.home.web.request(path, { headers: { cookie } });

  test("is remembered, and the page comes again without the question", async () => {
    const english = await follow("/portal/privacy?lang=en&x=1");
    expect([english.status, english.headers.get("location")]).toEqual([303, "/portal/privacy?x=1"]);
    const kept = english.headers.get("set-cookie")!;
    expect(kept).toMatch(/^lianxin_reading=en\.plain; Path=\/; .*HttpOnly/);
    const large = await follow("/portal?print=large", kept.split(";")[0]);
    expect(large.headers.get("set-cookie")).toMatch(/^lianxin_reading=en\.large;/);
    expect(await (await follow("/portal", "lianxin_reading=en.large")).text()).toContain('<html lang="en" class="large">');
  });

  test.each(["//evil.example/portal", "/portal//evil.example", "/\\evil.example", "/portal/..//evil.example"])(
    "leads to no other site: %s",
    async (path) => {
      const answer = await house.home.web.request(`http://here.example${path}?lang=en`);
      const onward = answer.headers.get("location");
      if (onward !== null) expect(new URL(onward, "http://here.example").host).toBe("here.example");
    },
  );

  test("takes no language that is not there", async () => {
    const answer = await follow("/portal?lang=%22%3E%3Cscript%3E");
    expect(answer.headers.get("set-cookie")).toMatch(/^lianxin_reading=zh-CN\.plain;/);
  });
});

test("what comes in with the address is shown as words, never as markup", async () => {
  const evil = '"><script>alert(1)</script>';
  for (const { path } of patterns().filter((one) => !one.path.includes("{"))) {
    const names = ["search", "q", "town", "category", "year", "level", "state", "cursor", "at", "station"];
    const asked = new URLSearchParams(names.map((name) => [name, evil]));
    const { status, body } = await get(`${path}?${asked}`, "zh-CN.plain");
    expect([path, status < 500]).toEqual([path, true]);
    expect(body).not.toContain("<script>alert");
  }
});
