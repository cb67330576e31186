export type Branch<Thing> = Thing & { readonly children?: readonly Branch<Thing>[] };

/** Things under those they stand under. One whose parent is not among them stands at the top. */
export function treeOf<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  parentOf: (thing: Thing) => string | null,
): Branch<Thing>[] {
  const known = new Set(things.map((thing) => thing.id));
  const under = new Map<string, Thing[]>();
  for (const thing of things) {
    const parent = parentOf(thing);
    const place = parent !== null && known.has(parent) ? parent : "";
    under.set(place, [...(under.get(place) ?? []), thing]);
  }
  const branch = (thing: Thing): Branch<Thing> => {
    const children = under.get(thing.id);
    return children ? { ...thing, children: children.map(branch) } : thing;
  };
  return (under.get("") ?? []).map(branch);
}
