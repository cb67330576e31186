import { z } from "zod";

// GeoReport v2 as JSON Schema, written from the text of the specification (https://wiki.open311.org/GeoReport_v2): which fields there are,
// which of them must be there, and what they may hold. Stricter than the schemas that its community published, which stand in
// `published.ts`: no field beside those of the specification, every moment with its time zone. These also know discovery, updates and errors.

type Json = Parameters<typeof z.fromJSONSchema>[0];

const text = { type: "string" } as const;
const orNull = (schema: object) => ({ anyOf: [schema, { type: "null" }] });
/** W3C's date and time, with a time zone: https://www.w3.org/TR/NOTE-datetime. */
const moment = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$" } as const;
const status = { type: "string", enum: ["open", "closed"] } as const;
const list = (properties: object, required: readonly string[], more: object = {}): object => ({
  type: "array",
  items: { type: "object", properties, required, additionalProperties: false },
  ...more,
});

const sources = {
  discovery: {
    type: "object",
    required: ["changeset", "contact", "key_service", "endpoints"],
    additionalProperties: false,
    properties: {
      ...{ changeset: text, contact: text, key_service: text },
      endpoints: list(
        {
          ...{ specification: text, url: { type: "string", pattern: "^https?://" }, changeset: text },
          ...{ type: { type: "string", enum: ["production", "test"] }, formats: { type: "array", items: text, minItems: 1 } },
        },
        ["specification", "url", "changeset", "type", "formats"],
        { minItems: 1 },
      ),
    },
  },
  services: list(
    {
      ...{ service_code: text, service_name: text, description: orNull(text), metadata: { type: "boolean" } },
      ...{ type: { type: "string", enum: ["realtime", "batch", "blackbox"] }, keywords: orNull(text), group: orNull(text) },
    },
    ["service_code", "service_name", "metadata", "type"],
    { minItems: 1 },
  ),
  definition: {
    type: "object",
    required: ["service_code", "attributes"],
    additionalProperties: false,
    properties: {
      service_code: text,
      attributes: list(
        {
          ...{ variable: { type: "boolean" }, code: text, required: { type: "boolean" } },
          datatype: { type: "string", enum: ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"] },
          ...{ datatype_description: orNull(text), order: { type: "integer", minimum: 1 }, description: orNull(text) },
          values: list({ key: text, name: text }, ["key", "name"]),
        },
        ["variable", "code", "datatype", "required"],
      ),
    },
  },
  created: {
    ...list({ service_request_id: text, service_notice: orNull(text), account_id: orNull(text) }, ["service_request_id"]),
    ...{ minItems: 1, maxItems: 1 },
  },
  tokens: list({ service_request_id: text, token: text }, ["service_request_id", "token"], { minItems: 1, maxItems: 1 }),
  requests: list(
    {
      ...{ service_request_id: text, status, status_notes: orNull(text), service_name: orNull(text), service_code: text },
      ...{ description: orNull({ type: "string", maxLength: 4000 }), agency_responsible: orNull(text), service_notice: orNull(text) },
      ...{ requested_datetime: moment, updated_datetime: orNull(moment), expected_datetime: orNull(moment) },
      ...{ address: orNull(text), address_id: orNull(text), zipcode: orNull(text) },
      ...{ lat: orNull({ type: "number" }), long: orNull({ type: "number" }), media_url: orNull(text) },
    },
    ["service_request_id", "status", "service_code", "requested_datetime"],
  ),
  updates: list(
    { update_id: text, service_request_id: text, status, updated_datetime: moment, description: text, media_url: orNull(text) },
    ["update_id", "service_request_id", "status", "updated_datetime", "description"],
  ),
  errors: list({ code: { type: "integer" }, description: { type: "string", minLength: 2 } }, ["code", "description"], { minItems: 1 }),
} as const;

export type Document = keyof typeof sources;

/** What in an answer is not as the specification wants it; nothing when it is. */
export const jsonFaults = (document: Document, answer: unknown): string[] => faultsUnder(sources[document], answer);

/** What in an answer is not as a JSON Schema wants it. */
export const faultsUnder = (schema: object, answer: unknown): string[] => {
  const result = z.fromJSONSchema(schema as Json).safeParse(answer);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};
