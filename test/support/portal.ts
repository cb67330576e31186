/** What came back for a path. */
export interface Seen {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly location: string | null;
}

/**
 * Follows every link from the first public page, as a reader could; of pages of one kind (`/portal/deputies/{code}`) a few.
 * Answers what was seen, by path.
 */
export async function walk(get: (path: string) => Promise<Seen>, patterns: readonly string[], each = 2): Promise<Map<string, Seen>> {
  const [seen, waiting] = [new Map<string, Seen>(), ["/portal"]];
  const often = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path, patterns);
    const before = often.get(kind) ?? 0;
    if (seen.has(path) || before >= each) continue;
    often.set(kind, before + 1);
    const page = await get(path);
    seen.set(path, page);
    if (page.location) waiting.push(page.location);
    if (page.type.startsWith("text/html")) waiting.push(...linksIn(page.body, path));
  }
  return seen;
}

/** The pattern that a path is of, with the names of its questions; the path itself when it is of none. */
export function kindOf(path: string, patterns: readonly string[]): string {
  const { pathname, searchParams } = new URL(path, "http://x");
  const found = patterns.find((pattern) => new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(pathname));
  return `${found ?? pathname}?${[...searchParams.keys()].toSorted().join("&")}`;
}

function linksIn(body: string, from: string): string[] {
  const all = [...body.matchAll(/<a [^>]*?href="([^"]*)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
  return all.flatMap((href) => {
    const url = new URL(href, `http://x${from}`);
    const leads = url.host === "x" && /^\/(portal|[srd])(\/|$)/.test(url.pathname);
    return leads && !url.searchParams.has("lang") && !url.searchParams.has("print") ? [`${url.pathname}${url.search}`] : [];
  });
}
