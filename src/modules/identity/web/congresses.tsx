import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { congressLevels } from "../terms.ts";
import { area } from "./references.ts";

const level = { name: "level", kind: "select", values: congressLevels, words: "identity.congress.level" } as const;

const congresses: CollectionSpec<Schemas["Congress"]> = {
  path: "/api/congresses",
  page: "/congresses",
  words: "identity.congress",
  keeper: "identity.keep",
  search: true,
  filters: [level],
  columns: [
    { name: "name" },
    { name: "level", width: 110 },
    { name: "congressNo", width: 110, minor: true },
    { name: "areaId", width: 150, minor: true },
    { name: "termStartsOn", width: 170 },
    { name: "termEndedOn", width: 170 },
  ],
  fields: [
    { name: "name", kind: "text", wide: true },
    level,
    { name: "congressNo", kind: "number", min: 1, max: 999, shown: "identity.congress.no" },
    { name: "areaId", kind: "reference", of: area, wide: true },
    { name: "termStartsOn", kind: "date" },
    { name: "termEndedOn", kind: "date", optional: true },
  ],
};

/** People's congresses, each for one term. */
export const Page = () => <CollectionPage spec={congresses} />;
