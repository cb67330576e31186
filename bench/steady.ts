import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Told } from "./loop.ts";

/** A request of its own network address: any of 127.0.0.0/8 reaches a server that listens on loopback. */
export type Sent = Told & { readonly from?: string };

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Milliseconds from the moment at which it was due to be sent, so that waiting for a slow server counts. */
  readonly took: number;
}

/**
 * Sends so many requests a second for so many seconds, each at its moment, whether those before it have been answered or not.
 * A connection that breaks is told as status 0.
 */
export async function steadily(base: string, perSecond: number, seconds: number, tell: (turn: number) => Sent): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const start = performance.now();
  const all: Promise<Answered>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const due = start + (turn * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    all.push(sent(agent, base, tell(turn), due));
  }
  const answers = await Promise.all(all);
  agent.destroy();
  return answers;
}

/** Sends one request; `due` is when it should have been sent. */
export function sent(agent: Agent | undefined, base: string, told: Sent, due = performance.now()): Promise<Answered> {
  const { method, path, body, headers, from } = told;
  return new Promise((done) => {
    const asked = request(`${base}${path}`, { agent, method, headers, ...(from ? { localAddress: from } : {}) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        done({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(chunks).toString("latin1"),
          headers: answer.headers,
          took: performance.now() - due,
        }),
      );
    });
    asked.on("error", () => done({ status: 0, body: "", headers: {}, took: performance.now() - due }));
    asked.end(body);
  });
}

/** The time below which such a share of them stayed. */
export function within(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
