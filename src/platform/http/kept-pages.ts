import { createHash } from "node:crypto";
import type { Instant } from "../clock/instant.ts";

/** Public pages as they were a moment ago, for whoever asks for the same one. */
export interface KeptPages {
  /** The page under this key; `make` makes it unless it is there, and anew while it is growing old. Only a page that is the same for everybody is kept. */
  page(key: string, now: Instant, make: () => Promise<Response>): Promise<Response>;
  /** Something has changed: what was made before, or is being made, is not shown again. */
  forget(): void;
}

/** Another process, or a transaction of an endpoint's own, may have changed something without our knowing: no page is shown for longer than so many milliseconds. */
const freshFor = 10_000;
const most = 500;

/**
 * A page that is asked for at so many milliseconds of its age is made anew while the reader gets the one that is there: nobody waits for
 * it at its end. It differs from page to page, or all that were made together would be made anew together.
 */
const oldAt = (key: string): number => 4_000 + (createHash("sha256").update(key).digest().readUInt16BE() % 4_001);

interface Kept {
  readonly at: Instant;
  /** So many milliseconds later it is old. */
  readonly oldAt: number;
  readonly body: string;
  readonly headers: Headers;
}

export function keptPages(): KeptPages {
  const kept = new Map<string, Kept>();
  const renewing = new Set<string>();
  let changes = 0;
  function keep(key: string, one: Kept): void {
    kept.delete(key);
    kept.set(key, one);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }
  async function make(key: string, now: Instant, making: () => Promise<Response>): Promise<Response> {
    const before = changes;
    const made = await making();
    if (!isForEverybody(made)) return made;
    const one = { at: now, oldAt: oldAt(key), body: await made.text(), headers: made.headers };
    if (before === changes) keep(key, one);
    return shown(one);
  }
  async function renew(key: string, now: Instant, making: () => Promise<Response>): Promise<void> {
    renewing.add(key);
    // What fails behind a reader's back is told to the next who has to wait for it.
    await make(key, now, making).catch(() => undefined);
    renewing.delete(key);
  }
  return {
    async page(key, now, making) {
      const known = kept.get(key);
      const age = known ? Math.abs(Date.parse(now) - Date.parse(known.at)) : freshFor;
      if (!known || age >= freshFor) return make(key, now, making);
      if (age >= known.oldAt && !renewing.has(key)) void renew(key, now, making);
      return shown(known);
    },
    forget() {
      changes++;
      kept.clear();
    },
  };
}

/** A page that says of itself `no-store` belongs to one reader, a refusal to one moment. */
const isForEverybody = ({ status, headers }: Response): boolean =>
  status === 200 &&
  headers.get("content-type")?.startsWith("text/html") === true &&
  headers.get("cache-control") === "no-cache" &&
  !headers.has("set-cookie");

const shown = ({ body, headers }: Kept): Response => new Response(body, { headers: new Headers(headers) });
