import { type OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Contract, ForeignFaults } from "./contract.ts";
import { Problem } from "./problem.ts";

const document = {
  openapi: "3.1.0",
  info: {
    title: "Lianxin 连心桥",
    version: "0.1.0",
    description: "Deputies' suggestions and livelihood opinions of a district, from a deputy's hand until struck off the list.",
    license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
  },
  servers: [{ url: "/" }],
};

/** Serves `GET /api/openapi.json`: every contract, every refusal included. */
export function describe(app: OpenAPIHono, contracts: readonly Contract[]): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "lianxin_session" });
  for (const contract of contracts) app.openAPIRegistry.registerPath(pathOf(contract));
  const tags = [...new Set(contracts.map((contract) => contract.tag))].sort().map((name) => ({ name, description: name }));
  app.get("/api/openapi.json", (c) => c.json(app.getOpenAPI31Document({ ...document, tags })));
}

function pathOf(contract: Contract): RouteConfig {
  const { method, path, name, summary, tag, access, params, query, body } = contract;
  return {
    method,
    path: contract.endings ? `${path}.{format}` : path,
    operationId: name,
    summary,
    tags: [tag],
    security: access === "public" ? [] : [{ session: [] }],
    request: {
      ...(params ? { params: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...headersOf(contract),
      ...(body ? { body: { required: true, content: { [takenAs(contract)]: { schema: body } } } } : {}),
    },
    responses: { [contract.status]: successOf(contract), ...refusalsOf(contract) },
  };
}

const takenAs = ({ bytes, form }: Contract): string =>
  bytes === "in" ? "multipart/form-data" : form ? "application/x-www-form-urlencoded" : "application/json";

function headersOf(contract: Contract) {
  if (contract.versioned && contract.method === "put") return { headers: z.object({ "if-match": z.string() }) };
  if (isRemembered(contract)) return { headers: z.object({ "idempotency-key": z.string().max(200).optional() }) };
  return {};
}

/** Whether a repetition under one key gets the first answer: not what has a transaction of its own, nor what nobody's account asks for. */
const isRemembered = ({ status, form, transaction, access }: Contract): boolean =>
  status === 201 && !form && transaction !== "own" && access !== "public";

function successOf(contract: Contract) {
  const description = contract.summary;
  if (contract.bytes === "out") {
    const bytes = z.string().meta({ format: "binary" });
    const schemaOf = (media: string) => (media === "application/json" && contract.output ? contract.output : bytes);
    const media = contract.media ?? ["application/octet-stream"];
    return { description, content: Object.fromEntries(media.map((one) => [one, { schema: schemaOf(one) }])) };
  }
  if (!contract.output) return { description };
  const headers = contract.versioned ? { headers: z.object({ etag: z.string() }) } : {};
  return { description, ...headers, content: { "application/json": { schema: contract.output } } };
}

/** Which refusals can come follows from the shape of the contract. */
function refusalsOf(contract: Contract) {
  if (contract.faults) return foreignFaultsOf(contract.faults);
  const changes = contract.method !== "get";
  const statuses: [number, string, boolean][] = [
    [401, "Nobody is signed in, or the credentials are wrong", contract.access !== "public" || changes],
    [403, "The actor may not do this, or the request came from another site", changes || contract.access !== "public"],
    [404, "There is no such thing in the actor's sight", contract.params !== undefined || contract.hidden === true],
    [409, "The state of the thing does not allow this now", changes || contract.untimely === true],
    [412, "Someone changed the thing meanwhile", contract.method === "put" && contract.versioned === true],
    [413, "The request is too large", changes],
    [415, "The content type is not accepted", contract.body !== undefined],
    [422, "A field is wrong", contract.body !== undefined || contract.query !== undefined],
    [428, "If-Match is missing", contract.method === "put" && contract.versioned === true],
    [429, "Too many attempts", (contract.access === "public" && changes) || contract.limited === true],
  ];
  return Object.fromEntries(
    statuses
      .filter(([, , applies]) => applies)
      .map(([status, description]) => [status, { description, content: { "application/problem+json": { schema: Problem } } }]),
  );
}

function foreignFaultsOf({ statuses, media, schema }: ForeignFaults) {
  const content = Object.fromEntries(
    media.map((one) => [one, { schema: one === "application/json" ? schema : z.string().meta({ format: "binary" }) }]),
  );
  return Object.fromEntries(statuses.map((status) => [status, { description: "Refused, in the form of the standard", content }]));
}
