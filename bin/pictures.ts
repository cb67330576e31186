// `npm run pictures`: takes the pictures of the documents anew, from the demonstration world, in a real browser.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromium as browserPath } from "./chromium.js";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "lianxin-pictures-"));
const server = spawn(process.execPath, [join(root, "src/main.ts"), "serve"], {
  env: { ...process.env, DATA_DIR: folder, PORT: "0" },
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise<string>((done) => {
  server.stdout.on("data", (bytes: Buffer) => {
    const found = /ready at (http:\S+)/.exec(bytes.toString())?.[1];
    if (found) done(found);
  });
});

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ baseURL: address, locale: "zh-CN", viewport: { width: 1280, height: 800 } });
const page = await context.newPage();
await page.request.post("/api/demo/sign-in", { data: { persona: "committee" } });
const found = await page.request.get(`/api/opinions?search=${encodeURIComponent("朱庄社区下辖六村")}`);
const { items } = (await found.json()) as { items: { id: string }[] };
await page.goto(`/opinions/${items[0]?.id}`);
await page.getByText("万元").first().waitFor();
await page.screenshot({ path: join(root, "docs/pictures/opinion.png") });

await browser.close();
server.kill("SIGTERM");
rmSync(folder, { recursive: true, force: true });
