import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { environmentOf, type Place } from "./place.ts";

/** A server that runs, and where it listens. */
export interface Running {
  readonly child: ChildProcess;
  readonly base: string;
}

/** Milliseconds that a house of this size may need to read its whole ledger and to look after its tables; only then it is measured. */
export const patience = 3_600_000;

export const json = { "content-type": "application/json" };

/** The product over a database. */
export const product = (place: Place): Promise<Running> =>
  started("src/main.ts", ["serve"], { ...environmentOf(place), PORT: "0" }, /ready at (\S+)/);

/** Starts one of the servers and waits until it says where it listens. */
export function started(
  file: string,
  words: readonly string[],
  environment: Record<string, string>,
  ready: RegExp,
  input = "",
): Promise<Running> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  // The product is started as `bin/lianxin.js` starts it.
  const child = spawn(process.execPath, ["--max-semi-space-size=4", file, ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin?.end(input);
  return new Promise((done, fail) => {
    child.once("exit", (code) => fail(new Error(`${file} ended with ${code}`)));
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const base = ready.exec(line)?.[1];
      if (base) done({ child, base });
    });
  });
}

/** Ends a server, and waits until it has. */
export const ended = ({ child }: Running): Promise<void> =>
  new Promise((done) => {
    child.removeAllListeners("exit");
    child.once("exit", () => done());
    child.kill();
  });

/** The cookie of a persona of the demonstration world. */
export async function signedIn(base: string, persona: string): Promise<string> {
  const answer = await fetch(`${base}/api/demo/sign-in`, { method: "POST", headers: json, body: JSON.stringify({ persona }) });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** What a process holds in memory, in MB. */
export const memoryOf = ({ pid }: ChildProcess): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
