import { expect, test } from "vitest";
import { deviceParts } from "./device.ts";

const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";

test.each([
  [chrome, ["chrome", "windows"]],
  [`${chrome} Edg/120.0.0.0`, ["edge", "windows"]],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.44", ["wechat", "iphone"]],
  ["Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/110.0.0.0 Mobile Safari/537.36", ["chrome", "android"]],
  ["curl/8.0", []],
])("%s is known as %j", (userAgent, parts) => {
  expect(deviceParts(userAgent)).toEqual(parts);
});
