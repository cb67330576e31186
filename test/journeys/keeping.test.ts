import { expect, test } from "vitest";
import { visitors } from "../support/visit.ts";

const people = visitors();

test("the office sees what another calendar would move, loads it, and finds the new version", async () => {
  const page = await people.open("office");
  await page.goto("/calendar-years");
  await page.locator('[data-load="2023"]').click();
  await page.getByPlaceholder("开始日期").fill("2023-11-06");
  await page.getByPlaceholder("结束日期").fill("2023-11-08");
  await page.keyboard.press("Enter");
  await page.getByLabel("名称").fill("试验假日");
  await page.locator("[data-add]").click();
  await page.getByText("试验假日").waitFor();
  const load = page.locator("button[data-load]");
  expect(await load.isDisabled()).toBe(true);
  await page.getByRole("button", { name: "预览影响" }).click();
  await page.getByText(/其中 \d+ 个将变动/).waitFor();
  expect(await page.locator(".ant-table-row").count()).toBeGreaterThan(0);
  await load.click();
  await page.locator("[data-confirm]").click();
  await page.waitForURL("**/calendar-years");
  await page.getByText("试验假日").waitFor();
  await page.getByText("第 2 版").waitFor();
});

test("a limit of the law can be shortened and never lengthened, and the versions stay to be seen", async () => {
  const page = await people.open("office");
  await page.goto("/rules");
  await page.locator('[data-change="suggestion.reply"]').click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("法定 3 个月，只能缩短").waitFor();
  await dialog.getByLabel("数量").fill("4");
  await dialog.getByLabel("依据").fill("杜人常办〔2023〕12号");
  await dialog.locator("[data-confirm]").click();
  await dialog.getByText("只能缩短，不能延长").first().waitFor();
  await dialog.getByLabel("数量").fill("2");
  await dialog.locator("[data-confirm]").click();
  await page.getByText("已保存为新版本").waitFor();
  const rule = page.locator("tr", { has: page.locator('[data-change="suggestion.reply"]') });
  await rule.getByText("2 个月").waitFor();
  await rule.locator(".ant-table-row-expand-icon").click();
  await page.getByText("第 1 版").waitFor();
  await page.getByText("杜人常办〔2023〕12号").first().waitFor();
});

test("a campaign is added by the office and seen by a deputy", async () => {
  const office = await people.open("office");
  await office.goto("/campaigns");
  await office.locator("[data-add]").click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("名称", { exact: true }).fill("秋季道路安全行动");
  await dialog.locator("[data-confirm]").click();
  await office.getByText("秋季道路安全行动").first().waitFor();
  const deputy = await people.open("deputy", 390);
  await deputy.goto("/campaigns");
  await deputy.getByText("秋季道路安全行动").first().waitFor();
  expect(await deputy.locator("[data-add]").count()).toBe(0);
});

test("the administrator sees that all is well", async () => {
  const page = await people.open("administrator");
  await page.goto("/health");
  await page.getByText("运行正常").waitFor();
  await page.getByText("代表职务变动告知所提建议").waitFor();
});
