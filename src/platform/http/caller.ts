import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** The caller's network address, for limits and the sign-in log, where so many proxies of one's own stand in front of the house. */
export function callerAddress(c: Context, proxies = 0): string {
  return addressBehind(proxies, c.req.header("x-forwarded-for"), connected(c));
}

/**
 * Every proxy adds whom it was called by at the end of `X-Forwarded-For`; the outermost of one's own saw the caller. What a caller
 * writes there himself stands further left and is believed by nobody.
 */
export function addressBehind(proxies: number, told: string | undefined, own: string): string {
  if (proxies === 0) return own;
  const seen = (told ?? "").split(",").map((one) => one.trim());
  return seen.at(-proxies) || own;
}

function connected(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? "";
  } catch {
    return "";
  }
}
