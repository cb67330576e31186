import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { anyCongress, area } from "./references.ts";

const congress = { name: "congressId", kind: "reference", of: anyCongress, wide: true } as const;

const electoralDistricts: CollectionSpec<Schemas["ElectoralDistrict"]> = {
  path: "/api/electoral-districts",
  page: "/electoral-districts",
  words: "identity.electoral_district",
  keeper: "identity.keep",
  search: true,
  filters: [congress],
  columns: [
    { name: "name" },
    { name: "number", width: 100 },
    { name: "congressId", width: 280 },
    { name: "areaId", width: 160, minor: true },
    { name: "seats", width: 140 },
  ],
  fields: [
    congress,
    { name: "name", kind: "text", wide: true },
    { name: "number", kind: "number", min: 1, max: 999 },
    { name: "seats", kind: "number", min: 1, max: 3 },
    { name: "areaId", kind: "reference", of: area, wide: true },
  ],
};

/** Electoral districts of directly elected congresses, one to three seats each (EL-25). */
export const Page = () => <CollectionPage spec={electoralDistricts} />;
