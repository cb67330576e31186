import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { deliverySorts, deliveryStates, keySorts, keyStates, publicTypes, scopes, webhookSorts, webhookStates } from "./terms.ts";

const text = z.string();
const maybe = z.string().nullable();
const Id = z.object({ id: z.uuid() });
const name = z.string().trim().min(2).max(60);

export const ApiKeyLine = z
  .object({
    id: z.uuid(),
    name: text,
    scopes: z.array(z.enum(scopes)),
    createdBy: text,
    createdAt: text,
    /** The last day on which it was used. */
    usedOn: maybe,
    revokedBy: maybe,
    revokedAt: maybe,
  })
  .meta({ id: "ApiKey" });

export const WebhookLine = z
  .object({
    id: z.uuid(),
    name: text,
    url: text,
    types: z.array(z.enum(publicTypes)),
    createdBy: text,
    createdAt: text,
    stoppedAt: maybe,
    /** Deliveries that still wait or were given up. */
    waiting: z.int(),
    givenUp: z.int(),
  })
  .meta({ id: "Webhook" });

export const WebhookDeliveryLine = z
  .object({
    id: z.uuid(),
    webhookName: text,
    type: z.enum(publicTypes),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    createdAt: text,
    nextAt: maybe,
    sentAt: maybe,
    lastError: maybe,
  })
  .meta({ id: "WebhookDelivery" });

const keep = { tag: "interfaces", access: "duty:interfaces.keep" } as const;
/** Not remembered for a repetition, as other answers are: what is told once is kept nowhere. */
const toldOnce = { transaction: "own" } as const;
const search = z.string().max(100).optional();
const look = { ...keep, method: "get", status: 200 } as const;

export const interfaceContracts = {
  keys: contract({
    ...look,
    path: "/api/api-keys",
    name: "list_api_key",
    summary: "Keys that other systems were given; never a key itself",
    query: Paging.extend({ search, state: z.enum(keyStates).optional(), sort: z.enum(keySorts).default("-created") }),
    output: pageOf(ApiKeyLine),
  }),
  giveKey: contract({
    ...keep,
    method: "post",
    path: "/api/api-keys",
    name: "give_api_key",
    summary: "Give another system a key; it is shown this once",
    body: z.strictObject({ name, scopes: z.array(z.enum(scopes)).min(1).max(scopes.length) }),
    output: z.object({ id: z.uuid(), key: text }),
    status: 201,
    ...toldOnce,
  }),
  revokeKey: contract({
    ...keep,
    method: "post",
    path: "/api/api-keys/{id}/revocations",
    name: "revoke_api_key",
    summary: "Take a key back for good",
    params: Id,
    output: ApiKeyLine,
    status: 201,
  }),
  webhooks: contract({
    ...look,
    path: "/api/webhooks",
    name: "list_webhook",
    summary: "Systems that are told of public facts; never the secret that signs",
    query: Paging.extend({ search, state: z.enum(webhookStates).optional(), sort: z.enum(webhookSorts).default("-created") }),
    output: pageOf(WebhookLine),
  }),
  addWebhook: contract({
    ...keep,
    method: "post",
    path: "/api/webhooks",
    name: "add_webhook",
    summary: "Have public facts sent to a web address; the secret that signs them is shown this once",
    body: z.strictObject({
      name,
      url: z.string().trim().min(1).max(500),
      types: z.array(z.enum(publicTypes)).min(1).max(publicTypes.length),
    }),
    output: z.object({ id: z.uuid(), secret: text }),
    status: 201,
    ...toldOnce,
  }),
  stopWebhook: contract({
    ...keep,
    method: "post",
    path: "/api/webhooks/{id}/stops",
    name: "stop_webhook",
    summary: "Send nothing more to this address",
    params: Id,
    output: WebhookLine,
    status: 201,
  }),
  deliveries: contract({
    ...look,
    path: "/api/webhook-deliveries",
    name: "list_webhook_delivery",
    summary: "What was sent to other systems and how it went",
    query: Paging.extend({
      search,
      state: z.enum(deliveryStates).optional(),
      type: z.enum(publicTypes).optional(),
      webhookId: z.uuid().optional(),
      sort: z.enum(deliverySorts).default("-created"),
    }),
    output: pageOf(WebhookDeliveryLine),
  }),
  retry: contract({
    ...keep,
    method: "post",
    path: "/api/webhook-deliveries/{id}/retries",
    name: "retry_webhook_delivery",
    summary: "Let a delivery that failed be tried again at once",
    params: Id,
    output: WebhookDeliveryLine,
    status: 201,
  }),
};
