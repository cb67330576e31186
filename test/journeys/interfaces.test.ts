import { expect, test } from "vitest";
import { visitors } from "../support/visit.ts";

const people = visitors();

test("the administrator gives a system a key that is shown once, and takes it back after being asked", async () => {
  const page = await people.open("administrator");
  await page.goto("/api-keys");
  await page.getByRole("button", { name: "发放密钥" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "发放密钥" }).click();
  await dialog.locator(".ant-form-item-explain-error", { hasText: "必填" }).waitFor();
  await dialog.getByRole("textbox", { name: "系统名称" }).fill("区12345热线平台");
  await dialog.getByRole("button", { name: "发放密钥" }).click();
  const key = await page.locator("code", { hasText: /^lianxin_/ }).textContent();
  expect(key).toMatch(/^lianxin_[\w-]{43}/);
  const posted = await page.request.post("/open311/v2/requests.json", { form: { api_key: key?.trim() ?? "", service_code: "" } });
  expect(posted.status(), "the key opens the door, the empty form is refused").toBe(400);
  await page.reload();
  await page.getByText("区12345热线平台").waitFor();
  expect(await page.locator("code", { hasText: /^lianxin_/ }).count()).toBe(0);
  await page
    .getByRole("row", { name: /区12345热线平台/ })
    .getByRole("button", { name: "收回" })
    .click();
  await page.getByText("收回后对方立即不能再用").waitFor();
  await page
    .locator(".ant-modal-confirm")
    .getByRole("button", { name: /收\s*回/ })
    .click();
  await page
    .getByRole("row", { name: /区12345热线平台/ })
    .getByText("已收回")
    .waitFor();
  const refused = await page.request.post("/open311/v2/requests.json", { form: { api_key: key?.trim() ?? "", service_code: "roads" } });
  expect(refused.status()).toBe(403);
});

test("he has public facts sent to a system, and stops it, on a phone", async () => {
  const page = await people.open("administrator", 390);
  await page.goto("/webhooks");
  await page.getByRole("button", { name: "增加推送" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "系统名称" }).fill("区融媒体中心");
  await dialog.getByRole("textbox", { name: "网址" }).fill("ftp://example.org");
  await dialog.getByRole("button", { name: "增加推送" }).click();
  await dialog.locator(".ant-form-item-explain-error").first().waitFor();
  await dialog.getByRole("textbox", { name: "网址" }).fill("https://example.org/hook");
  await dialog.getByRole("button", { name: "增加推送" }).click();
  await page.getByText("签名密钥（只显示这一次").waitFor();
  const card = page.locator("article", { hasText: "区融媒体中心" }).first();
  await card.getByText("推送中").waitFor();
  await card.getByRole("button", { name: /停\s*止/ }).click();
  await page
    .locator(".ant-modal-confirm")
    .getByRole("button", { name: /停\s*止/ })
    .click();
  await card.getByText(/停止$/).waitFor();
  await page.goto("/webhook-deliveries");
  await page.getByRole("heading", { name: "推送记录" }).waitFor();
});
