import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { areaKinds } from "../terms.ts";
import { area } from "./references.ts";

const kind = { name: "kind", kind: "select", values: areaKinds, words: "identity.area.kind" } as const;

const areas: CollectionSpec<Schemas["Area"]> = {
  path: "/api/areas",
  page: "/areas",
  words: "identity.area",
  keeper: "identity.keep",
  search: true,
  filters: [kind],
  parentOf: (thing) => thing.parentId,
  columns: [
    { name: "name" },
    { name: "kind", width: 110 },
    { name: "code", width: 170 },
    { name: "parentId", width: 180, minor: true },
    { name: "retiredOn", width: 160, minor: true },
  ],
  fields: [
    { name: "name", kind: "text" },
    kind,
    { name: "code", kind: "text", max: 12, input: "numeric" },
    { name: "parentId", kind: "reference", of: area, optional: true },
    { name: "retiredOn", kind: "date", optional: true },
  ],
};

/** Administrative areas: district, towns and sub-districts, villages and communities. */
export const Page = () => <CollectionPage spec={areas} />;
