import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { type Build, buildOf, workerOf } from "./build.ts";

const site = "https://house";
const page = `${site}/voices/new`;
const first: Build = { name: "one", entry: "/assets/a.js", files: ["/assets/a.js", "/assets/a.css"], languages: { en: ["/assets/en.js"] } };
const second: Build = { ...first, name: "two", entry: "/assets/b.js", files: ["/assets/b.js"] };

type Answers = (path: string) => Response | Promise<Response>;
const served =
  ({ entry }: Build): Answers =>
  (path) =>
    new Response(path === "/voices/new" ? `<script src="${entry}">` : `of ${path}`);
const noLine: Answers = () => Promise.reject(new TypeError("no line"));

/** What the browser keeps for the site, by the name of the cache. */
class Kept {
  readonly all = new Map<string, Map<string, Response>>();
  readonly keys = async () => [...this.all.keys()];
  readonly delete = async (name: string) => this.all.delete(name);
  async open(name: string) {
    const kept = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, kept);
    return {
      addAll: async (paths: string[]) => {
        for (const path of paths) kept.set(new URL(path, site).href, await this.answers(path));
      },
      put: async (url: string, answer: Response) => void kept.set(url, answer),
      match: async (url: string) => kept.get(url)?.clone(),
    };
  }
  answers: Answers = noLine;
}

/** Runs the worker of a build as a browser does; `late` lets its patience end at once. */
function browser(kept: Kept, build: Build, { language = "zh-CN", late = false } = {}) {
  const listeners = new Map<string, (event: object) => void>();
  const self = {
    location: new URL(`${site}/without-line.js?language=${language}`),
    registration: { scope: page },
    addEventListener: (type: string, listener: (event: object) => void) => void listeners.set(type, listener),
    skipWaiting: async () => undefined,
  };
  const fetch = async (asked: string | { url: string }) =>
    kept.answers(new URL(typeof asked === "string" ? asked : asked.url, site).pathname);
  const soon = (work: () => void) => (late ? work() : undefined);
  runInContext(workerOf(build), createContext({ self, caches: kept, fetch, URL, URLSearchParams, setTimeout: soon }));
  const happens = async (type: string) => {
    let work: Promise<unknown> = Promise.resolve();
    const waitUntil = (one: Promise<unknown>) => {
      work = one;
    };
    listeners.get(type)?.({ waitUntil });
    await work;
  };
  return {
    async installed() {
      await happens("install");
      await happens("activate");
    },
    /** What the worker answers; undefined when it leaves the request to the browser. */
    async asked(url: string, { method = "GET", mode = "cors" } = {}): Promise<string | undefined> {
      let answer: Promise<Response> | undefined;
      const respondWith = (given: Promise<Response>) => {
        answer = given;
      };
      listeners.get("fetch")?.({ request: { url: new URL(url, site).href, method, mode }, respondWith });
      return (await answer)?.text();
    },
  };
}

async function ready(build = first, options = {}) {
  const kept = new Kept();
  kept.answers = served(build);
  const worker = browser(kept, build, options);
  await worker.installed();
  return { kept, worker };
}

