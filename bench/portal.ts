import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { modules, nothing } from "../src/app.ts";
import { openServer } from "../src/platform/db/open.ts";
import { kindOf, walk } from "../test/support/portal.ts";
import { comeToRest } from "../test/support/rest.ts";
import type { Place } from "./place.ts";
import { ended, json, patience, product, type Running, signedIn } from "./serving.ts";
import { type Answered, sent, steadily, within } from "./steady.ts";
import { multiplyVoices } from "./voice-crowd.ts";

const seconds = Number(process.env["SECONDS"] ?? 30);
const pagesPerSecond = 100;
const posting = { perSecond: Number(process.env["POSTS"] ?? 200), seconds: Number(process.env["SECONDS"] ?? 60) };

/**
 * What voters meet, with so many voices in the house: how long a public page takes at a hundred a second, what it weighs, whether
 * every voice that was given a receipt is found by it afterwards, and how long voices of the same matter take to be found.
 */
export async function measurePortal(place: Place, voices: number): Promise<void> {
  const database = openServer(place.url!);
  const there = await multiplyVoices(database, voices);
  await database.close();
  console.log(`${there} voices`);
  const server = await product(place);
  try {
    await comeToRest(server.base, patience);
    const pages = await publicPages(server);
    await weigh(server, pages);
    await readPages(server, pages);
    await lookForAlike(server);
    await speakSteadily(server);
  } finally {
    await ended(server);
  }
}

/** One page of every kind, by the way a reader comes to it. */
async function publicPages(server: Running): Promise<string[]> {
  const patterns = modules(nothing).flatMap(({ portal }) => (portal?.pages ?? []).map(({ path }) => path));
  const get = async (path: string) => {
    const answer = await fetch(`${server.base}${path}`, { redirect: "manual" });
    const type = answer.headers.get("content-type") ?? "";
    return { status: answer.status, type, body: await answer.text(), location: answer.headers.get("location") };
  };
  const seen = await walk(get, patterns, 1);
  const faults = [...seen].filter(([, { status }]) => status >= 400);
  if (faults.length > 0) throw new Error(`${faults[0]![0]} answers ${faults[0]![1].status}`);
  const shown = [...seen].filter(([, { type }]) => type.startsWith("text/html"));
  return [...new Map(shown.map(([path]) => [kindOf(path, patterns), path])).values()];
}

const zipped = { "accept-encoding": "gzip", "accept-language": "zh-CN" };

/** What comes over the line for a first view: the page and everything that it draws in from the house. */
async function weigh({ base }: Running, pages: readonly string[]): Promise<void> {
  console.log("\n| page | bytes of the page | with style, script, pictures | over the line |\n|---|---|---|---|");
  for (const path of pages) {
    const page = await sent(undefined, base, { method: "GET", path, headers: zipped });
    const text = plain(page);
    const drawn = [...text.matchAll(/<(?:link[^>]*?rel="stylesheet"[^>]*?href|script[^>]*?src|img[^>]*?src)="([^"]+)"/g)].map(
      (one) => one[1]!,
    );
    let [whole, line] = [text.length, page.body.length];
    for (const one of new Set(drawn)) {
      const asset = await sent(undefined, base, { method: "GET", path: new URL(one, `${base}${path}`).pathname, headers: zipped });
      whole += plain(asset).length;
      line += asset.body.length;
    }
    console.log(`| ${decodeURI(path).slice(0, 60)} | ${text.length} | ${whole} | ${line} |`);
  }
}

const plain = ({ body, headers }: Answered): string =>
  headers["content-encoding"] === "gzip" ? gunzipSync(Buffer.from(body, "latin1")).toString("latin1") : body;

async function readPages({ base }: Running, pages: readonly string[]): Promise<void> {
  const told = (turn: number) => ({ method: "GET", path: pages[turn % pages.length]!, headers: zipped });
  await steadily(base, 20, 3, told);
  const anew = await madeAnew(base, pages);
  const answers = await steadily(base, pagesPerSecond, seconds, told);
  const wrong = answers.filter(({ status }) => status !== 200).map(({ status }) => status);
  console.log(`\n${pagesPerSecond} pages a second for ${seconds} s: ${answers.length} asked, not answered well: ${JSON.stringify(wrong)}`);
  console.log("| page | half, ms | 95 %, ms | made anew, one after another: half, ms | 95 %, ms |\n|---|---|---|---|---|");
  const line = (name: string, some: readonly Answered[], fresh: readonly Answered[]) => {
    const told = [some, fresh].flatMap((all) =>
      [0.5, 0.95].map((share) =>
        within(
          all.map(({ took }) => took),
          share,
        ).toFixed(1),
      ),
    );
    console.log(`| ${name} | ${told.join(" | ")} |`);
  };
  for (const [at, path] of pages.entries())
    line(
      decodeURI(path).slice(0, 60),
      answers.filter((_, turn) => turn % pages.length === at),
      anew.filter((_, turn) => turn % pages.length === at),
    );
  line("**all**", answers, anew);
}

