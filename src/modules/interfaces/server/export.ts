import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { type CellKind, pages, portion, type SheetColumn } from "../../../platform/sheets/sheet.ts";
import type { Actor } from "../../identity/index.ts";
import { interfaceContracts } from "../contract.ts";
import { listDeliveries } from "./deliveries.ts";
import { listKeys } from "./keys.ts";
import { listWebhooks } from "./webhooks.ts";

const { keys, webhooks, deliveries } = interfaceContracts;

const keysAsSheet = contract({
  ...{ ...exportOf(keys.path), tag: keys.tag, access: keys.access },
  ...{ name: "export_api_key", summary: "Keys that other systems were given as a sheet, as filtered; never a key itself" },
  query: keys.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});
const webhooksAsSheet = contract({
  ...{ ...exportOf(webhooks.path), tag: webhooks.tag, access: webhooks.access },
  ...{ name: "export_webhook", summary: "Systems that are told of public facts as a sheet, as filtered; never the secret that signs" },
  query: webhooks.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});
const deliveriesAsSheet = contract({
  ...{ ...exportOf(deliveries.path), tag: deliveries.tag, access: deliveries.access },
  ...{ name: "export_webhook_delivery", summary: "What was sent to other systems and how it went as a sheet, as filtered" },
  query: deliveries.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

const route = binder<Actor>();

/** The administrator's lists as files: the same filters, and nothing by which somebody could pass for another system. */
export const interfaceExports = [
  route(keysAsSheet, ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listKeys(db.read, actor, { ...query, limit: portion, cursor });
    const rows = pages(page, (some) =>
      some.map(({ name, scopes, createdAt, createdBy, usedOn, revokedAt, revokedBy }) => ({
        ...{ name, createdAt, createdBy, usedOn, revokedAt, revokedBy },
        scopes: scopes.map((scope) => words(`interfaces.key.scope.${scope}`)).join("、"),
        state: words(`interfaces.key.state.${revokedAt === null ? "active" : "revoked"}`),
      })),
    );
    const columns = columnsIn(words, "interfaces.key.field", [
      ...([["name"], ["scopes"], ["createdAt", "moment"], ["createdBy"]] as const),
      ...([["usedOn", "day"], ["state"], ["revokedAt", "moment"], ["revokedBy"]] as const),
    ]);
    return sendSheet(db, actor, { list: "api_key", query, now, sheet: { title: words("interfaces.key.title"), columns, rows } });
  }),
  route(webhooksAsSheet, ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listWebhooks(db.read, actor, { ...query, limit: portion, cursor });
    const rows = pages(page, (some) =>
      some.map(({ name, url, types, createdAt, createdBy, stoppedAt, waiting, givenUp }) => ({
        ...{ name, createdAt, createdBy, stoppedAt, waiting, givenUp },
        url: siteOf(url),
        types: types.map((type) => words(`interfaces.webhook.type.${type}`)).join("、"),
        state: words(`interfaces.webhook.state.${stoppedAt === null ? "active" : "stopped"}`),
      })),
    );
    const columns = columnsIn(words, "interfaces.webhook.field", [
      ...([["name"], ["url"], ["types"], ["createdAt", "moment"], ["createdBy"]] as const),
      ...([["state"], ["stoppedAt", "moment"], ["waiting", "whole"], ["givenUp", "whole"]] as const),
    ]);
    return sendSheet(db, actor, { list: "webhook", query, now, sheet: { title: words("interfaces.webhook.title"), columns, rows } });
  }),
  route(deliveriesAsSheet, ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listDeliveries(db.read, actor, { ...query, limit: portion, cursor });
    const rows = pages(page, (some) =>
      some.map(({ createdAt, webhookName, type, state, sentAt, nextAt, attempts, lastError }) => ({
        ...{ createdAt, webhookName, sentAt, nextAt, attempts },
        type: words(`interfaces.webhook.type.${type}`),
        state: words(`interfaces.delivery.state.${state}`),
        lastError: lastError === "stopped" ? words("interfaces.delivery.error.stopped") : lastError,
      })),
    );
    const columns = columnsIn(words, "interfaces.delivery.field", [
      ...([["createdAt", "moment"], ["webhookName"], ["type"], ["state"], ["sentAt", "moment"]] as const),
      ...([["nextAt", "moment"], ["attempts", "whole"], ["lastError"]] as const),
    ]);
    return sendSheet(db, actor, {
      ...{ list: "webhook_delivery", query, now },
      sheet: { title: words("interfaces.delivery.title"), columns, rows },
    });
  }),
];

/** Where messages go, without the path: many receivers have their own secret in it. */
const siteOf = (url: string): string => new URL(url).origin;

const columnsIn = (words: Words, under: string, columns: readonly (readonly [string, CellKind?])[]): SheetColumn[] =>
  columns.map(([key, kind = "text"]) => ({ key, heading: words(`${under}.${key}`), kind }));
