import type { Schemas } from "../../../web/api/client.ts";

export type ApiKey = Schemas["ApiKey"];
export type Webhook = Schemas["Webhook"];
export type Delivery = Schemas["WebhookDelivery"];
/** What every list line carries for the shell's lists. */
export type Kept<Line> = Line & { readonly version: number };

export const keysPath = "/api/api-keys";
export const webhooksPath = "/api/webhooks";
export const deliveriesPath = "/api/webhook-deliveries";
