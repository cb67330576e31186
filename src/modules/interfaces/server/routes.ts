import { binder } from "../../../platform/http/route.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { Actor } from "../../identity/index.ts";
import { interfaceContracts as contracts } from "../contract.ts";
import { listDeliveries, retryDelivery } from "./deliveries.ts";
import { giveKey, listKeys, revokeKey } from "./keys.ts";
import { addWebhook, listWebhooks, stopWebhook } from "./webhooks.ts";

const route = binder<Actor>();

/** What the administrator keeps: keys, systems that are told, and how the telling went. */
export const interfaceRoutes = ({ seal, privately }: { seal: Seal; privately: boolean }) => [
  route(contracts.keys, ({ db, actor, query }) => listKeys(db, actor, query)),
  route(contracts.giveKey, ({ db, actor, body, now }) => db.write((tx) => giveKey(tx, actor, { seal, ...body, now }))),
  route(contracts.revokeKey, ({ db, actor, params, now }) => revokeKey(db, actor, params.id, now)),
  route(contracts.webhooks, ({ db, actor, query }) => listWebhooks(db, actor, query)),
  route(contracts.addWebhook, ({ db, actor, body, now }) => db.write((tx) => addWebhook(tx, actor, body, { seal, privately, now }))),
  route(contracts.stopWebhook, ({ db, actor, params, now }) => stopWebhook(db, actor, params.id, now)),
  route(contracts.deliveries, ({ db, actor, query }) => listDeliveries(db, actor, query)),
  route(contracts.retry, ({ db, actor, params, now }) => retryDelivery(db, actor, params.id, now)),
];