describe("the worker of the page that opens without a line", () => {
  test("opens the page and its scripts where there is no line", async () => {
    const { kept, worker } = await ready();
    kept.answers = noLine;
    expect(await worker.asked("/voices/new?of=1", { mode: "navigate" })).toContain("/assets/a.js");
    expect(await worker.asked("/assets/a.css")).toBe("of /assets/a.css");
  });

  test("shows the house's own page where there is a line, and the kept one when the house fails or takes too long", async () => {
    const { kept, worker } = await ready();
    kept.answers = served(second);
    expect(await worker.asked("/voices/new", { mode: "navigate" })).toContain("/assets/b.js");
    kept.answers = () => new Response("broken", { status: 502 });
    expect(await worker.asked("/voices/new", { mode: "navigate" })).toContain("/assets/a.js");
    kept.answers = () => new Promise(() => undefined);
    expect(await browser(kept, first, { late: true }).asked("/voices/new", { mode: "navigate" })).toContain("/assets/a.js");
  });

  test("leaves everything else alone: what the house answers, what is sent to it, other pages, other sites", async () => {
    const { kept, worker } = await ready();
    const before = [...kept.all.values()].flatMap((one) => [...one.keys()]);
    expect(before).toEqual([`${site}/assets/a.js`, `${site}/assets/a.css`, page]);
    for (const [url, request] of [
      ["/api/me", {}],
      ["/api/voices", { method: "POST" }],
      ["/assets/a.js", { method: "POST" }],
      ["/portal", { mode: "navigate" }],
      ["/voices/0192", { mode: "navigate" }],
      ["https://elsewhere/assets/a.js", {}],
    ] as const)
      expect(await worker.asked(url, request), url).toBeUndefined();
    expect([...kept.all.values()].flatMap((one) => [...one.keys()])).toEqual(before);
  });

  test("a new build replaces the old one, and other sites' stores stay", async () => {
    const { kept } = await ready();
    await kept.open("somebody's");
    kept.answers = served(second);
    await browser(kept, second).installed();
    expect(await kept.keys()).toEqual(["somebody's", "lianxin.without-line.two.zh-CN"]);
  });

  test("is not taken over when the house was renewed while it was fetched", async () => {
    const kept = new Kept();
    kept.answers = served(second);
    await expect(browser(kept, first).installed()).rejects.toThrow("renewed");
  });

  test("keeps a language only for its reader", async () => {
    const { kept } = await ready(first, { language: "en" });
    expect([...kept.all.values()].flatMap((one) => [...one.keys()])).toContain(`${site}/assets/en.js`);
  });
});

describe("what a build needs without a line", () => {
  const chunk = (fileName: string, source: string, imports: string[] = [], dynamicImports: string[] = []) => ({
    ...{ type: "chunk" as const, fileName, moduleIds: [`/src${source}`], imports, dynamicImports },
  });
  const bundle = Object.fromEntries(
    [
      { ...chunk("main.js", "/client.ts", ["kit.js"], ["menu.js", "enter.js", "list.js", "en.js", "sign-in.js"]), isEntry: true },
      chunk("kit.js", "/kit.ts"),
      chunk("menu.js", "/web/menu.tsx", ["icons.js"]),
      chunk("icons.js", "/icons.ts"),
      {
        ...chunk("enter.js", "/modules/voices/web/enter.tsx", ["main.js"], ["camera.js"]),
        viteMetadata: { importedCss: new Set(["e.css"]) },
      },
      chunk("camera.js", "/modules/voices/web/camera.tsx"),
      chunk("list.js", "/modules/voices/web/list.tsx"),
      chunk("sign-in.js", "/web/pages/sign-in.tsx"),
      chunk("en.js", "/modules/voices/messages/en.json"),
    ].map((one) => [one.fileName, one]),
  );
  const wanted = { page: /\/voices\/web\/enter\.tsx$/, without: /\/modules\/\w+\/web\/|\/web\/pages\// };

  test("is the shell, the page, and what either fetches later; no other page", () => {
    const { files, languages, entry } = buildOf(bundle, wanted, "");
    expect(files.toSorted()).toEqual(["/camera.js", "/e.css", "/enter.js", "/icons.js", "/kit.js", "/main.js", "/menu.js"]);
    expect([languages, entry]).toEqual([{ en: ["/en.js"] }, "/main.js"]);
  });

  test("has another name when a file or the document is another, and none when the page is gone", () => {
    const name = buildOf(bundle, wanted, "a").name;
    expect(buildOf(bundle, wanted, "a").name).toBe(name);
    expect(buildOf(bundle, wanted, "b").name).not.toBe(name);
    expect(() => buildOf(bundle, { ...wanted, page: /gone/ }, "")).toThrow("no page");
  });
});
