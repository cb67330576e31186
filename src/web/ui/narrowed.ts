import { useNavigate, useSearch } from "@tanstack/react-router";

/** Filters as they stand in the address. */
export type Narrowed = Readonly<Record<string, string | undefined>>;

/**
 * What the list is narrowed by, how to narrow it further, and how to narrow it anew. It stands in the address, so that a
 * list can be sent to a colleague.
 */
export function useNarrowed(): [Narrowed, (change: Narrowed) => void, (next: Narrowed) => void] {
  const narrowed: Narrowed = useSearch({ strict: false });
  const navigate = useNavigate();
  const replace = (next: Narrowed) => {
    const given = Object.entries(next).filter(([, value]) => value !== undefined && value !== "");
    void navigate({ to: ".", search: Object.fromEntries(given) as never, replace: true });
  };
  return [narrowed, (change) => replace({ ...narrowed, ...change }), replace];
}

/** Takes these filters away; undefined where none of them is set. */
export function useClearing(names: readonly string[]): (() => void) | undefined {
  const [narrowed, narrow] = useNarrowed();
  if (!names.some((name) => narrowed[name])) return undefined;
  return () => narrow(Object.fromEntries(names.map((name) => [name, undefined])));
}
