import { call } from "../api/client.ts";
import { language } from "../i18n.ts";

/** Anything that is kept in a list: it can be named, and it counts its changes. */
export interface Kept {
  readonly id: string;
  readonly version: number;
}

export interface ListPage<Thing> {
  readonly items: readonly Thing[];
  readonly next: string | null;
}

export type Query = Readonly<Record<string, string | number | undefined>>;
export type Typed = Readonly<Record<string, unknown>>;

/** The endpoints that every kept list has, by its address. All of them throw `ProblemError`. */
export const collectionAt = <Thing extends Kept>(path: string) => ({
  list: <Page = ListPage<Thing>>(query: Query) => send<Page>("GET", `${path}?${parameters(query)}`),
  get: (id: string) => send<Thing>("GET", `${path}/${id}`),
  add: <Made = Thing>(body: Typed, key: string) => send<Made>("POST", path, { body, headers: { "idempotency-key": key } }),
  change: (id: string, seen: number, body: Typed) => send<Thing>("PUT", `${path}/${id}`, { body, headers: { "if-match": `"${seen}"` } }),
});

/** Every page of a list that is small enough to be held whole. */
export async function allAt<Thing extends Kept>(path: string): Promise<Thing[]> {
  const { list } = collectionAt<Thing>(path);
  const all: Thing[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: ListPage<Thing> = await list({ limit: 200, cursor });
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

interface Sent {
  readonly body?: Typed;
  readonly headers?: Readonly<Record<string, string>>;
}

function send<Answer>(method: string, path: string, { body, headers }: Sent = {}): Promise<Answer> {
  const init = {
    method,
    headers: { "accept-language": language(), ...(body ? { "content-type": "application/json" } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  const answer = async (): Promise<{ data?: Answer; error?: unknown; response: Response }> => {
    const response = await fetch(path, init);
    const json = await response.json().catch(() => undefined);
    return response.ok ? { data: json, response } : { error: json, response };
  };
  return call(answer());
}

function parameters(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
