import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Tells the network address of whoever asks; empty where there is no connection, as in a test. */
export type CallerOf = (c: Context) => string;

/** Some proxies, each an address or a network such as `10.0.0.0/8`. Throws `RangeError` naming what is neither. */
export function proxiesIn(given: string): BlockList {
  const list = new BlockList();
  for (const one of given.split(",").map((part) => part.trim())) {
    if (one === "") continue;
    const [address = "", bits] = one.split("/");
    const family = familyOf(address);
    const most = family === "ipv6" ? 128 : 32;
    if (!family || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      throw new RangeError(`${one} is neither an address nor a network`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * The address at the other end; where that is one of our own proxies, the last one in `X-Forwarded-For` that is not.
 * What stands before it was written by the caller himself and proves nothing.
 */
export function callerBehind(proxies: BlockList): CallerOf {
  const isOurs = (address: string): boolean => {
    const family = familyOf(address);
    return family !== undefined && proxies.check(address, family);
  };
  return (c) => {
    let caller = plain(connected(c));
    const through = (c.req.header("x-forwarded-for") ?? "").split(",").map((one) => plain(one.trim()));
    while (isOurs(caller)) {
      const before = through.pop();
      if (before === undefined || isIP(before) === 0) break;
      caller = before;
    }
    return caller;
  };
}

/** Without proxies: whoever is connected. */
export const callerConnected: CallerOf = callerBehind(new BlockList());

function connected(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "";
  } catch {
    return "";
  }
}

/** An IPv4 address as such, where the socket tells it as one of IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

function familyOf(address: string): "ipv4" | "ipv6" | undefined {
  const family = isIP(address);
  return family === 4 ? "ipv4" : family === 6 ? "ipv6" : undefined;
}
