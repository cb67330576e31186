import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** An answer of the house, with the question that it answers. */
interface Known {
  readonly key: QueryKey;
  readonly data: unknown;
}

const prefix = "lianxin.known.";

function read(page: string): readonly Known[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${prefix}${page}`) ?? "[]");
    return Array.isArray(kept) ? (kept as Known[]) : [];
  } catch {
    return [];
  }
}

/**
 * Keeps on this phone, for one page, what the house last answered to these questions: who I am, what there is to choose from. Says
 * whether all of them are kept.
 */
export function remember(queries: QueryClient, page: string, keys: readonly QueryKey[]): boolean {
  const known = keys.flatMap((key): Known[] => {
    const data: unknown = queries.getQueryData(key);
    return data === undefined ? [] : [{ key, data }];
  });
  try {
    if (known.length > 0) localStorage.setItem(`${prefix}${page}`, JSON.stringify(known));
    return known.length === keys.length;
  } catch {
    // A phone that is full keeps nothing: the page then opens with a line only.
    return false;
  }
}

/** Answers with what is kept for this page until the house answers itself; it is asked at once all the same. */
export function recall(queries: QueryClient, page: string): void {
  for (const { key, data } of read(page)) if (queries.getQueryData(key) === undefined) queries.setQueryData(key, data, { updatedAt: 0 });
}

/** Whoever signs out leaves on the phone neither who he is nor where he works. */
export function forgetKnown(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
