import { createHmac } from "node:crypto";
import { lookup } from "node:dns";
import { request as plain, type RequestOptions } from "node:http";
import { request as secure } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { systemClock } from "../../../../platform/clock/clock.ts";
import type { Channel } from "./channel.ts";

/** The signature of a body sent at a moment (whole seconds since 1970), as `docs/interfaces.md` promises it. */
export const signatureOf = (secret: string, seconds: string, body: string): string =>
  `sha256=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;

// Two lists: one of both families would take every address of the old one for a mapped one.
const within = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const)
  within.ipv4.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["::ffff:0:0", 96],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  within.ipv6.addSubnet(net, bits, "ipv6");

/** Does the address belong to this machine or a network of the house, where the product must not be sent to knock? */
export function isInside(address: string): boolean {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  return within[family].check(address, family);
}

/** Is this a web address to which messages may be sent at all? A name is looked at again each time it is resolved. */
export function mayBeCalled(text: string, privately: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (!["http:", "https:"].includes(protocol) || username !== "" || password !== "") return false;
  const bare = hostname.replace(/^\[|\]$/g, "");
  return privately || (isIP(bare) === 0 ? bare.includes(".") && !bare.endsWith(".localhost") : !isInside(bare));
}

/** Something to be posted to a web address somebody named. */
export interface Posted {
  /** The same however often it is sent. */
  readonly id: string;
  readonly to: string;
  readonly secret: string;
  /** JSON. */
  readonly body: string;
}

/** How far a sender may reach, and how long it waits for the other side, in milliseconds. */
export interface Reach {
  /** Lets it reach the house's own network. */
  readonly privately?: boolean;
  readonly patience?: number;
}

/** Posts signed JSON to web addresses, as `docs/interfaces.md` promises it; throws when the other side has not taken it. */
export function signedPost({ privately = false, patience = 10_000 }: Reach = {}): (of: Posted) => Promise<void> {
  const guarded: LookupFunction = (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const open = privately ? found : found.filter(({ address }) => !isInside(address));
      if (open.length === 0) return done(new Error(`${host} is an address inside this network`), []);
      return options.all ? done(null, open) : done(null, open[0]!.address, open[0]!.family);
    });
  return async ({ id, to, secret, body }) => {
    if (!mayBeCalled(to, privately)) throw new Error("this address must not be called");
    const seconds = String(Math.floor(Date.parse(systemClock.now()) / 1000));
    const status = await post(new URL(to), body, {
      lookup: guarded,
      signal: AbortSignal.timeout(patience),
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "idempotency-key": id,
        "lianxin-delivery": id,
        "lianxin-timestamp": seconds,
        "lianxin-signature": signatureOf(secret, seconds, body),
      },
    });
    // A redirect is an answer like any other refusal: following it would let a stranger choose where the product knocks.
    if (status < 200 || status > 299) throw new Error(`the other side answered ${status}`);
  };
}

/** Notices as signed JSON to the web address of whoever wants them so. */
export function webhookChannel(reach: Reach = {}): Channel {
  const send = signedPost(reach);
  return {
    name: "webhook",
    send: ({ id, to, secret, text, link, events }) =>
      send({ id, to, secret: secret ?? "", body: JSON.stringify({ id, text, link, events }) }),
  };
}

function post(url: URL, body: string, options: RequestOptions): Promise<number> {
  return new Promise((done, fail) => {
    const request = (url.protocol === "https:" ? secure : plain)(url, { ...options, method: "POST", agent: false }, (response) => {
      response.destroy();
      done(response.statusCode ?? 0);
    });
    request.on("error", fail);
    request.end(body);
  });
}
