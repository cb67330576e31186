import type { Instant } from "../../../../platform/clock/instant.ts";
import type { ChannelName } from "../../terms.ts";

/** One short message that leaves the house. It tells that there is something to look at, never what is written in it. */
export interface Message {
  /** The delivery's identifier: whoever gets a message twice knows it by this. */
  readonly id: string;
  /** An e-mail address, a telephone number, or a web address. */
  readonly to: string;
  /** Signs a message to a web address. */
  readonly secret: string | null;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  /** What happened, for programs. */
  readonly events: readonly {
    readonly type: string;
    readonly kind: string;
    readonly subjectType: string;
    readonly subjectId: string;
    readonly at: Instant;
  }[];
}

/** A way out of the house. `send` returns once the other side has taken the message, and throws when it has not. */
export interface Channel {
  readonly name: ChannelName;
  send(message: Message): Promise<void>;
}
