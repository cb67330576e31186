import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { anyCongress, area } from "./references.ts";

const congress = { name: "congressId", kind: "reference", of: anyCongress, wide: true } as const;

const delegations: CollectionSpec<Schemas["Delegation"]> = {
  path: "/api/delegations",
  page: "/delegations",
  words: "identity.delegation",
  keeper: "identity.keep",
  search: true,
  filters: [congress],
  columns: [{ name: "name" }, { name: "congressId", width: 320 }, { name: "areaId", width: 200 }],
  fields: [congress, { name: "name", kind: "text" }, { name: "areaId", kind: "reference", of: area, optional: true }],
};

/** Delegations, formed for sessions (DL-14). */
export const Page = () => <CollectionPage spec={delegations} />;
