import type { Page } from "playwright-core";

/** Writes down what someone said, in three fields. */
export async function voiceWrittenDown(page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "群众原话" }).fill(words);
  await page.getByLabel("类别", { exact: true }).click();
  await page.getByLabel("类别", { exact: true }).fill("农业");
  await page.locator(".ant-select-item-option", { hasText: "农业水利" }).click();
  await page.getByLabel("村（社区）").click();
  await page.getByLabel("村（社区）").fill("朱庄社区");
  await page.locator(".ant-select-tree-title", { hasText: "朱庄社区" }).first().click();
  await page.locator("label.ant-radio-wrapper", { hasText: "走访" }).click();
  await page.locator("[data-save]").click();
}
