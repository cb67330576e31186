// `npm run pictures`: takes the pictures of the documents anew, from the demonstration world, in a real browser; `-- tour together` those alone.
// With SITE=http://localhost:8080 they are taken of a server that is there already.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromium as browserPath } from "./chromium.js";

interface Picture {
  readonly name: string;
  /** Who looks; left out where it is a voter, signed in nowhere. */
  readonly persona?: string;
  readonly path: string;
  /** The words of a suggestion whose id stands in the path as `:id`. */
  readonly of?: string;
  /** As wide as a phone, or as a large screen; else as a desk. */
  readonly size?: "phone" | "large";
  /** Words that are there when the page is ready. */
  readonly ready: string;
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: "desk-office", persona: "office", path: "/desk", ready: "逾期" },
  { name: "desk-urge", persona: "office", path: "/desk?tab=others", ready: "在谁手上" },
  { name: "desk-deputy", persona: "deputy", path: "/desk", size: "phone", ready: "每月一条民生意见建议" },
  { name: "raise-opinion", persona: "deputy", path: "/opinions/new", size: "phone", ready: "情况和希望" },
  { name: "desk-unit", persona: "unit_clerk", path: "/desk", ready: "逾期" },
  { name: "notices", persona: "unit_clerk", path: "/notices", size: "phone", ready: "全部已读" },
  { name: "figures", persona: "government", path: "/statistics?tab=suggestions", ready: "办成率" },
  { name: "review", persona: "office", path: "/suggestions/review?id=:id", of: "农村公路养护责任", ready: "共同用词" },
  { name: "assignment", persona: "office", path: "/suggestions/assignment", ready: "历史承办单位" },
  { name: "merging", persona: "office", path: "/suggestions/:id/merging", of: "增建电动自行车充电车棚", ready: "共同用词" },
  { name: "supervision", persona: "office", path: "/supervision", ready: "领衔督办" },
  { name: "yearly", persona: "office", path: "/statistics/yearly", ready: "总体情况" },
  { name: "units", persona: "government", path: "/units-at-a-glance", ready: "办成率" },
  { name: "reply", persona: "unit_clerk", path: "/suggestions/:id/reply", of: "交叉口视线盲区", ready: "提交前检查" },
  { name: "plan", persona: "presidium", path: "/activity-plans", size: "phone", ready: "起草计划", act: draftPlan },
  { name: "imports", persona: "office", path: "/imports", ready: "下载模板" },
  { name: "rules", persona: "office", path: "/rules", ready: "答复期限" },
  { name: "tour", persona: "town_leader", path: "/desk", size: "phone", ready: "第一次来", act: startTour },
  { name: "together", persona: "presidium", path: "/opinions?status=submitted", ready: "待交办", act: chooseThree },
  { name: "health", persona: "administrator", path: "/health", ready: "PostgreSQL" },
  { name: "portal", path: "/portal", ready: "您的话，有人听，有回音" },
  { name: "speak", path: "/portal/speak", size: "phone", ready: "第 1 步", act: speak },
  { name: "thread", path: "/portal/follow", size: "phone", ready: "输入反映时给您的回执码", act: follow },
  { name: "station", path: "/s/ZZ01", size: "phone", ready: "近期代表接待" },
  { name: "desk-station", persona: "station_officer", path: "/desk", size: "phone", ready: "我的工作台" },
  { name: "entering", persona: "station_officer", path: "/voices/new", size: "phone", ready: "填完三项就能保存", act: writeDown },
  { name: "triage", persona: "presidium", path: "/voice-triage", size: "large", ready: "以往类似问题由谁办", act: sorted },
];

/** A plan that is being amended, with its activities. */
async function draftPlan(page: Page): Promise<void> {
  const found = await page.request.get("/api/activity-plans?mine=true&status=draft&limit=1");
  const { items } = (await found.json()) as { items: { id: string }[] };
  await page.goto(`/activity-plans/${items[0]?.id}`);
  await page.getByText("办理过程").waitFor();
}

