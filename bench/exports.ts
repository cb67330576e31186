import { setTimeout as wait } from "node:timers/promises";
import type { Place } from "./place.ts";
import { ended, memoryOf, product, type Running, signedIn } from "./serving.ts";

/** Each format so often, from a server just started; then once for a reader who takes his time. */
const times = 10;
const formats = ["xlsx", "csv"] as const;

interface Taken {
  readonly seconds: number;
  readonly bytes: number;
  /** Lines that came, with the heading; an XLSX file does not tell. */
  readonly lines: number;
  /** The most that the server held meanwhile, in MB. */
  readonly most: number;
}

/** Does a long list stream, or does the server grow with it? Prints what it held at the start, during each export and after all. */
export async function measureExports(place: Place): Promise<void> {
  console.log(
    "| export | seconds, first … last | MB | server before, MB | most in each of the ten, MB | after, MB |\n|---|---|---|---|---|---|",
  );
  for (const format of formats) {
    const server = await product(place);
    try {
      const cookie = await signedIn(server.base, "office");
      await wait(5000);
      const before = memoryOf(server.child);
      const all: Taken[] = [];
      for (let time = 0; time < times; time++) all.push(await take(server, cookie, format));
      console.log(lineOf(format, before, all, memoryOf(server.child)));
      const slow = await take(server, cookie, format, 100);
      console.log(lineOf(`${format}, to a slow reader`, memoryOf(server.child), [slow], memoryOf(server.child)));
      if (format === "csv") console.log(`\n${all[0]!.lines - 1} lines each`);
    } finally {
      await ended(server);
    }
  }
}

async function take({ base, child }: Running, cookie: string, format: string, pause = 0): Promise<Taken> {
  const began = performance.now();
  const answer = await fetch(`${base}/api/exports/suggestions?format=${format}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  let [bytes, lines, most] = [0, 0, memoryOf(child)];
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines++;
    most = Math.max(most, memoryOf(child));
    if (pause > 0) await wait(pause);
  }
  return { seconds: (performance.now() - began) / 1000, bytes, lines, most };
}

function lineOf(what: string, before: number, all: readonly Taken[], after: number): string {
  const took = [all[0]!, all.at(-1)!].map(({ seconds }) => seconds.toFixed(1)).join(" … ");
  const size = (all[0]!.bytes / 1_000_000).toFixed(1);
  return `| ${what} | ${took} | ${size} | ${before} | ${all.map(({ most }) => most).join(" ")} | ${after} |`;
}
