import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { CollectionPage } from "../../../web/ui/collection-page.tsx";
import { anyCongress } from "./references.ts";

const congress = { name: "congressId", kind: "reference", of: anyCongress, wide: true } as const;

const sessions: CollectionSpec<Schemas["CongressSession"]> = {
  path: "/api/congress-sessions",
  page: "/congress-sessions",
  words: "identity.session",
  keeper: "identity.keep",
  filters: [congress],
  columns: [{ name: "congressId" }, { name: "sessionNo", width: 160 }, { name: "openedOn", width: 200 }, { name: "closedOn", width: 200 }],
  fields: [
    congress,
    { name: "sessionNo", kind: "number", min: 1, max: 99, shown: "identity.session.no", wide: true },
    { name: "openedOn", kind: "date" },
    { name: "closedOn", kind: "date" },
  ],
};

/** The sessions that a congress has held. */
export const Page = () => <CollectionPage spec={sessions} />;
