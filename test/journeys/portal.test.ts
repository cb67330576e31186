import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { modules, nothing } from "../../src/app.ts";
import { violations } from "../support/axe.ts";
import { walk } from "../support/portal.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();
let paths: string[] = [];

beforeAll(async () => {
  const patterns = modules(nothing)
    .flatMap(({ portal }) => portal?.pages ?? [])
    .map(({ path }) => path);
  const get = async (path: string) => {
    const answer = await fetch(`${inject("site")}${path}`, { redirect: "manual" });
    const type = answer.headers.get("content-type") ?? "";
    return { status: answer.status, type, body: await answer.text(), location: answer.headers.get("location") };
  };
  const seen = await walk(get, patterns, 1);
  expect([...seen].filter(([, { status }]) => status >= 400)).toEqual([]);
  paths = [...seen].filter(([, { type }]) => type.startsWith("text/html")).map(([path]) => path);
});

/** Everything that axe finds, with where. */
async function faults(page: Page): Promise<string[]> {
  return (await violations(page)).flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(" ")} (${any[0]?.message ?? ""})`),
  );
}

const reading = (page: Page, value: string) => page.context().addCookies([{ name: "lianxin_reading", value, url: inject("site") }]);

test.each(["zh-CN.plain", "zh-CN.large", "en.plain"])(
  "axe finds nothing on any public page, read in %s",
  async (how) => {
    // Axe is script itself; the pages are seen without it below.
    const page = await people.stranger();
    await reading(page, how);
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      for (const fault of await faults(page)) found.push(`${path} ${fault}`);
    }
    expect(found).toEqual([]);
  },
  480_000,
);

test.each(["zh-CN.plain", "zh-CN.large", "en.large"])(
  "no public page is wider than the narrowest phone, read in %s",
  async (how) => {
    const page = await people.stranger({ width: 320, script: false });
    await reading(page, how);
    const wide: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wide.push(`${path} by ${over}`);
    }
    expect(wide).toEqual([]);
  },
  480_000,
);

test("a villager of seventy makes the print large and finds his way with the keyboard alone", async () => {
  const page = await people.stranger({ script: false });
  await page.goto("/");
  await page.waitForURL("**/portal");
  const before = await page
    .locator("main p")
    .first()
    .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  await page.getByRole("link", { name: "大字版" }).click();
  const after = await page
    .locator("main p")
    .first()
    .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  expect(after / before).toBeGreaterThan(1.25);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toBe("跳到正文");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.locator("main :focus, footer :focus").count()).toBe(1);
});

test("without script a voter speaks in three steps, gets a receipt, and takes back what he said", async () => {
  const page = await people.stranger({ script: false });
  await page.goto("/portal");
  await page.getByRole("link", { name: "我要反映" }).last().click();
  await page.getByLabel("请说说是什么事").fill("村东头的路坏了三年");
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("具体位置").fill("小桥往北五十米");
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByRole("button", { name: "提交" }).click();
  const receipt = await page.locator("#receipt").textContent();
  await page.goto("/r");
  await page.getByLabel("回执码").fill(receipt ?? "");
  await page.getByRole("button", { name: "查看" }).click();
  expect(await page.locator("main").textContent()).toContain("小桥往北五十米");
  expect(page.url()).not.toContain(receipt);
  await page.getByText("撤回，不再反映").click();
  await page.getByLabel("我确定撤回").check();
  await page.getByRole("button", { name: "撤回", exact: true }).click();
  expect(await page.locator("main").textContent()).toContain("您已撤回");
});
