import { faultsUnder } from "./schemas.ts";

// What the schemas demand that the Open311 community published, field by field: github.com/open311/schema-validation, the JSON schemas
// in `schema/georeport-v2` and, for what is told of a new request and of a token, the description of the interface beside them, both as
// of commit 1116d93. The files themselves carry no licence, so what they say stands here in this project's own notation.

/** What a field must hold. */
interface Demand {
  readonly kind: "text" | "number" | "integer" | "truth" | "moment" | "address";
  /** May be null. */
  readonly empty?: true;
  readonly oneOf?: readonly string[];
  readonly atMost?: number;
}

interface Demands {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Demand | { readonly each: Demands }>>;
}

const text: Demand = { kind: "text" };
const textOrNull: Demand = { kind: "text", empty: true };
const numberOrNull: Demand = { kind: "number", empty: true };
const momentOrNull: Demand = { kind: "moment", empty: true };

const service: Demands = {
  required: ["service_code", "service_name", "metadata", "type"],
  fields: {
    service_code: text,
    service_name: text,
    description: textOrNull,
    metadata: { kind: "truth" },
    type: { kind: "text", oneOf: ["realtime", "batch", "blackbox"] },
    keywords: textOrNull,
    group: textOrNull,
  },
};

const value: Demands = { required: ["key", "name"], fields: { key: text, name: text } };

const attribute: Demands = {
  required: ["variable", "code", "datatype", "required"],
  fields: {
    variable: { kind: "truth" },
    code: text,
    datatype: { kind: "text", oneOf: ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"] },
    required: { kind: "truth" },
    datatype_description: textOrNull,
    order: { kind: "integer", empty: true },
    description: textOrNull,
    values: { each: value },
  },
};

const request: Demands = {
  required: ["service_request_id", "status", "service_code", "requested_datetime"],
  fields: {
    service_request_id: text,
    status: { kind: "text", oneOf: ["open", "closed"] },
    status_notes: textOrNull,
    service_name: textOrNull,
    service_code: text,
    description: { kind: "text", empty: true, atMost: 4000 },
    agency_responsible: textOrNull,
    service_notice: textOrNull,
    requested_datetime: { kind: "moment" },
    updated_datetime: momentOrNull,
    expected_datetime: momentOrNull,
    address: textOrNull,
    address_id: textOrNull,
    zipcode: textOrNull,
    lat: numberOrNull,
    long: numberOrNull,
    media_url: { kind: "address", empty: true },
  },
};

// The example beside the description shows `account_id` as null.
const created: Demands = {
  required: [],
  fields: { service_request_id: text, token: text, service_notice: textOrNull, account_id: textOrNull },
};

const token: Demands = { required: [], fields: { service_request_id: text, token: text } };

const kinds = {
  text: { type: "string" },
  number: { type: "number" },
  integer: { type: "integer" },
  truth: { type: "boolean" },
  moment: { type: "string", format: "date-time" },
  address: { type: "string", format: "uri" },
} as const;

const schemaOf = (demand: Demand): object => {
  const { kind, empty, oneOf, atMost } = demand;
  const held = { ...kinds[kind], ...(oneOf ? { enum: oneOf } : {}), ...(atMost ? { maxLength: atMost } : {}) };
  return empty ? { anyOf: [held, { type: "null" }] } : held;
};

const objectOf = ({ required, fields }: Demands): object => ({
  type: "object",
  required,
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, demand]) => [name, "each" in demand ? listOf(demand.each) : schemaOf(demand)]),
  ),
});

const listOf = (demands: Demands): object => ({ type: "array", items: objectOf(demands) });

const published = {
  services: listOf(service),
  definition: objectOf({ required: ["service_code", "attributes"], fields: { service_code: text, attributes: { each: attribute } } }),
  requests: listOf(request),
  created: listOf(created),
  tokens: listOf(token),
};

/** The documents of GeoReport v2 for which the community published a schema. */
export type PublishedDocument = keyof typeof published;

export const isPublished = (document: string): document is PublishedDocument => document in published;

/** What in an answer is not as the published schema wants it; nothing when it is. */
export const publishedFaults = (document: PublishedDocument, answer: unknown): string[] => faultsUnder(published[document], answer);
