// `npm test`: everything, on a fresh clone too. Ends with a line "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "./chromium.js";
import { prepare, root } from "./prepare.js";

const node = prepare();
const bin = (...path) => join(root, "node_modules", ...path);
const counts = { passed: 0, failed: 0 };

function check(name, args, environment = {}) {
  const started = Date.now();
  const result = spawnSync(node, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...environment } });
  const ok = result.status === 0;
  console.log(`${ok ? "ok  " : "FAIL"} ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
  return ok;
}

function counted(name, args) {
  counts[check(name, args) ? "passed" : "failed"]++;
}

counted("types", [bin("typescript", "bin", "tsc"), "--noEmit"]);
counted("format and lint", [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings"]);

let browser = "";
try {
  browser = chromium();
} catch (error) {
  console.error(`lianxin: ${error.message}`);
  counts.failed++;
}

const report = join(root, ".cache", "tests.json");
mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(report, { force: true });
const projects = browser ? [] : ["rules", "embedded", "postgres", "boundaries", "faults"].map((project) => `--project=${project}`);
const ran = check(
  "tests",
  [
    bin("vitest", "vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
    ...projects,
    ...process.argv.slice(2),
  ],
  {
    CHROMIUM: browser,
  },
);
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  counts.passed += numPassedTests;
  // A file that could not even be loaded has no failed test in it, and has failed all the same.
  counts.failed += numFailedTests || (numFailedTestSuites > 0 || !ran ? 1 : 0);
} else counts.failed++;

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
