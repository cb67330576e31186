import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";

/** The laws of imports, with their lists taken from the folders under `root`. `order` is that of the composition root. */
export function laws(root: string, order: readonly string[]): IForbiddenRuleType[] {
  const modules = readdirSync(join(root, "src/modules"));
  const unlisted = modules.filter((name) => !order.includes(name));
  if (unlisted.length > 0) throw new Error(`src/app.ts does not list: ${unlisted.join(", ")}`);
  return [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "platform-knows-no-module",
      severity: "error",
      from: { path: "^src/platform/" },
      to: { path: "^src/(modules|web|portal|command|app)" },
    },
    ...order.map((name, index): IForbiddenRuleType => {
      const above = order.slice(index + 1).filter((other) => modules.includes(other));
      return {
        name: `${name}-imports-downwards`,
        severity: "error",
        from: { path: `^src/modules/${name}/` },
        to: { path: above.length > 0 ? `^src/modules/(${above.join("|")})/` : "^nothing/" },
      };
    }),
    // A module is entered by its index; its pages only by the shell, through its web index.
    {
      name: "one-door",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/" },
      to: { path: "^src/modules/([^/]+)/", pathNot: ["^src/modules/$1/", "^src/modules/[^/]+/index\\.ts$"] },
    },
    {
      name: "one-door-for-the-house",
      severity: "error",
      from: { path: "^src/(app|main|command|platform)" },
      to: { path: "^src/modules/", pathNot: "^src/modules/[^/]+/index\\.ts$" },
    },
    {
      name: "one-door-for-the-client",
      severity: "error",
      from: { path: "^src/client" },
      to: { path: "^src/modules/", pathNot: "^src/modules/[^/]+/web/index\\.tsx$" },
    },
    {
      name: "one-door-for-the-shell",
      severity: "error",
      from: { path: "^src/web/" },
      to: { path: "^src/modules/", pathNot: "messages/[^/]+\\.json$" },
    },
    // The frame of public pages knows no module; a module's pages read through its allow-lists, never its insides.
    {
      name: "one-door-for-the-portal",
      severity: "error",
      from: { path: "^src/portal/" },
      to: { path: "^src/(modules|web)/" },
    },
    {
      name: "public-pages-read-allow-lists",
      severity: "error",
      from: { path: "^src/modules/[^/]+/portal/" },
      to: { path: "^src/(web/|modules/[^/]+/(web/|server/(?!public-)))" },
    },
    {
      name: "web-never-imports-server",
      severity: "error",
      from: { path: "^src/(web|modules/[^/]+/web)/" },
      to: { path: "(/server/|^src/platform/(db|http|ledger|jobs|files)/|^node:|node_modules/(pg|kysely|hono)/)" },
    },
    {
      name: "pure-files-do-no-io",
      severity: "error",
      from: { path: "^src/modules/[^/]+/([^/]+\\.ts|verbs/.*)$", pathNot: ["/(index|contract)\\.ts$", "-contract\\.ts$", "\\.test\\.ts$"] },
      to: {
        path: "(/server/|^src/platform/(db|http|ledger|jobs|files)/|^src/modules/[^/]+/index\\.ts$|node_modules/(pg|kysely|hono)/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "tests-stay-out",
      severity: "error",
      from: { path: "^src/", pathNot: ["\\.test\\.tsx?$", "^src/command/seed\\.ts$"] },
      to: { path: "^test/" },
    },
  ];
}

/** Every broken law, as `law: from → to`, and how many files were looked at. */
export async function broken(root: string, order: readonly string[]): Promise<{ violations: string[]; files: number }> {
  const options = {
    baseDir: root,
    ruleSet: { forbidden: laws(root, order) },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  };
  const { output } = await cruise(["src"], options);
  const result = output as ICruiseResult;
  return {
    violations: result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    files: result.summary.totalCruised,
  };
}
