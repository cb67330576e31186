export type Branch<Thing> = Thing & { readonly children?: readonly Branch<Thing>[] };

/** Things under those they name as their parent. One whose parent is not among them stands at the top. */
export function treeOf<Thing extends { readonly id: string; readonly parentId?: string | null }>(things: readonly Thing[]): Branch<Thing>[] {
  const known = new Set(things.map((thing) => thing.id));
  const under = Map.groupBy(things, ({ parentId }) => (parentId && known.has(parentId) ? parentId : ""));
  const branch = (thing: Thing): Branch<Thing> => {
    const children = under.get(thing.id);
    return children ? { ...thing, children: children.map(branch) } : thing;
  };
  return (under.get("") ?? []).map(branch);
}
