import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";

const text = z.string();
const maybe = z.string().nullable();

export const Discovery = z
  .object({
    changeset: text,
    contact: text,
    key_service: text,
    endpoints: z.array(
      z.object({ specification: text, url: text, changeset: text, type: z.enum(["production", "test"]), formats: z.array(text) }),
    ),
  })
  .meta({ id: "Open311Discovery" });

export const Services = z
  .array(
    z.object({
      ...{ service_code: text, service_name: text, description: text, metadata: z.boolean() },
      ...{ type: z.enum(["realtime", "batch", "blackbox"]), keywords: text, group: text },
    }),
  )
  .meta({ id: "Open311Services" });

export const ServiceDefinition = z
  .object({
    service_code: text,
    attributes: z.array(
      z.object({
        variable: z.boolean(),
        code: text,
        datatype: z.enum(["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]),
        required: z.boolean(),
        datatype_description: maybe,
        order: z.int().min(1),
        description: text,
        values: z.array(z.object({ key: text, name: text })).optional(),
      }),
    ),
  })
  .meta({ id: "Open311ServiceDefinition" });

export const Requests = z
  .array(
    z.object({
      service_request_id: z.uuid(),
      status: z.enum(["open", "closed"]),
      status_notes: text,
      service_name: text,
      service_code: text,
      /** What an officer has cleared for everybody; null where nothing was. */
      description: maybe,
      agency_responsible: text,
      service_notice: maybe,
      requested_datetime: text,
      updated_datetime: text,
      expected_datetime: maybe,
      /** Village and town. */
      address: text,
      address_id: text,
      zipcode: z.null(),
      lat: z.null(),
      long: z.null(),
      media_url: z.null(),
    }),
  )
  .meta({ id: "Open311Requests" });

const Created = z
  .array(z.object({ service_request_id: z.uuid(), service_notice: text, account_id: z.null() }))
  .meta({ id: "Open311Created" });
const Tokens = z.array(z.object({ service_request_id: z.uuid(), token: text })).meta({ id: "Open311Tokens" });

export const Updates = z
  .array(
    z.object({
      update_id: z.uuid(),
      service_request_id: z.uuid(),
      status: z.enum(["open", "closed"]),
      updated_datetime: text,
      description: text,
      media_url: z.null(),
    }),
  )
  .meta({ id: "Open311Updates" });

const Errors = z.array(z.object({ code: z.int(), description: text })).meta({ id: "Open311Errors" });

const endings = ["json", "xml"] as const;
const Format = z.object({ format: z.enum(endings) });
const Code = Format.extend({ code: z.string().min(1).max(100) });

/** An argument that is given empty counts as not given; one that is given twice is joined, as a list with commas. */
const optional = <T extends z.ZodType>(of: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value.join(",") : value === "" ? undefined : value), of.optional());

const moment = optional(z.iso.datetime({ offset: true }));
const whole = (max: number) => optional(z.coerce.number().int().min(1).max(max));
const Jurisdiction = z.object({ jurisdiction_id: optional(z.string().max(200)) });
const Span = Jurisdiction.extend({
  start_date: moment,
  end_date: moment,
  api_key: optional(z.string().max(200)),
  service_request_id: optional(z.string().max(4000)),
});

const media = ["application/json", "text/xml"] as const;
const faults = { statuses: [400, 403, 404, 413, 415, 429], media, schema: Errors } as const;
const open = { tag: "open311", access: "public", endings, media, bytes: "out", faults, params: Format } as const;
const read = { ...open, method: "get", status: 200 } as const;

export const open311Contracts = {
  discovery: contract({
    ...read,
    path: "/open311/v2/discovery",
    name: "open311_discovery",
    summary: "Where and how this district speaks Open311",
    query: Jurisdiction,
    output: Discovery,
  }),
  services: contract({
    ...read,
    path: "/open311/v2/services",
    name: "open311_services",
    summary: "Kinds of matters that are taken",
    query: Jurisdiction,
    output: Services,
  }),
  definition: contract({
    ...read,
    path: "/open311/v2/services/{code}",
    name: "open311_service_definition",
    summary: "What a kind of matter asks for",
    params: Code,
    query: Jurisdiction,
    output: ServiceDefinition,
  }),
  create: contract({
    ...open,
    method: "post",
    path: "/open311/v2/requests",
    name: "open311_create_request",
    summary: "Bring what a voter says; needs a key",
    // Names such as attribute[village] are not known beforehand.
    body: z
      .looseObject({
        ...{ jurisdiction_id: optional(text), api_key: optional(text), service_code: optional(text), description: optional(text) },
        ...{ lat: optional(text), long: optional(text), address_string: optional(text), address_id: optional(text) },
        ...{ first_name: optional(text), last_name: optional(text), phone: optional(text), email: optional(text) },
        ...{ device_id: optional(text), account_id: optional(text), media_url: optional(text) },
      })
      .meta({ id: "Open311Post" }),
    output: Created,
    status: 200,
    form: true,
    transaction: "own",
  }),
  requests: contract({
    ...read,
    path: "/open311/v2/requests",
    name: "open311_requests",
    summary: "Voices that were cleared for everybody, and those brought with the key that is given",
    query: Span.extend({
      service_code: optional(z.string().max(2000)),
      status: optional(z.string().max(40)),
      page: whole(1000),
      page_size: whole(1000),
    }),
    output: Requests,
    transaction: "own",
  }),
  request: contract({
    ...read,
    path: "/open311/v2/requests/{code}",
    name: "open311_request",
    summary: "One voice by its identifier",
    params: Code,
    query: Jurisdiction,
    output: Requests,
  }),
  token: contract({
    ...read,
    path: "/open311/v2/tokens/{code}",
    name: "open311_token",
    summary: "The identifier of the voice whose receipt this is",
    params: Code,
    query: Jurisdiction,
    output: Tokens,
    transaction: "own",
  }),
  updates: contract({
    ...read,
    path: "/open311/v2/servicerequestupdates",
    name: "open311_request_updates",
    summary: "What happened to voices in a span of time",
    query: Span,
    output: Updates,
    transaction: "own",
  }),
};
