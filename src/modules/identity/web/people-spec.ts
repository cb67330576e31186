import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { educations, nationalities, politicalStatuses } from "./code-lists.ts";

/** People: deputies and staff, each entered once. */
export const people: CollectionSpec<Schemas["Person"]> = {
  path: "/api/people",
  page: "/people",
  words: "identity.person",
  keeper: "identity.keep",
  search: true,
  columns: [
    { name: "name" },
    { name: "gender", width: 80 },
    { name: "nationality", width: 100, minor: true },
    { name: "bornIn", width: 130 },
    { name: "politicalStatus", width: 140, minor: true },
    { name: "occupation", width: 220 },
    { name: "phone", width: 150 },
  ],
  fields: [
    { name: "name", kind: "text" },
    { name: "gender", kind: "select", values: ["male", "female"], words: "identity.person.gender", optional: true },
    { name: "nationality", kind: "text", max: 20, suggestions: nationalities, optional: true },
    { name: "bornIn", kind: "month", optional: true },
    { name: "politicalStatus", kind: "text", max: 30, suggestions: politicalStatuses, optional: true },
    { name: "education", kind: "text", max: 30, suggestions: educations, optional: true },
    { name: "occupation", kind: "text", optional: true },
    { name: "phone", kind: "text", max: 20, input: "tel", optional: true },
  ],
};
