import { catalogue, speak } from "../../platform/i18n/words.ts";
import type { Module } from "../../platform/module.ts";
import type { Seal } from "../../platform/seal/seal.ts";
import type { Statutes } from "../calendar/index.ts";
import type { Actor } from "../identity/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import type { Channel } from "./server/channels/channel.ts";
import { remindOfLimits } from "./server/reminding.ts";
import { forgetNotices } from "./server/retention.ts";
import { noticeRoutes } from "./server/routes.ts";
import { sendDue } from "./server/sending.ts";
import { tellPeople } from "./server/telling.ts";

export { noticeRules } from "./rule-definitions.ts";
export type { Channel, Message } from "./server/channels/channel.ts";
export { type ChannelSettings, channelsFrom } from "./server/channels/configured.ts";
export { mayBeCalled, type Posted, signedPost } from "./server/channels/webhook.ts";
export { nextTry } from "./timing.ts";

/** Ways out of the house, and where its links lead. */
export interface Outside {
  readonly channels: readonly Channel[];
  readonly publicUrl: string;
  readonly webhookPrivate: boolean;
  /** Milliseconds that another system gets to take what is sent to it; ten seconds unless it is said otherwise. */
  readonly webhookPatience?: number;
}

export const notices = (statutes: Statutes, seal: Seal, { channels, publicUrl, webhookPrivate }: Outside): Module<Actor> => {
  const names = channels.map((channel) => channel.name);
  const words = speak(catalogue([{ "zh-CN": zh, en }]))("zh-CN");
  return {
    name: "notices",
    migrations: { module: "notices", folder: new URL("./migrations", import.meta.url).pathname },
    messages: { "zh-CN": zh, en },
    routes: noticeRoutes({ seal, ways: channels, publicUrl, privately: webhookPrivate }),
    subscribers: [tellPeople(names)],
    sweeps: [remindOfLimits(statutes, names), sendDue({ channels, publicUrl, seal, words }), forgetNotices],
  };
};
