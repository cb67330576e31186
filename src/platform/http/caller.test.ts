import { Hono } from "hono";
import { expect, test } from "vitest";
import { callerBehind, proxiesIn } from "./caller.ts";

async function caller(proxies: string, remote: string, forwarded?: string): Promise<string> {
  const app = new Hono();
  const callerOf = callerBehind(proxiesIn(proxies));
  app.get("/", (c) => c.text(callerOf(c)));
  const socket = { remoteAddress: remote, remotePort: 1, remoteFamily: remote.includes(":") ? "IPv6" : "IPv4" };
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return await (await app.request("/", { headers }, { incoming: { socket } })).text();
}

test.each([
  ["no proxy: what the caller writes about himself counts for nothing", "", "192.0.2.7", "198.51.100.1", "192.0.2.7"],
  ["behind our proxy: whom it saw", "127.0.0.1", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
  ["behind our proxy, with a lie before", "127.0.0.1", "127.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"],
  ["behind two of ours", "10.0.0.0/8", "10.0.0.2", "198.51.100.1, 10.0.0.3", "198.51.100.1"],
  ["another's connection is not our proxy", "10.0.0.0/8", "192.0.2.7", "198.51.100.1", "192.0.2.7"],
  ["an IPv4 proxy on an IPv6 socket", "127.0.0.1", "::ffff:127.0.0.1", "2001:db8::5", "2001:db8::5"],
  ["an IPv6 network", "2001:db8::/32", "2001:db8::1", "198.51.100.1", "198.51.100.1"],
  ["our proxy that says nothing", "127.0.0.1", "127.0.0.1", undefined, "127.0.0.1"],
  ["our proxy that passes nonsense on", "127.0.0.1", "127.0.0.1", "unknown", "127.0.0.1"],
])("%s", async (_, proxies, remote, forwarded, expected) => {
  expect(await caller(proxies, remote, forwarded)).toBe(expected);
});

test.each(["localhost", "10.0.0.0/33", "10.0.0.1/x", "300.1.1.1"])("%s is no proxy", (given) => {
  expect(() => proxiesIn(given)).toThrow(RangeError);
});
