import type { Instant } from "../clock/instant.ts";

/** Public pages as they were a moment ago, for whoever asks for the same one. */
export interface KeptPages {
  /** The page under this key; `make` makes it unless it is there. Only a page that is the same for everybody is kept. */
  page(key: string, now: Instant, make: () => Promise<Response>): Promise<Response>;
  /** Something has changed: what was made before, or is being made, is not shown again. */
  forget(): void;
}

/** Another process, or a transaction of an endpoint's own, may have changed something without our knowing: no page is shown for longer than so many milliseconds. */
const freshFor = 10_000;
const most = 500;

interface Kept {
  readonly at: Instant;
  readonly body: string;
  readonly headers: Headers;
}

export function keptPages(): KeptPages {
  const kept = new Map<string, Kept>();
  let changes = 0;
  function keep(key: string, one: Kept): void {
    kept.delete(key);
    kept.set(key, one);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }
  return {
    async page(key, now, make) {
      const known = kept.get(key);
      if (known && Math.abs(Date.parse(now) - Date.parse(known.at)) < freshFor) return shown(known);
      const before = changes;
      const made = await make();
      if (!isForEverybody(made)) return made;
      const one = { at: now, body: await made.text(), headers: made.headers };
      if (before === changes) keep(key, one);
      return shown(one);
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
