import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "../../src/main.ts");

/** The product as a process of its own, to be killed. */
export interface Running {
  readonly address: string;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export type Environment = Readonly<Record<string, string>>;

/** Starts the product and waits until it is ready. */
export async function start(environment: Environment): Promise<Running> {
  const child = spawn(process.execPath, [main, "serve"], {
    env: { ...process.env, PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = await ready(child);
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return { address, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = "";
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const address = /ready at (http:\S+)/.exec(said)?.[1];
      if (address) done(address);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => fail(new Error(`the product ended with ${code}: ${said}`)));
  });
}

/** `lianxin verify` over what a killed product left behind: its exit code and what it said. */
export function verify(environment: Environment): { code: number | null; said: string } {
  const result = spawnSync(process.execPath, [main, "verify"], { env: { ...process.env, ...environment }, encoding: "utf8" });
  return { code: result.status, said: result.stdout + result.stderr };
}

/** Signs a persona in over HTTP. Returns what to send with each request. */
export async function signIn(address: string, persona: string): Promise<Record<string, string>> {
  const answer = await fetch(`${address}/api/demo/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ persona }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { cookie, "content-type": "application/json" };
}
