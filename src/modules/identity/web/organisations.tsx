import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { organisationKinds } from "../terms.ts";
import { area, organisation } from "./references.ts";

const kind = { name: "kind", kind: "select", values: organisationKinds, words: "identity.organisation.kind" } as const;
const place = { name: "areaId", kind: "reference", of: area } as const;

const organisations: CollectionSpec<Schemas["Organisation"]> = {
  path: "/api/organisations",
  page: "/organisations",
  words: "identity.organisation",
  keeper: "identity.keep",
  search: true,
  filters: [kind, place],
  columns: [
    { name: "name" },
    { name: "shortName", width: 190 },
    { name: "kind", width: 170 },
    { name: "areaId", width: 120 },
    { name: "parentId", width: 200, minor: true },
    { name: "dissolvedOn", width: 150, minor: true },
  ],
  fields: [
    { name: "name", kind: "text", wide: true },
    { name: "shortName", kind: "text" },
    kind,
    place,
    { name: "parentId", kind: "reference", of: organisation, optional: true },
    { name: "phone", kind: "text", max: 20, input: "tel", optional: true },
    { name: "foundedOn", kind: "date", optional: true },
    { name: "dissolvedOn", kind: "date", optional: true },
  ],
};

/** Organs of the congress, state organs, handling units. */
export const Page = () => <CollectionPage spec={organisations} />;
