import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { Form, perform } from "../support/desk.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();
const theme = "代表议事会：村口小游园怎样建";

/** Adds one activity to the plan that is open. */
async function add(page: Page): Promise<void> {
  await page.locator("[data-add]").click();
  const dialog = page.getByRole("dialog");
  const form = new Form(page, dialog);
  await form.type("活动主题", theme);
  await form.pick("活动类别", "小组活动");
  await form.pick("开始月份", "3月");
  await form.pick("结束月份", "4月");
  await dialog.locator("[data-confirm]").click();
  await dialog.getByText("请选一项主题活动，或者写明回应的重点工作、群众关切").waitFor();
  await form.type("重点工作或群众关切", "老人孩子没有活动的地方");
  await dialog.locator("[data-confirm]").click();
  await dialog.waitFor({ state: "hidden" });
}

test("a deputy plans his group's year on a phone from last year's plan; it is approved, published, and read by a voter", async () => {
  const deputy = await people.open("deputy", 390);
  await deputy.goto("/activity-plans/new");
  await deputy.getByRole("checkbox", { name: "以上一年的计划为底稿" }).waitFor();
  await deputy.getByRole("button", { name: "起草", exact: true }).click();
  await deputy.waitForURL(/activity-plans\/[0-9a-f-]{36}$/);
  const path = new URL(deputy.url()).pathname;
  await deputy.getByRole("heading", { name: "2024年活动计划" }).waitFor();
  const copied = await deputy.locator(".line-card").count();
  expect(copied).toBeGreaterThan(5);
  await add(deputy);
  await deputy.locator(".line-card", { hasText: theme }).waitFor();
  await deputy.locator("[data-remove]").first().click();
  await deputy.locator(".ant-modal-confirm").locator("[data-confirm]").click();
  await deputy.waitForFunction((count) => document.querySelectorAll(".line-card").length === count, copied);
  expect(await deputy.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await perform(deputy, "submit");

  const committee = await people.open("committee");
  await committee.goto("/desk");
  await committee.getByRole("link", { name: "矿山集第三代表小组" }).first().waitFor();
  await committee.goto(path);
  await perform(committee, "approve");
  const office = await people.open("office");
  await office.goto(path);
  await perform(office, "publish");
  await office.locator(".page-head").getByText("已公布").waitFor();

  const voter = await people.stranger({ script: false });
  await voter.goto("/portal");
  await voter.getByRole("link", { name: "找代表" }).first().click();
  await voter.getByRole("link", { name: "年度活动计划" }).click();
  await voter.getByLabel("小组、活动主题或群众关切").fill("小游园");
  await voter.getByRole("button", { name: "查找" }).click();
  await voter.getByRole("link", { name: "矿山集第三代表小组" }).click();
  const page = await voter.locator("main").textContent();
  expect(page).toContain(theme);
  expect(page).toContain("3月—4月");
  expect(page).toContain("老人孩子没有活动的地方");

  await office.goto(path);
  await perform(office, "withdraw", (form) => form.type("撤回理由", "演示后撤回"));
  expect((await voter.reload())?.status()).toBe(404);
});
