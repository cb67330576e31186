// `npm run pictures`: takes the pictures of the documents anew, from the demonstration world, in a real browser; `-- tour together` those alone.
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
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
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
  { name: "tour", persona: "town_leader", path: "/desk", phone: true, ready: "第一次来", act: startTour },
  { name: "together", persona: "presidium", path: "/opinions?status=submitted", ready: "待交办", act: chooseThree },
  { name: "health", persona: "administrator", path: "/health", ready: "PostgreSQL" },
];

async function startTour(page: Page): Promise<void> {
  await page.locator("[data-tour-start]").click();
  await page.locator(".ant-tour").getByRole("button", { name: "下一步" }).click();
  await page.getByText("答复建议").waitFor();
}

async function chooseThree(page: Page): Promise<void> {
  for (const row of [0, 1, 2]) await page.getByRole("checkbox", { name: "选择《" }).nth(row).check();
  await page.getByText("已选 3 件").waitFor();
}

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
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

async function take(page: Page, path: string, { ready, name, act }: Pick<Picture, "ready" | "name" | "act">): Promise<void> {
  await page.goto(path);
  await page.getByText(ready).first().waitFor();
  await page.waitForLoadState("networkidle");
  await act?.(page);
  await page.screenshot({ path: join(root, `docs/pictures/${name}.png`), animations: "disabled" });
}

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
for (const picture of pictures.filter(({ name }) => isWanted(name))) {
  const { persona, path, of, phone = false } = picture;
  const page = await visit(browser, persona, phone);
  await take(page, of ? path.replace(":id", await idOf(page, "suggestions", of)) : path, picture);
  await page.context().close();
}
if (isWanted("opinion")) {
  const committee = await visit(browser, "committee", false);
  await take(committee, `/opinions/${await idOf(committee, "opinions", "朱庄社区下辖六村")}`, { ready: "万元", name: "opinion" });
}

await browser.close();
server.kill("SIGTERM");
rmSync(folder, { recursive: true, force: true });
