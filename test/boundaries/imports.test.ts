import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { broken } from "./laws.ts";

const root = join(import.meta.dirname, "../..");

/** The modules in the order in which the composition root imports them, which is the order in which they stand on each other. */
function orderInApp(): string[] {
  const text = readFileSync(join(root, "src/app.ts"), "utf8");
  const named = [...text.matchAll(/from "\.\/modules\/([^/]+)\/index\.ts"/g)].map((match) => match[1] ?? "");
  const listed = /const house = \[([^;]*)\];/.exec(text)?.[1] ?? "";
  const called = [...listed.matchAll(/(\w+)\(/g)].map((match) => match[1] ?? "");
  return [...called, ...named.filter((name) => !called.includes(name))];
}

describe("the laws of imports", () => {
  test("hold in the house, types included", async () => {
    const { violations, files } = await broken(root, orderInApp());
    expect(violations).toEqual([]);
    expect(files).toBeGreaterThan(80);
  });

  const planted: readonly (readonly [law: string, files: Record<string, string>])[] = [
    [
      "no-cycles",
      {
        "src/platform/a.ts": 'import type { B } from "./b.ts"; export type A = B;',
        "src/platform/b.ts": 'import type { A } from "./a.ts"; export type B = A;',
      },
    ],
    ["platform-knows-no-module", { "src/platform/a.ts": 'export { low } from "../modules/low/index.ts";' }],
    ["low-imports-downwards", { "src/modules/low/b.ts": 'export { high } from "../high/index.ts";' }],
    ["one-door", { "src/modules/high/b.ts": 'export { inner } from "../low/server/inner.ts";' }],
    ["one-door-for-the-house", { "src/app.ts": 'export { inner } from "./modules/low/server/inner.ts";' }],
    ["one-door-for-the-shell", { "src/web/a.ts": 'export { low } from "../modules/low/index.ts";' }],
    ["one-door-for-the-client", { "src/client.ts": 'export { low } from "./modules/low/index.ts";' }],
    ["one-door-for-the-portal", { "src/portal/a.ts": 'export { low } from "../modules/low/index.ts";' }],
    ["public-pages-read-allow-lists", { "src/modules/low/portal/a.ts": 'export { inner } from "../server/inner.ts";' }],
    ["web-never-imports-server", { "src/modules/low/web/a.ts": 'export { inner } from "../server/inner.ts";' }],
    ["pure-files-do-no-io", { "src/modules/low/rules.ts": 'export { inner } from "./server/inner.ts";' }],
    ["tests-stay-out", { "src/platform/a.ts": 'export { world } from "../../test/world.ts";' }],
  ];

  test.each(planted)("a planted violation of %s is found", async (law, files) => {
    const tree = mkdtempSync(join(tmpdir(), "lianxin-planted-"));
    const house = {
      "src/modules/low/index.ts": "export const low = 1;",
      "src/modules/low/server/inner.ts": "export const inner = 1;",
      "src/modules/high/index.ts": "export const high = 1;",
      "test/world.ts": "export const world = 1;",
      "package.json": '{"type":"module"}',
      ...files,
    };
    for (const [path, text] of Object.entries(house)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const { violations } = await broken(tree, ["low", "high"]);
    expect(violations.map((violation) => violation.split(":")[0])).toContain(law);
  });

  test("a module that the composition root does not list is found", async () => {
    await expect(broken(root, ["identity"])).rejects.toThrow(/does not list/);
  });
});
