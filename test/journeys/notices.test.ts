import { expect, test } from "vitest";
import { visitors } from "../support/visit.ts";

const people = visitors();

test("a clerk's phone rings, he opens what awaits him, and the rest is marked read", async () => {
  const clerk = await people.open("subdistrict_clerk", 390);
  const bell = clerk.getByRole("button", { name: /消息 · \d+ 条未读/ });
  // The readers of the ledger come up with the world's past after the start.
  for (let tries = 0; tries < 20 && !(await bell.isVisible()); tries++) {
    await clerk.waitForTimeout(1_000);
    await clerk.reload();
    await clerk.getByRole("button", { name: /消息/ }).waitFor();
    await clerk.waitForLoadState("networkidle");
  }
  await bell.click();
  await clerk.getByRole("heading", { name: "消息" }).waitFor();
  const unread = clerk.locator(".notice-new");
  const first = unread.first();
  await first.waitFor();
  const count = await unread.count();
  await first.click();
  await clerk.waitForURL(/\/(opinions|suggestions)\/[0-9a-f-]{36}$/);
  await clerk.goBack();
  await expect.poll(() => unread.count()).toBeLessThan(count);
  await clerk.getByRole("button", { name: "全部已读" }).click();
  await expect.poll(() => unread.count()).toBe(0);
  await clerk.getByText("只看未读").click();
  await clerk.getByText("没有未读消息").waitFor();
});

test("everyone chooses how he is told, and finds it kept", async () => {
  const office = await people.open("office");
  await office.goto("/notices");
  await office.getByRole("button", { name: "提醒设置" }).click();
  const address = office.getByRole("textbox", { name: "电子邮箱" });
  await address.fill("不是邮箱");
  await office.getByRole("button", { name: /保\s*存/ }).click();
  await office.locator(".ant-form-item-explain-error", { hasText: "应填写电子邮箱" }).waitFor();
  await address.fill("lianluo@example.org");
  await office.getByRole("button", { name: /保\s*存/ }).click();
  await office.getByText("提醒设置已保存").waitFor();
  await office.reload();
  await expect.poll(() => address.inputValue()).toBe("lianluo@example.org");
});
