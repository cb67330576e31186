import { expect, test } from "vitest";
import { visitors } from "../support/visit.ts";

const people = visitors();
const phone = 390;

test("the office urges what is overdue, and the unit's clerk finds it on top of the phone", async () => {
  const office = await people.open("office");
  await office.getByRole("heading", { name: "我的工作台" }).waitFor();
  await office.getByRole("link", { name: "催办", exact: true }).click();
  await office.getByRole("switch").click();
  await office.getByRole("combobox", { name: "要办的事" }).click();
  await office.locator(".ant-select-item-option", { hasText: "记录联系" }).click();
  const row = office.getByRole("row", { name: /区交通局/ }).first();
  await row.getByRole("checkbox").check();
  const title = await row.getByRole("link").innerText();
  await office.getByRole("button", { name: "催办选中的 1 件" }).click();
  const dialog = office.getByRole("dialog");
  await dialog.getByLabel("催办内容").fill("期限已过，请抓紧办理并反馈进展。");
  await dialog.getByRole("button", { name: "催办" }).click();
  await office.getByText("已催办 1 件").waitFor();

  const clerk = await people.open("unit_clerk", phone);
  const card = clerk.locator(".line-card", { hasText: title }).first();
  await card.getByText("被催办").waitFor();
  await card.click();
  await clerk.getByRole("heading", { name: title }).waitFor();
  await clerk.getByText("期限已过，请抓紧办理并反馈进展。").first().waitFor();

  await office.getByRole("link", { name: "已办", exact: true }).click();
  const done = office.locator(".line-card").first();
  expect(await done.innerText()).toContain("催办");
  expect(await done.innerText()).toContain(title);
});
