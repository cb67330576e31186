import { expect, test } from "vitest";
import { filledIn } from "./gateway.ts";
import { isInside, mayBeCalled } from "./webhook.ts";

test("addresses of this machine and of networks of the house are known, in whatever form", () => {
  for (const address of [
    "127.0.0.1",
    "10.0.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
  ])
    expect(isInside(address), address).toBe(true);
  for (const address of ["8.8.8.8", "172.32.0.1", "203.0.113.9", "2400:3200::1"]) expect(isInside(address), address).toBe(false);
});

test("only plain web addresses outside may be called", () => {
  for (const url of ["https://example.org/x", "http://example.org:8080/x", "https://8.8.8.8/"])
    expect(mayBeCalled(url, false), url).toBe(true);
  for (const url of [
    "file:///etc/passwd",
    "gopher://example.org/",
    "http://0x7f000001/",
    "http://127.1/",
    "http://intranet/",
    "http://a.localhost/",
    "http://[::ffff:7f00:1]/",
    "",
  ])
    expect(mayBeCalled(url, false), url).toBe(false);
  expect(mayBeCalled("http://127.0.0.1/", true)).toBe(true);
});

test("a value cannot leave the place it has in the template", () => {
  const text = '"},"admin":true,"x":"\n{phone}';
  expect(JSON.parse(filledIn('{"to":"{phone}","say":"{text}"}', { phone: "138", text }))).toEqual({ to: "138", say: text });
});
