import { expect, test } from "vitest";
import { visitors } from "../support/visit.ts";

const people = visitors();
const title = "关于在葛塘路口增设红绿灯的建议";

test("a deputy raises a suggestion on a phone, and the office sees it on its desk", async () => {
  const deputy = await people.open("deputy", 390);
  await deputy.getByRole("button", { name: "提代表建议" }).click();
  await deputy.getByRole("textbox", { name: "标题" }).fill(title);
  await deputy.getByLabel("类别").click();
  await deputy.locator(".ant-select-item-option", { hasText: "道路交通" }).click();
  await deputy.getByLabel("事由").fill("葛塘路口车流量大，两侧有小学和集市，早晚高峰经常发生剐蹭，群众反映强烈。");
  await deputy.getByLabel("具体建议").fill("一、增设红绿灯和人行横道线；二、上下学时段安排专人疏导；三、清理路口占道摊点。");
  await deputy.getByText("我确认以上内容不涉及国家秘密").click();
  await deputy.getByRole("button", { name: "保存草稿" }).click();
  await deputy.getByRole("heading", { name: title }).waitFor();
  await deputy.locator('[data-verb="submit"]').click();
  await deputy.locator("[data-confirm]").click();
  await deputy.getByText("等待区人大代表联络室审核").waitFor();

  const office = await people.open("office");
  // Another journey may have left this office a usual filter.
  await office.goto("/suggestions?search=葛塘路口");
  await office.getByRole("link", { name: title }).click();
  await office.getByRole("heading", { name: title }).waitFor();
  expect(await office.locator('[data-verb="accept"]').isEnabled()).toBe(true);
  await office.getByText("审核交办期限").click();
  await office.getByText("其间调休上班日计入：2023-10-07 国庆节调休上班").waitFor();
});
