// `npm run pictures`: takes the pictures of the documents anew, from the demonstration world, in a real browser.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromium as browserPath } from "./chromium.js";

interface Picture {
  readonly name: string;
  readonly persona: string;
  readonly path: string;
  /** The words of a suggestion whose id stands in the path as `:id`. */
  readonly of?: string;
  /** As wide as a phone, or as a desk. */
  readonly phone?: true;
  /** Words that are there when the page is ready. */
  readonly ready: string;
}

const pictures: readonly Picture[] = [
  { name: "desk-office", persona: "office", path: "/desk", ready: "逾期" },
  { name: "desk-urge", persona: "office", path: "/desk?tab=others", ready: "在谁手上" },
  { name: "desk-deputy", persona: "deputy", path: "/desk", phone: true, ready: "每月一条民生意见建议" },
  { name: "raise-opinion", persona: "deputy", path: "/opinions/new", phone: true, ready: "情况和希望" },
  { name: "desk-unit", persona: "unit_clerk", path: "/desk", ready: "逾期" },
  { name: "notices", persona: "unit_clerk", path: "/notices", phone: true, ready: "全部已读" },
  { name: "figures", persona: "government", path: "/statistics?tab=suggestions", ready: "办成率" },
  { name: "review", persona: "office", path: "/suggestions/review?id=:id", of: "农村公路养护责任", ready: "共同用词" },
  { name: "assignment", persona: "office", path: "/suggestions/assignment", ready: "历史承办单位" },
  { name: "merging", persona: "office", path: "/suggestions/:id/merging", of: "增建电动自行车充电车棚", ready: "共同用词" },
  { name: "supervision", persona: "office", path: "/supervision", ready: "领衔督办" },
  { name: "yearly", persona: "office", path: "/statistics/yearly", ready: "总体情况" },
  { name: "units", persona: "government", path: "/units-at-a-glance", ready: "办成率" },
  { name: "reply", persona: "unit_clerk", path: "/suggestions/:id/reply", of: "交叉口视线盲区", ready: "提交前检查" },
  { name: "imports", persona: "office", path: "/imports", ready: "下载模板" },
  { name: "rules", persona: "office", path: "/rules", ready: "答复期限" },
  { name: "health", persona: "administrator", path: "/health", ready: "PostgreSQL" },
];

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

async function visit(browser: Browser, persona: string, phone: boolean): Promise<Page> {
  const viewport = phone ? { width: 390, height: 780 } : { width: 1280, height: 760 };
  const context = await browser.newContext({ baseURL: address, locale: "zh-CN", viewport, hasTouch: phone });
  const page = await context.newPage();
  await page.request.post("/api/demo/sign-in", { data: { persona } });
  return page;
}

async function idOf(page: Page, list: "suggestions" | "opinions", words: string): Promise<string> {
  const found = await page.request.get(`/api/${list}?search=${encodeURIComponent(words)}`);
  const { items } = (await found.json()) as { items: { id: string }[] };
  return items[0]?.id ?? "";
}

async function take(page: Page, path: string, ready: string, name: string): Promise<void> {
  await page.goto(path);
  await page.getByText(ready).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(root, `docs/pictures/${name}.png`), animations: "disabled" });
}

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
for (const { name, persona, path, of, phone = false, ready } of pictures) {
  const page = await visit(browser, persona, phone);
  await take(page, of ? path.replace(":id", await idOf(page, "suggestions", of)) : path, ready, name);
  await page.context().close();
}
const committee = await visit(browser, "committee", false);
await take(committee, `/opinions/${await idOf(committee, "opinions", "朱庄社区下辖六村")}`, "万元", "opinion");

await browser.close();
server.kill("SIGTERM");
rmSync(folder, { recursive: true, force: true });
