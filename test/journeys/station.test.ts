import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { perform } from "../support/desk.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();
const phone = 390;

async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  const field = page.locator(".ant-modal-container, .ant-drawer-section").getByRole("combobox", { name: label }).last();
  await field.click();
  if (typed) await field.fill(typed);
  // What was found while one types replaces the list: a click on the old one chooses nothing.
  if (typed) await page.waitForTimeout(2000);
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option, .ant-select-tree-title", { hasText: option }).first().click();
}

const dialog = (page: Page) => page.locator(".ant-modal-container, .ant-drawer-section").filter({ has: page.locator("[data-confirm]") });

async function confirm(page: Page): Promise<void> {
  const form = dialog(page);
  await form.locator("[data-confirm]").click();
  await form.waitFor({ state: "hidden" }).catch(async () => {
    throw new Error(`not accepted:\n${await form.innerText()}`);
  });
}

/** The name under which a persona is known, as the head of the page greets him. */
const nameOf = async (page: Page): Promise<string> => (await (await page.request.get("/api/me")).json()).name;

test("an officer makes a roster; a deputy finds a substitute on the phone, who signs in on site; the officer records it", async () => {
  const officer = await people.open("committee");
  // Two who are on duty nowhere today: nobody is planned at two stations on one day.
  const [first, second] = [await people.open("peer_deputy", phone), await people.open("town_deputy", phone)];
  const [mine, his] = [await nameOf(first), await nameOf(second)];

  await officer.goto("/stations");
  await officer.locator("[data-add]").click();
  const form = dialog(officer);
  await form.getByRole("textbox", { name: "名称" }).fill("东风路代表联络站");
  await form.getByRole("textbox", { name: "编号" }).fill("DFL01");
  await choose(officer, "所在区域", "朱庄社区", "朱庄社区");
  await form.getByRole("textbox", { name: "地址" }).fill("东风路十二号社区服务中心");
  await choose(officer, "类别", "", "代表联络站");
  await confirm(officer);
  await officer.getByRole("heading", { name: "东风路代表联络站" }).waitFor();
  const station = new URL(officer.url()).pathname;

  await officer.goto(`${station}?tab=people`);
  for (const name of [mine, his]) {
    await officer.locator('[data-add="station_deputy"]').click();
    await choose(officer, "代表", name, name);
    await confirm(officer);
    await officer.locator("td", { hasText: name }).first().waitFor();
  }

  await officer.goto(`${station}?tab=receptions`);
  await officer.locator('[data-add="roster"]').click();
  const roster = dialog(officer);
  await roster.getByRole("textbox", { name: "名称" }).fill("每月接待日");
  await roster.getByRole("spinbutton", { name: "每月几号" }).fill("22");
  await roster.getByRole("combobox", { name: "开始时间" }).fill("15:00");
  await roster.getByRole("combobox", { name: "结束时间" }).fill("17:00");
  await roster.getByRole("spinbutton", { name: "每次几位代表" }).fill("1");
  await confirm(officer);
  await officer.locator('[data-plan="每月接待日"]').click();
  const plan = officer.locator(".ant-modal-container, .ant-drawer-section");
  await plan.getByText("2023年10月23日").waitFor();
  await plan.locator("[data-generate]").click();
  await plan.getByText("已写入").waitFor();
  await plan
    .getByRole("button", { name: "关 闭" })
    .or(plan.getByRole("button", { name: "关闭" }))
    .last()
    .click();
  await officer.getByRole("link", { name: "15:00—17:00" }).first().click();
  await officer.waitForURL("**/receptions/*");
  const reception = new URL(officer.url()).pathname;
  await perform(officer, "announce");

  // Whoever was planned asks the other.
  const duty = await (await officer.request.get(`/api${reception}`)).json();
  const planned = duty.deputies[0].name === mine ? first : second;
  const [other, otherName] = planned === first ? [second, his] : [first, mine];
  await planned.goto("/my-receptions");
  await planned
    .getByRole("link", { name: /东风路代表联络站/ })
    .first()
    .click();
  await perform(planned, "ask_exchange", async (asked) => {
    await asked.pick("请谁代班", otherName);
    await asked.type("说明", "下午外出培训");
  });
  await other.goto("/desk");
  await other
    .getByRole("link", { name: /东风路代表联络站/ })
    .first()
    .click();
  await other.getByText("下午外出培训").first().waitFor();
  await perform(other, "answer_exchange", (answer) => answer.mark("同意"));
  expect(await other.locator(".section-head", { hasText: otherName }).first().innerText()).toContain("待签到");

  await officer.reload();
  await perform(officer, "reschedule", async (moved) => {
    await moved.dialog.getByRole("combobox", { name: "开始时间" }).fill("08:30");
    await moved.dialog.getByRole("combobox", { name: "结束时间" }).fill("11:30");
    await moved.type("说明", "下午停电，改到上午");
  });
  await officer.locator("[data-code]").click();
  const shown = await officer.locator("[data-address]").getAttribute("data-address");
  const scanned = new URL(shown ?? "");
  await other.goto(scanned.pathname + scanned.search);
  await other.locator("[data-sign-in]").click();
  await other.getByText("签到成功").waitFor();

  await officer.goto(reception);
  await perform(officer, "hold", async (record) => {
    await record.number("来访人次", "4");
    await record.type("接待情况", "反映路灯和供水问题四件");
  });
  await officer.getByText("接待情况已登记").waitFor();
  await officer.goto(station);
  await officer.locator(".balance li", { hasText: "接待站" }).getByText("1", { exact: true }).waitFor();
});
