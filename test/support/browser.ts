import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "./free-port.ts";
import "./provided.ts";

/**
 * Starts the product as a person would get it, over a new data folder. While it loads its world the other tests begin; the first journey
 * waits until it has settled.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  const folder = mkdtempSync(join(tmpdir(), "lianxin-site-"));
  const port = await freePort();
  const environment = { ...process.env, DATA_DIR: folder, PORT: String(port), DATABASE_URL: undefined };
  const server = spawn(process.execPath, [join(import.meta.dirname, "../../src/main.ts"), "serve"], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = new Promise((done) => server.once("exit", done));
  project.provide("site", `http://localhost:${port}`);
  project.provide("browser", browser);
  return async () => {
    server.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}
