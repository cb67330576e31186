import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ask, type Measured, type Told } from "./loop.ts";
import { type Operation, operationsOver } from "./operations.ts";
import { type Recording, record } from "./recording.ts";

/** The product and the bare handler over one database, measured in turns, so that what else the machine does meets both alike. */
export async function measure(url: string, rounds = 3, seconds = 2): Promise<Row[]> {
  const operations = await operationsOver(url);
  const chosen = operations.filter(({ name }) => name.includes(process.env["ONLY"] ?? ""));
  const product = await started(
    "src/main.ts",
    ["serve"],
    { DATABASE_URL: url, PORT: "0", DATA_DIR: "/tmp/lianxin-bench" },
    /ready at (\S+)/,
  );
  const running = [product];
  try {
    const steady = await Promise.all(chosen.map((operation) => paged(operation, product.base)));
    const recordings = await record(url, steady);
    const bare = await started("bench/bare.ts", [url], {}, /^(http\S+)/, JSON.stringify(playsOf(steady, recordings)));
    running.push(bare);
    const rows: Row[] = [];
    for (const operation of steady)
      for (const connections of [1, 32]) {
        const row = await compare(operation, { product, bare }, { connections, rounds, seconds });
        console.log(line({ ...row, memory: memoryOf(product.child) }));
        rows.push({ ...row, memory: memoryOf(product.child) });
      }
    return rows;
  } finally {
    for (const { child } of running) child.kill();
  }
}

export interface Row {
  readonly name: string;
  readonly connections: number;
  readonly product: Measured;
  readonly bare: Measured;
  readonly plain: boolean;
  readonly memory: number;
}

interface Running {
  readonly child: ChildProcess;
  readonly base: string;
}

async function compare(
  operation: Operation,
  { product, bare }: { product: Running; bare: Running },
  { connections, rounds, seconds }: { connections: number; rounds: number; seconds: number },
): Promise<Omit<Row, "memory">> {
  const cookie = await signedIn(product.base, operation.persona);
  const turns = turnsOf(operation, rounds);
  const toProduct = (turn: number): Told => {
    const { method, path, body } = operation.request(turn);
    return { method, path, body: body === undefined ? undefined : JSON.stringify(body), headers: { cookie, ...json } };
  };
  const toBare = (turn: number): Told => {
    const { ids, body } = operation.request(turn);
    return { method: "POST", path: "/", body: JSON.stringify({ name: operation.name, ids, body }), headers: json };
  };
  const [ours, theirs]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await ask(product.base, connections, turns(toProduct), { seconds }));
    theirs.push(await ask(bare.base, connections, turns(toBare), { seconds }));
  }
  return { name: operation.name, connections, product: middle(ours), bare: middle(theirs), plain: operation.plain !== undefined };
}

const json = { "content-type": "application/json" };
const used = new Map<string, number>();

/** Gives each request its turn; where cases are used up, a round takes its share of them. */
function turnsOf({ name, supply }: Operation, rounds: number) {
  const share = supply === undefined ? Number.POSITIVE_INFINITY : Math.floor(supply / (rounds * 2 * 2));
  return (tell: (turn: number) => Told) => {
    let left = share;
    return () => {
      if (left-- <= 0) return undefined;
      const turn = used.get(name) ?? 1;
      used.set(name, turn + 1);
      return tell(turn);
    };
  };
}

const middle = (all: readonly Measured[]): Measured => [...all].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)]!;

const playsOf = (operations: readonly Operation[], recordings: ReadonlyMap<string, Recording>) =>
  Object.fromEntries(
    operations.map(({ name, plain, request }) => {
      const statements = plain ? [{ text: plain.text, values: plain.values(0) }] : (recordings.get(name)?.statements ?? []);
      return [name, { statements, ids: request(0).ids, plain: plain !== undefined }];
    }),
  );

/** The same list, further down: pages are walked as a reader would. */
async function paged(operation: Operation, base: string): Promise<Operation> {
  const page = Number(/page (\d+)$/.exec(operation.name)?.[1] ?? 1);
  if (page === 1) return operation;
  const cookie = await signedIn(base, operation.persona);
  const first = operation.request(0);
  let path = first.path;
  for (let at = 1; at < page; at++) {
    const answer = (await (await fetch(base + path, { headers: { cookie } })).json()) as { next: string | null };
    if (answer.next === null) {
      console.log(`${operation.name}: there are only ${at} pages`);
      break;
    }
    path = `${first.path}&cursor=${answer.next}`;
  }
  return { ...operation, request: () => ({ ...first, path }) };
}

async function signedIn(base: string, persona: string): Promise<string> {
  const answer = await fetch(`${base}/api/demo/sign-in`, { method: "POST", headers: json, body: JSON.stringify({ persona }) });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** Starts one of the servers and waits until it says where it listens. */
function started(file: string, words: readonly string[], environment: Record<string, string>, ready: RegExp, input = ""): Promise<Running> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const child = spawn(process.execPath, [file, ...words], {
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

const memoryOf = ({ pid }: ChildProcess): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);

export const line = ({ name, connections, product, bare, plain, memory }: Row): string =>
  `| ${name} | ${connections} | ${whole(product.perSecond)} | ${whole(bare.perSecond)}${plain ? " (plain)" : ""} | **${(product.perSecond / bare.perSecond).toFixed(2)}** | ${ms(product.median)} / ${ms(product.p95)} | ${ms(bare.median)} / ${ms(bare.p95)} | ${memory} |`;

const whole = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toString());
const ms = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toString());

await measure(process.argv[2] ?? "", Number(process.env["ROUNDS"] ?? 3), Number(process.env["SECONDS"] ?? 2));
