import type { Channel } from "./channel.ts";
import { type Gateway, gatewayChannel } from "./gateway.ts";
import { mailChannel } from "./mail.ts";
import { webhookChannel } from "./webhook.ts";

/** What the environment says about ways out of the house. */
export interface ChannelSettings {
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  readonly gateway: Gateway | undefined;
  readonly webhookPrivate: boolean;
}

/** The channels of this installation: web addresses always, the others where they are set up. */
export const channelsFrom = ({ mail, gateway, webhookPrivate }: ChannelSettings): Channel[] => [
  ...(mail ? [mailChannel(mail)] : []),
  webhookChannel({ privately: webhookPrivate }),
  ...(gateway ? [gatewayChannel(gateway)] : []),
];
