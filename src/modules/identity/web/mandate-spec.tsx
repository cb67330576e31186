import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec } from "../../../web/ui/collection.ts";
import { mandateStates } from "../terms.ts";
import { MandateStatus } from "./mandate-status.tsx";
import { anyCongress, area, congress, delegation, deputyGroup, electoralDistrict, person } from "./references.ts";

export type Mandate = Schemas["Mandate"];
export type MandateDetail = Schemas["MandateDetail"];

/** Deputies, one line for each mandate. */
export const mandates: CollectionSpec<Mandate> = {
  path: "/api/mandates",
  page: "/deputies",
  words: "identity.mandate",
  keeper: "identity.keep",
  search: true,
  filters: [
    { name: "congressId", kind: "reference", of: anyCongress },
    { name: "groupId", kind: "reference", of: deputyGroup },
    { name: "areaId", kind: "reference", of: area },
    { name: "status", kind: "select", values: mandateStates, words: "identity.mandate.status" },
  ],
  open: ({ id }) => `/deputies/${id}`,
  columns: [
    { name: "personId", width: 140, render: ({ personName }) => personName },
    { name: "congressId", render: ({ congressName }) => congressName },
    { name: "groupId", render: ({ groupName }) => groupName ?? "—" },
    { name: "areaId", width: 150 },
    { name: "cardNo", width: 140, minor: true },
    { name: "status", width: 130, render: ({ status }) => <MandateStatus status={status} /> },
  ],
  fields: [
    { name: "personId", kind: "reference", of: person, fixed: true },
    { name: "congressId", kind: "reference", of: congress, fixed: true },
    { name: "electoralDistrictId", kind: "reference", of: electoralDistrict, optional: true },
    { name: "delegationId", kind: "reference", of: delegation, optional: true },
    { name: "groupId", kind: "reference", of: deputyGroup, optional: true },
    { name: "areaId", kind: "reference", of: area },
    { name: "cardNo", kind: "text", max: 30, optional: true },
    { name: "electedOn", kind: "date" },
    { name: "directlyElected", kind: "yes_no" },
    { name: "byElection", kind: "yes_no" },
  ],
  initial: () => ({ directlyElected: true, byElection: false }),
};
