import { expect, test } from "vitest";
import { tours } from "../../src/web/tour/steps.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();

test("a new clerk is offered the tour once, walks it, and can see it again", async () => {
  const page = await people.open("town_leader");
  await page.locator("[data-tour-start]").click();
  const tour = page.locator(".ant-tour");
  await tour.getByText("今天先做什么").waitFor();
  for (let step = 1; step < tours.unit.length; step++) {
    expect(await tour.evaluate((one) => one.getBoundingClientRect().right <= innerWidth && one.getBoundingClientRect().left >= 0)).toBe(
      true,
    );
    await tour.getByRole("button", { name: "下一步" }).click();
  }
  await tour.getByText("随时再看一遍").waitFor();
  await tour.getByRole("button", { name: "知道了" }).click();
  await tour.waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("heading", { name: "我的工作台" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.locator("[data-tour]").count()).toBe(0);

  await page.goto("/opinions");
  await page.locator("[data-account]").click();
  await page.getByRole("menuitem", { name: "新手引导" }).click();
  await tour.getByText("今天先做什么").waitFor();
  expect(page.url()).toContain("/desk");
});

test("on a phone the tour fits, and Escape ends it for good", async () => {
  const page = await people.open("cosigner", 390);
  await page.locator("[data-tour-start]").click();
  const tour = page.locator(".ant-tour");
  await tour.getByText("提一条民生意见").waitFor();
  for (let step = 1; step < tours.deputy.length; step++) {
    const { left, right, bottom } = await tour.evaluate((one) => one.getBoundingClientRect().toJSON());
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(390);
    expect(bottom).toBeLessThanOrEqual(844);
    if (step < tours.deputy.length - 1) await tour.getByRole("button", { name: "下一步" }).click();
    await page.waitForTimeout(400);
  }
  await page.keyboard.press("Escape");
  await tour.waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("heading", { name: "我的工作台" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(await page.locator("[data-tour]").count()).toBe(0);
});