/** Pages are kept for some seconds; at an address that nobody has asked for before, one has to be made. */
async function madeAnew(base: string, pages: readonly string[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (let round = 0; round < 10; round++)
    for (const page of pages) {
      const path = `${page}${page.includes("?") ? "&" : "?"}round=${round}`;
      answers.push(await sent(undefined, base, { method: "GET", path, headers: zipped }));
    }
  return answers;
}

/** The triage desk opens one voice after another beside those of the same matter. */
async function lookForAlike({ base }: Running): Promise<void> {
  const cookie = await signedIn(base, "committee");
  const get = (path: string) => sent(undefined, base, { method: "GET", path, headers: { cookie } });
  const list = JSON.parse(Buffer.from((await get("/api/voices?open=true&limit=100")).body, "latin1").toString()) as {
    items: { id: string }[];
  };
  const times: number[] = [];
  for (const { id } of list.items) {
    const answer = await get(`/api/voices/${id}/similar-voices`);
    if (answer.status !== 200) throw new Error(`similar voices: ${answer.status}`);
    times.push(answer.took);
  }
  console.log(
    `\nsimilar voices, ${times.length} times: half ${within(times, 0.5).toFixed(1)} ms, 95 % ${within(times, 0.95).toFixed(1)} ms`,
  );
}

/** Twenty voices and sixty questions an hour are let through from one address: so many addresses speak. */
const from = (turn: number, each: number): string => {
  const host = Math.floor(turn / each);
  return `127.${1 + Math.floor(host / 62_500)}.${Math.floor(host / 250) % 250}.${2 + (host % 250)}`;
};

async function speakSteadily({ base }: Running): Promise<void> {
  const { perSecond, seconds: time } = posting;
  const headers = { ...json, "accept-language": "zh-CN" };
  const spoken = new Map<number, string>();
  const told = (turn: number) => {
    const words = `村口第 ${turn} 根电线杆下的路灯不亮，老人晚上出门不方便。`;
    spoken.set(turn, words);
    const body = JSON.stringify({ submission: randomUUID(), words, category: "roads" });
    return { method: "POST", path: "/api/public/voices", headers, body, from: from(turn, 20) };
  };
  const answers = await steadily(base, perSecond, time, told);
  const times = answers.map(({ took }) => took);
  const kept = answers.flatMap(({ status, body }, turn) =>
    status === 201 ? [{ turn, receipt: (JSON.parse(body) as { receipt: string }).receipt }] : [],
  );
  const others = Map.groupBy(
    answers.filter(({ status }) => status !== 201),
    ({ status }) => status,
  );
  console.log(
    `\n${perSecond} voices a second for ${time} s: ${answers.length} sent, ${kept.length} given a receipt, other answers ${JSON.stringify([...others].map(([status, some]) => [status, some.length]))}; half ${within(times, 0.5).toFixed(0)} ms, 95 % ${within(times, 0.95).toFixed(0)} ms`,
  );
  let found = 0;
  for (let at = 0; at < kept.length; at += 16)
    for (const ok of await Promise.all(
      kept.slice(at, at + 16).map(async ({ turn, receipt }, index) => {
        const body = JSON.stringify({ receipt });
        const thread = await sent(undefined, base, {
          method: "POST",
          path: "/api/public/voice-threads",
          headers,
          body,
          from: from(at + index, 50),
        });
        const text = Buffer.from(thread.body, "latin1").toString();
        return thread.status === 200 && (JSON.parse(text) as { words: string }).words === spoken.get(turn);
      }),
    ))
      if (ok) found++;
  const receipts = new Set(kept.map(({ receipt }) => receipt)).size;
  console.log(`${found} of ${kept.length} found by their receipts with the very words, ${receipts} different receipts`);
  if (found !== kept.length || receipts !== kept.length) throw new Error("a voice that was given a receipt is lost");
}