async function startTour(page: Page): Promise<void> {
  await page.locator("[data-tour-start]").click();
  await page.locator(".ant-tour").getByRole("button", { name: "下一步" }).click();
  await page.getByText("答复建议").waitFor();
}

async function chooseThree(page: Page): Promise<void> {
  for (const row of [0, 1, 2]) await page.getByRole("checkbox", { name: "选择《" }).nth(row).check();
  await page.getByText("已选 3 件").waitFor();
}

async function speak(page: Page): Promise<void> {
  await page.getByLabel("请说说是什么事").fill("二村到小学那段路没有路灯，孩子晚上放学看不清。希望开学前能装上。");
}

/** The road of the newspaper, by the receipt of whoever spoke first. */
async function follow(page: Page): Promise<void> {
  const found = await page.request.get("/api/demo/personas");
  const { receipts } = (await found.json()) as { receipts: { receipt: string }[] };
  await page.getByLabel("回执码").fill(receipts[0]?.receipt ?? "");
  await page.getByRole("button", { name: "查看" }).click();
  await page.getByRole("heading", { name: "办理经过" }).evaluate((heading) => heading.scrollIntoView());
}

async function writeDown(page: Page): Promise<void> {
  await page.getByRole("textbox", { name: "群众原话" }).fill("二村到小学那段路没有路灯，孩子晚上放学看不清，摔过两回了。");
  await pick(page, "类别", "道路", "道路交通");
  await pick(page, "村（社区）", "朱庄社区", "朱庄社区");
  await page.locator("body").evaluate(() => window.scrollTo(0, 0));
}

async function pick(page: Page, label: string, typed: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByLabel(label, { exact: true }).fill(typed);
  await page.locator(".ant-select-item-option, .ant-select-tree-title", { hasText: option }).first().click();
}

/** Opens the first of those that wait which others resemble. */
async function sorted(page: Page): Promise<void> {
  const waiting = page.locator(".review-queue button");
  for (let at = 0; at < (await waiting.count()); at++) {
    await waiting.nth(at).click();
    await page.locator("[data-similar]").waitFor();
    await page.waitForFunction(() => document.querySelector(".ant-skeleton") === null);
    if ((await page.locator("[data-join]").count()) > 0) return;
  }
}

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "lianxin-pictures-"));
const there = process.env["SITE"];
const server = there
  ? undefined
  : spawn(process.execPath, [join(root, "src/main.ts"), "serve"], {
      env: { ...process.env, DATA_DIR: folder, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
const address =
  there ??
  (await new Promise<string>((done) => {
    server?.stdout?.on("data", (bytes: Buffer) => {
      const found = /ready at (http:\S+)/.exec(bytes.toString())?.[1];
      if (found) done(found);
    });
  }));

const sizes = { phone: { width: 390, height: 780 }, desk: { width: 1280, height: 760 }, large: { width: 1440, height: 860 } } as const;

async function visit(browser: Browser, persona: string | undefined, size: keyof typeof sizes): Promise<Page> {
  const viewport = sizes[size];
  const context = await browser.newContext({ baseURL: address, locale: "zh-CN", viewport, hasTouch: size === "phone" });
  const page = await context.newPage();
  if (persona) await page.request.post("/api/demo/sign-in", { data: { persona } });
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
  await page.waitForFunction(() => document.querySelector(".ant-skeleton") === null);
  await act?.(page);
  await page.screenshot({ path: join(root, `docs/pictures/${name}.png`), animations: "disabled" });
}

const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
for (const picture of pictures.filter(({ name }) => isWanted(name))) {
  const { persona, path, of, size = "desk" } = picture;
  const page = await visit(browser, persona, size);
  await take(page, of ? path.replace(":id", await idOf(page, "suggestions", of)) : path, picture);
  await page.context().close();
}
if (isWanted("opinion")) {
  const committee = await visit(browser, "committee", "desk");
  await take(committee, `/opinions/${await idOf(committee, "opinions", "朱庄社区下辖六村")}`, { ready: "万元", name: "opinion" });
}

await browser.close();
server?.kill("SIGTERM");
rmSync(folder, { recursive: true, force: true });
