import { chromium } from "playwright-core";

/**
 * What a deputy's phone has to fetch before it shows his desk, and how long it takes on a slow one: bytes as they come over
 * the wire, compressed, and the moments of paint with the processor slowed to a quarter. `BASE=http://localhost:8080
 * CHROMIUM=/usr/bin/chromium node bench/first-view.ts`, against a demonstration world.
 */
const base = process.env["BASE"] ?? "http://localhost:8080";
const browser = await chromium.launch({
  ...(process.env["CHROMIUM"] ? { executablePath: process.env["CHROMIUM"] } : {}),
  args: ["--no-sandbox"],
});
for (const [persona, path] of [
  ["deputy", "/"],
  ["deputy", "/suggestions"],
  ["office", "/"],
] as const) {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  await context.request.post("/api/demo/sign-in", { data: { persona } });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  await wire.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  wire.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await page.goto(path);
  await page.getByRole("main").locator("a[href*='/suggestions/'], a[href*='/opinions/'], .ant-empty").first().waitFor();
  const shown = await page.evaluate(() => performance.now());
  const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN);
  await page.waitForLoadState("networkidle");
  const kB = (kind: string) => Math.round((bytes.get(kind) ?? 0) / 1000);
  console.log(
    `| ${persona} ${path} | ${kB("Script")} kB | ${kB("Stylesheet")} kB | ${kB("Fetch")} kB | ${Math.round(painted)} ms | ${Math.round(shown)} ms |`,
  );
  await context.close();
}
await browser.close();
