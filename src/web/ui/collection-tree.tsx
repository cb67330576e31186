import { useQuery } from "@tanstack/react-query";
import type { CollectionSpec } from "./collection.ts";
import { allAt, type Kept } from "./collection-api.ts";
import { CollectionTable } from "./collection-view.tsx";
import { ListBody } from "./list-body.tsx";
import { treeOf } from "./tree.ts";
import { useWide } from "./wide.ts";

interface Props<Thing extends Kept> {
  readonly spec: CollectionSpec<Thing>;
  readonly parentOf: (thing: Thing) => string | null;
  readonly edit?: (thing: Thing) => void;
}

/** A whole list as the tree it is; the roots stand open. On a phone only the names have room. */
export function CollectionTree<Thing extends Kept>({ spec, parentOf, edit }: Props<Thing>) {
  const wide = useWide();
  const all = useQuery({ queryKey: ["whole", spec.path], queryFn: () => allAt<Thing>(spec.path) });
  const list = {
    things: treeOf(all.data ?? [], parentOf),
    pending: all.isPending,
    error: all.error,
    retry: () => void all.refetch(),
  };
  const shown = wide ? spec : { ...spec, columns: spec.columns.slice(0, 2) };
  return (
    <ListBody list={list}>
      {(roots) => <CollectionTable spec={shown} things={roots} opened={roots.map((root) => root.id)} {...(edit ? { edit } : {})} />}
    </ListBody>
  );
}
