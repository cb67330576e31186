import type { Schemas } from "../../../web/api/client.ts";

export type ApiKey = Schemas["ApiKey"];
export type Webhook = Schemas["Webhook"];
export type Delivery = Schemas["WebhookDelivery"];

export const keysPath = "/api/api-keys";
export const webhooksPath = "/api/webhooks";
export const deliveriesPath = "/api/webhook-deliveries";
