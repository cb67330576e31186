import { dateIn } from "../../../platform/clock/instant.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { Actor } from "../../identity/index.ts";
import { noticeContracts as contracts } from "../contract.ts";
import type { Channel } from "./channels/channel.ts";
import { choicesOf, choose, dropWebhook, setWebhook } from "./choices.ts";
import { listDeliveries, retryDelivery } from "./deliveries.ts";
import { confirmEmail, sendCode } from "./email.ts";
import { deliveryExport } from "./export.ts";
import { countUnread, listNotices, readAll, readOne } from "./list.ts";

const route = binder<Actor>();

interface Given {
  readonly seal: Seal;
  readonly ways: readonly Channel[];
  readonly publicUrl: string;
  /** Web addresses may lie in the house's own network. */
  readonly privately: boolean;
}

export function noticeRoutes({ seal, ways, publicUrl, privately }: Given) {
  const channels = ways.map((channel) => channel.name);
  const mail = ways.find((channel) => channel.name === "mail");
  return [
    route(contracts.list, ({ db, actor, query, now }) => listNotices(db, actor, query, dateIn(now))),
    route(contracts.count, ({ db, actor }) => countUnread(db, actor)),
    route(contracts.read, ({ db, actor, params, now }) => readOne(db, actor, params.id, now)),
    route(contracts.readAll, ({ db, actor, now }) => readAll(db, actor, now)),
    route(contracts.choices, ({ db, actor }) => choicesOf(db, actor, channels)),
    route(contracts.choose, async ({ db, actor, body, now }) => {
      await choose(db, actor, body, now);
      return await choicesOf(db, actor, channels);
    }),
    route(contracts.sendCode, ({ db, actor, now, words }) => sendCode(db, actor, { mail, seal, words, publicUrl }, now)),
    route(contracts.confirmEmail, async ({ db, actor, body, now }) => {
      const refusal = await confirmEmail(db, actor, seal, body.code, now);
      return refusal ?? (await choicesOf(db.read, actor, channels));
    }),
    route(contracts.setWebhook, ({ db, actor, body, now }) => setWebhook(db, actor, { seal, url: body.url, privately, now })),
    route(contracts.dropWebhook, ({ db, actor, now }) => dropWebhook(db, actor, now)),
    route(contracts.deliveries, ({ db, actor, query }) => listDeliveries(db, actor, query)),
    deliveryExport,
    route(contracts.retry, ({ db, actor, params, now }) => retryDelivery(db, actor, params.id, now)),
  ];
}
