import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import "./provided.ts";

/** Starts the product as a person would get it, over a new data folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  const folder = mkdtempSync(join(tmpdir(), "lianxin-site-"));
  const environment = { ...process.env, DATA_DIR: folder, PORT: "0", DATABASE_URL: "" };
  Reflect.deleteProperty(environment, "DATABASE_URL");
  const server = spawn(process.execPath, [join(import.meta.dirname, "../../src/main.ts"), "serve"], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  project.provide("site", await addressOf(server));
  project.provide("browser", browser);
  return async () => {
    const gone = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let seen = "";
    server.once("exit", (code) => fail(new Error(`the product ended with ${code} before it was ready:\n${seen}`)));
    server.stdout?.on("data", (bytes: Buffer) => {
      seen += bytes.toString();
      const address = /ready at (http:\S+)/.exec(seen)?.[1];
      if (address) done(address);
    });
  });
}
