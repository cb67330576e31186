import { Agent, request } from "node:http";

export interface Told {
  readonly method: string;
  readonly path: string;
  readonly body?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds that half of the requests, and 95 of 100, stayed below. */
  readonly median: number;
  readonly p95: number;
}

/** So many connections ask one after another, each as soon as it has its answer, for some time or until all has been asked. */
export async function ask(
  base: string,
  connections: number,
  tell: () => Told | undefined,
  { seconds }: { seconds: number },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  async function one(): Promise<void> {
    for (let told = tell(); told && performance.now() < end; told = tell()) {
      const began = performance.now();
      await once(agent, base, told);
      times.push(performance.now() - began);
    }
  }
  await Promise.all(Array.from({ length: connections }, one));
  const took = performance.now() - start;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: (times.length * 1000) / took, median: at(0.5), p95: at(0.95) };
}

function once(agent: Agent, base: string, { method, path, body, headers }: Told): Promise<void> {
  return new Promise((done, fail) => {
    const asked = request(`${base}${path}`, { agent, method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk: string) => (text += answer.statusCode && answer.statusCode < 300 ? "" : chunk));
      answer.on("end", () =>
        answer.statusCode && answer.statusCode < 300 ? done() : fail(new Error(`${method} ${path}: ${answer.statusCode} ${text}`)),
      );
    });
    asked.on("error", fail);
    asked.end(body);
  });
}
