import { expect, test } from "vitest";
import { addressBehind } from "./caller.ts";

test.each([
  ["nobody stands in front: the header is whatever the caller likes", 0, "1.1.1.1", "198.51.100.7"],
  ["one proxy told whom it saw", 1, "203.0.113.9", "203.0.113.9"],
  ["the caller wrote a header of his own, and the proxy added to it", 1, "1.1.1.1, 203.0.113.9", "203.0.113.9"],
  ["of two proxies the outer one saw the caller", 2, "1.1.1.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
  ["fewer proxies told than stand there", 2, "203.0.113.9", "198.51.100.7"],
  ["a proxy told nothing", 1, undefined, "198.51.100.7"],
  ["a proxy told emptiness", 1, " , ", "198.51.100.7"],
])("%s", (_case, proxies, told, address) => {
  expect(addressBehind(proxies, told, "198.51.100.7")).toBe(address);
});
