// `npm test`: everything, on a fresh clone too. Ends with a line "N passed, N failed".
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { chromium } from "./chromium.js";
import { prepare, root } from "./prepare.js";

const node = prepare();
const bin = (...path) => join(root, "node_modules", ...path);
const counts = { passed: 0, failed: 0 };

/** Runs a check and says how it went. What runs beside another keeps its words until both can be read one after the other. */
async function check(name, args, { environment = {}, beside } = {}) {
  const started = Date.now();
  const stdio = beside ? ["ignore", "pipe", "pipe"] : "inherit";
  const child = spawn(node, args, { cwd: root, stdio, env: { ...process.env, ...environment } });
  const said = beside && Promise.all([text(child.stdout), text(child.stderr)]);
  const status = await new Promise((done) => child.once("close", done));
  const seconds = Math.round((Date.now() - started) / 1000);
  if (beside) {
    await beside;
    for (const words of await said) process.stdout.write(words);
  }
  console.log(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  return status === 0;
}

async function counted(name, args) {
  counts[(await check(name, args)) ? "passed" : "failed"]++;
}

/** Runs tests, and counts them. */
async function tests(name, words, options) {
  const report = join(root, ".cache", `${name}.json`);
  rmSync(report, { force: true });
  const args = [bin("vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile=${report}`, ...words];
  const ran = await check(name, args, options);
  if (!existsSync(report)) {
    counts.failed++;
    return;
  }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  counts.passed += numPassedTests;
  // A file that could not even be loaded has no failed test in it, and has failed all the same.
  counts.failed += numFailedTests || (numFailedTestSuites > 0 || !ran ? 1 : 0);
}

await counted("types", [bin("typescript", "bin", "tsc"), "--noEmit"]);
await counted("format and lint", [bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings"]);

let browser = "";
try {
  browser = chromium();
} catch (error) {
  console.error(`lianxin: ${error.message}`);
  counts.failed++;
}

mkdirSync(join(root, ".cache"), { recursive: true });
const wanted = process.argv.slice(2);
const environment = { CHROMIUM: browser };
const houses = ["rules", "embedded", "postgres", "boundaries", "faults"].map((project) => `--project=${project}`);
if (wanted.length > 0) await tests("tests", wanted, { environment });
else if (!browser) await tests("tests", houses);
else {
  // Journeys go one after the other and often wait; the others fill what they leave of the machine.
  const others = tests("tests", houses);
  await Promise.all([others, tests("journeys", ["--project=journeys"], { environment, beside: others })]);
}

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
