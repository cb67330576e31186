import { openServer } from "../src/platform/db/open.ts";
import { comeToRest } from "../test/support/rest.ts";
import { measureExports } from "./exports.ts";
import { ask, type Measured, type Told } from "./loop.ts";
import { type Operation, operationsOver } from "./operations.ts";
import { multiplyOpinions } from "./opinion-crowd.ts";
import { opinionOperations } from "./opinion-operations.ts";
import { embeddedWorld, type Place, serverWorld } from "./place.ts";
import { measurePortal } from "./portal.ts";
import { type Recording, record } from "./recording.ts";
import { ended, json, memoryOf, patience, product, type Running, signedIn, started } from "./serving.ts";

/**
 * `npm run bench` makes a PostgreSQL with 200,000 suggestions of its own, measures and throws it away; `npm run bench -- 10000` makes
 * a smaller one, `npm run bench -- embedded 10000` an embedded one. `npm run bench -- postgres://…` measures a database made before.
 * `npm run bench -- exports` instead takes a list of 50,000 out of the house, again and again, and watches the server's memory.
 * `npm run bench -- portal` measures what voters meet, with 100,000 voices: public pages, speaking, voices of the same matter.
 * `npm run bench -- opinions` measures what is counted of 100,000 opinions on the light track.
 * `ONLY=search` measures only what is called so; `ROUNDS` and `SECONDS` say how long.
 */
async function main(words: readonly string[]): Promise<void> {
  const [exports, portal, light] = [words.includes("exports"), words.includes("portal"), words.includes("opinions")];
  const number = words.find((word) => /^\d+$/.test(word));
  async function over(place: Place): Promise<void> {
    if (exports) await measureExports(place);
    else if (portal) await measurePortal(place, Number(number ?? 100_000));
    else if (light) await measureLight(place, Number(number ?? 100_000));
    else show(await measure(place, await operationsOver(place)));
  }
  const given = words.find((word) => word.startsWith("postgres"));
  if (given) return over({ url: given });
  const suggestions = portal || light ? 0 : Number(number ?? (exports ? 50_000 : 200_000));
  const place = words.includes("embedded") ? await embeddedWorld(suggestions) : await serverWorld(suggestions);
  try {
    await over(place);
  } finally {
    await place.gone();
  }
}

async function measureLight(place: Place, opinions: number): Promise<void> {
  const database = openServer(place.url!);
  console.log(`${await multiplyOpinions(database, opinions)} opinions`);
  await database.close();
  show(await measure(place, opinionOperations));
}

const rounds = Number(process.env["ROUNDS"] ?? 3);
const seconds = Number(process.env["SECONDS"] ?? 2);

const heading = `| what | connections | product, a second | bare, a second | ratio | product, ms (half / 95 %) | bare, ms (half / 95 %) | server, MB |
|---|---|---|---|---|---|---|---|`;

function show(rows: readonly Row[]): void {
  console.log(`\n${heading}\n${rows.map(line).join("\n")}`);
}

/** Measures the product and the bare handler; over a server in turns, so that what else the machine does meets both alike. */
async function measure(place: Place, operations: readonly Operation[]): Promise<Row[]> {
  const chosen = operations.filter(({ name }) => name.includes(process.env["ONLY"] ?? ""));
  if (place.folder) return await apart(place, chosen);
  const ours = await product(place);
  const running = [ours];
  try {
    await comeToRest(ours.base, patience);
    const steady: Operation[] = [];
    for (const operation of chosen) steady.push(await paged(operation, ours.base));
    const bare = await bareServer(place, steady);
    running.push(bare);
    const rows: Row[] = [];
    for (const operation of steady)
      for (const connections of [1, 32]) {
        const cookie = await signedIn(ours.base, operation.persona);
        const turns = turnsOf(operation, rounds * 2);
        const [mine, theirs]: [Measured[], Measured[]] = [[], []];
        for (let round = 0; round < rounds; round++) {
          mine.push(await ask(ours.base, connections, turns(toProduct(operation, cookie)), { seconds }));
          theirs.push(await ask(bare.base, connections, turns(toBare(operation)), { seconds }));
        }
        rows.push(rowOf(operation, connections, { mine, theirs, memory: memoryOf(ours.child) }));
        console.log(line(rows.at(-1)!));
      }
    return rows;
  } finally {
    for (const one of running) await ended(one);
  }
}

