import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
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
  const site = await addressOf(server);
  await settled(site);
  project.provide("site", site);
  project.provide("browser", browser);
  return async () => {
    const gone = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}

/**
 * A fresh world's readers of the ledger first go through all that ever happened; the first visitor must not pay for that. Between two
 * of their turns it answers at once, too: it has settled when it has done so for a while.
 */
async function settled(site: string): Promise<void> {
  let calm = 0;
  for (const end = Date.now() + 300_000; Date.now() < end && calm < 10; await wait(500)) {
    const began = performance.now();
    await (await fetch(`${site}/api/demo/personas`)).arrayBuffer();
    calm = performance.now() - began < 200 ? calm + 1 : 0;
  }
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
