import { useInfiniteQuery } from "@tanstack/react-query";
import { collectionAt, type Kept, type ListPage, type Query } from "./collection-api.ts";

/** The state of a list that is read page by page. */
export interface CursorList<Thing> {
  readonly things: readonly Thing[];
  readonly pending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  readonly more?: { readonly loading: boolean; readonly load: () => void };
}

/** A list that is read page by page, by whatever asks for a page. */
export function usePages<Page extends { items: readonly unknown[]; next: string | null }>(
  name: readonly unknown[],
  load: (cursor: string) => Promise<Page>,
  enabled = true,
): CursorList<Page["items"][number]> & { readonly first: Page | undefined } {
  const list = useInfiniteQuery({
    queryKey: name,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: "",
    getNextPageParam: (page: Page) => page.next,
    enabled,
  });
  return {
    first: list.data?.pages[0],
    things: list.data?.pages.flatMap((page) => page.items) ?? [],
    pending: list.isPending,
    error: list.error,
    retry: () => void list.refetch(),
    ...(list.hasNextPage ? { more: { loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } } : {}),
  };
}

/** Under which name the lists at an address are remembered, however narrowed. */
export const listsAt = (path: string): readonly unknown[] => ["list", path];

/** A list at this address, narrowed by `query`, thirty at a time; its pages can tell more than their things. */
export const useCursorList = <Thing, Page extends ListPage<Thing> = ListPage<Thing>>(path: string, query: Query, enabled = true) =>
  usePages([...listsAt(path), query], (cursor) => collectionAt<Thing & Kept>(path).list<Page>({ ...query, limit: 30, cursor }), enabled);
