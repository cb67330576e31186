import { expect, test } from "vitest";
import { treeOf } from "./tree.ts";

const place = (id: string, parentId: string | null) => ({ id, parentId });

test("places stand under their parents, in the order of the list", () => {
  const tree = treeOf(
    [place("district", null), place("b", "district"), place("village", "b"), place("a", "district")],
    (one) => one.parentId,
  );
  expect(tree).toEqual([
    {
      ...place("district", null),
      children: [{ ...place("b", "district"), children: [place("village", "b")] }, place("a", "district")],
    },
  ]);
});

test("a place whose parent is not shown stands at the top", () => {
  expect(treeOf([place("village", "town")], (one) => one.parentId)).toEqual([place("village", "town")]);
});
