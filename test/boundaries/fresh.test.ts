import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { modules, nothing } from "../../src/app.ts";
import { generated } from "../../src/command/generated.ts";
import en from "../../src/platform/i18n/messages/en.json" with { type: "json" };
import zh from "../../src/platform/i18n/messages/zh-CN.json" with { type: "json" };
import { portalMessages } from "../../src/portal/index.ts";

const root = join(import.meta.dirname, "../..");

test("what is derived from contracts and tables is fresh; else run npm run generate", async () => {
  for (const { path, text } of await generated()) expect(readFileSync(join(root, path), "utf8") === text, path).toBe(true);
});

/** The dotted keys of a catalogue. */
const keysOf = (branch: object, path = ""): string[] =>
  Object.entries(branch).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  );

describe("every sentence exists in both languages", () => {
  const parts = modules(nothing).flatMap((module) => (module.messages ? [{ name: module.name, ...module.messages }] : []));
  const faces = modules(nothing).flatMap(({ name, portal }) => (portal ? [{ name: `${name}, public`, ...portal.messages }] : []));
  const web = (language: string) => JSON.parse(readFileSync(join(root, `src/web/messages/${language}.json`), "utf8")) as object;
  const all = [
    ...parts,
    ...faces,
    { name: "portal", ...portalMessages },
    { name: "platform", "zh-CN": zh, en },
    { name: "web", "zh-CN": web("zh-CN"), en: web("en") },
  ];
  test.each(all.map((part) => [part.name, part] as const))("%s", (_name, part) => {
    expect(keysOf(part.en).sort()).toEqual(keysOf(part["zh-CN"]).sort());
  });
});