/** An embedded database has one process at a time: first all of the product, then all of the bare handler. */
async function apart(place: Place, chosen: readonly Operation[]): Promise<Row[]> {
  const ours = await product(place);
  await comeToRest(ours.base, patience);
  const steady: Operation[] = [];
  const mine = new Map<string, { measured: Measured[]; memory: number }>();
  for (const operation of chosen) {
    steady.push(await paged(operation, ours.base));
    const cookie = await signedIn(ours.base, operation.persona);
    for (const connections of [1, 32]) {
      const told = turnsOf(steady.at(-1)!, 2)(toProduct(steady.at(-1)!, cookie));
      mine.set(`${operation.name} ${connections}`, {
        measured: [await ask(ours.base, connections, told, { seconds })],
        memory: memoryOf(ours.child),
      });
    }
  }
  await ended(ours);
  const bare = await bareServer(place, steady);
  const rows: Row[] = [];
  for (const operation of steady)
    for (const connections of [1, 32]) {
      const theirs = [await ask(bare.base, connections, turnsOf(operation, 2)(toBare(operation)), { seconds })];
      const { measured, memory } = mine.get(`${operation.name} ${connections}`)!;
      rows.push(rowOf(operation, connections, { mine: measured, theirs, memory }));
      console.log(line(rows.at(-1)!));
    }
  await ended(bare);
  return rows;
}

async function bareServer(place: Place, operations: readonly Operation[]): Promise<Running> {
  const recordings = await record(place, operations);
  return await started(
    "bench/bare.ts",
    [place.url ?? place.folder ?? ""],
    {},
    /^(http\S+)/,
    JSON.stringify(playsOf(operations, recordings)),
  );
}

interface Row {
  readonly name: string;
  readonly connections: number;
  readonly product: Measured;
  readonly bare: Measured;
  readonly plain: boolean;
  readonly memory: number;
}

const toProduct =
  (operation: Operation, cookie: string) =>
  (turn: number): Told => {
    const { method, path, body } = operation.request(turn);
    return { method, path, body: body === undefined ? undefined : JSON.stringify(body), headers: { cookie, ...json } };
  };

const toBare =
  (operation: Operation) =>
  (turn: number): Told => {
    const { ids, body } = operation.request(turn);
    return { method: "POST", path: "/", body: JSON.stringify({ name: operation.name, ids, body }), headers: json };
  };

const rowOf = (
  { name, plain }: Operation,
  connections: number,
  { mine, theirs, memory }: { mine: readonly Measured[]; theirs: readonly Measured[]; memory: number },
): Row => ({ name, connections, product: middle(mine), bare: middle(theirs), plain: plain !== undefined, memory });

const used = new Map<string, number>();

/** Gives each request its turn; where cases are used up, a round takes its share of them: all but the first, which was recorded. */
function turnsOf({ name, supply }: Operation, rounds: number) {
  const share = supply === undefined ? Number.POSITIVE_INFINITY : Math.floor((supply - 1) / (rounds * 2));
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

const line = ({ name, connections, product, bare, plain, memory }: Row): string =>
  `| ${name} | ${connections} | ${whole(product.perSecond)} | ${whole(bare.perSecond)}${plain ? " (plain)" : ""} | **${(product.perSecond / bare.perSecond).toFixed(2)}** | ${ms(product.median)} / ${ms(product.p95)} | ${ms(bare.median)} / ${ms(bare.p95)} | ${memory} |`;

const whole = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toString());
const ms = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toString());

await main(process.argv.slice(2));
