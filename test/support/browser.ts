import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { z } from "@hono/zod-openapi";
import type { TestProject } from "vitest/node";
import { HealthView } from "../../src/modules/upkeep/contract.ts";
import { signIn } from "../faults/product.ts";
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
 * A fresh world's readers of the ledger first go through all that ever happened; the first visitor must not pay for that. The
 * administrator's page tells when they have caught up, and when what is done now and then has been done once.
 */
async function settled(site: string): Promise<void> {
  const headers = await signIn(site, "administrator");
  for (const end = Date.now() + 300_000; Date.now() < end; await wait(500)) {
    const health = await fetch(`${site}/api/health`, { headers })
      .then(async (answer) => HealthView.parse(await answer.json()))
      // A busy server can let go of a connection just as it is used again.
      .catch((error: unknown) => (error instanceof TypeError ? undefined : Promise.reject(error)));
    if (health && health.ledger.waiting === 0 && caughtUp(health)) return;
  }
}

const caughtUp = ({ readers, sweeps }: z.infer<typeof HealthView>): boolean =>
  readers.length > 0 && sweeps.length > 0 && readers.every(({ behind }) => behind === 0) && sweeps.every(({ ranAt }) => ranAt !== null);

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
