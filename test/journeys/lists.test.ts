import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { enter } from "../support/keyboard.ts";
import { rowsIn, sheetFile } from "../support/sheet.ts";
import { downloaded, handIn, visitors } from "../support/visit.ts";

const people = visitors();

const rows = (page: Page) => page.locator("tbody tr[data-row-key]");
const headings = (page: Page) => page.locator("thead th").allInnerTexts();

test("the office narrows a list, keeps the filter and the columns, and finds both at another desk", async () => {
  const desk = await people.open("office");
  await desk.goto("/suggestions");
  await desk.getByRole("button", { name: "只看逾期" }).click();
  await desk.getByRole("combobox", { name: "排序" }).click();
  await desk.locator(".ant-select-item-option", { hasText: "期限最近" }).click();
  await desk.waitForURL(/sort=due/);
  await rows(desk).first().waitFor();
  const narrowed = await rows(desk).count();
  await desk.reload();
  await desk.getByRole("button", { name: "只看逾期", pressed: true }).waitFor();

  await desk.locator("[data-saved-filters]").click();
  await desk.getByText("保存当前筛选").click();
  const form = desk.getByRole("dialog");
  await form.getByLabel("名称").fill("逾期的先办");
  await form.getByText("是", { exact: true }).click();
  await form.locator("[data-confirm]").click();
  await desk.getByText("已保存“逾期的先办”").waitFor();

  await desk.locator("[data-columns]").click();
  await desk.getByRole("checkbox", { name: "类别", checked: false }).click();
  await desk.getByRole("checkbox", { name: "类别", checked: true }).waitFor();
  await desk.getByRole("checkbox", { name: "领衔代表", checked: true }).click();
  await desk.getByRole("checkbox", { name: "领衔代表", checked: false }).waitFor();
  await desk.getByRole("button", { name: "上移“类别”" }).click();
  await expect.poll(() => headings(desk)).toEqual(["编号", "标题", "承办单位", "状态", "类别", "最近期限"]);

  const elsewhere = await people.open("office", 1600);
  await elsewhere.getByRole("link", { name: "代表建议" }).click();
  await elsewhere.getByRole("button", { name: "只看逾期", pressed: true }).waitFor();
  await expect.poll(() => headings(elsewhere)).toEqual(["编号", "标题", "承办单位", "状态", "类别", "最近期限"]);
  await expect.poll(() => rows(elsewhere).count()).toBe(narrowed);
  const take = async (format: string) => {
    await elsewhere.locator("button[data-export]").click();
    return rowsIn(await downloaded(elsewhere, () => elsewhere.locator(`[data-export="${format}"]:visible`).click()));
  };
  expect((await take("xlsx"))[0]).toEqual(["编号", "标题", "承办单位", "状态", "类别", "最近期限"]);
  expect((await take("xlsx all"))[0]).toContain("领衔代表");

  await elsewhere.locator("[data-saved-filters]").click();
  await elsewhere.getByText("管理常用筛选").click();
  await elsewhere.getByRole("button", { name: "删除 逾期的先办" }).click();
  await elsewhere.locator("[data-confirm]").last().click();
  await elsewhere.locator("[data-undo]").click();
  await elsewhere.getByText("已恢复“逾期的先办”").waitFor();
  await elsewhere.getByRole("button", { name: "删除 逾期的先办" }).click();
  await elsewhere.locator("[data-confirm]").last().click();
  await elsewhere.getByRole("button", { name: "编辑 逾期的先办" }).waitFor({ state: "detached" });
});

test("the filters of the to-do list are still there on the way back", async () => {
  const desk = await people.open("office");
  await desk.goto("/desk?tab=others");
  await desk.getByRole("switch").click();
  await desk.waitForURL(/overdue/);
  await desk.getByRole("textbox", { name: "按标题、内容或编号查找" }).or(desk.getByRole("searchbox")).first().fill("建议");
  await desk.keyboard.press("Enter");
  await desk.waitForURL(/search/);
  await desk.getByRole("row").nth(1).getByRole("link").click();
  await desk.waitForURL(/\/(suggestions|opinions)\//);
  await desk.goBack();
  await desk.waitForURL(/overdue/);
  expect(desk.url()).toContain("search=");
  expect(await desk.getByRole("switch").getAttribute("aria-checked")).toBe("true");
});

test("on a phone filters and menu come when they are asked for, by key too", async () => {
  const phone = await people.open("deputy", 390);
  await phone.goto("/suggestions");
  await phone.locator(".line-card").first().waitFor();
  expect(await phone.locator(".filters").count()).toBe(0);
  await enter(phone, "[data-filters]");
  await phone.getByRole("button", { name: "只看逾期" }).click();
  await phone.waitForURL(/\?overdue=true$/);
  await phone.goto("/suggestions?overdue=%22true%22");
  await phone.getByRole("button", { name: "只看逾期", pressed: true }).waitFor();
  await phone.getByRole("button", { name: "搜索与筛选（1）", expanded: true }).waitFor();

  await enter(phone, "header [aria-label=菜单]");
  const menu = phone.getByRole("dialog");
  await menu.getByRole("link", { name: "民生意见建议" }).waitFor();
  await phone.waitForFunction(() => document.activeElement?.closest(".ant-drawer"));
  await menu.getByRole("link", { name: "民生意见建议" }).click();
  await phone.waitForURL("**/opinions");
  await menu.waitFor({ state: "hidden" });
});

test("earlier suggestions come in from a sheet; the wrong row is mended, and what came in is found", async () => {
  const desk = await people.open("office");
  await desk.goto("/imports");
  await desk.getByText("历史建议").click();
  const [template = []] = await rowsIn(await downloaded(desk, () => desk.locator("[data-template]").click()));
  const heads = template.map((heading) => heading.replace(" *", ""));
  const congresses = await (await desk.request.get("/api/congresses?level=district")).json();
  const congress = congresses.items.at(-1);
  const { items } = await (await desk.request.get(`/api/mandates?congressId=${congress.id}&limit=10`)).json();
  const deputy = items[3];
  const row = (more: Record<string, string>): string[] => {
    const usual: Record<string, string> = {
      ...{ 届: congress.name, 会议次数或年度: "2018年", 编号: "61", 标题: "关于疏浚护城河的建议", 事由: "护城河淤积" },
      ...{ 具体建议: "分段清淤", 类别: "生态环境", 领衔代表: deputy.personName, 领衔代表证号: deputy.cardNo, 主办单位: "区交通局" },
      ...{ 提出日期: "2018-01-10", 答复日期: "2018-05-05", 办理结果类别: "A", 答复内容: "护城河已经分段清淤", 办结日期: "2018-06-01" },
    };
    return heads.map((heading) => ({ ...usual, ...more })[heading] ?? "");
  };
  await handIn(
    desk,
    await sheetFile([heads, row({}), row({ 编号: "62", 标题: "关于修缮古桥的建议", 领衔代表: "查无此人", 领衔代表证号: "" })]),
  );
  await desk.getByText("该届没有代表“查无此人”").waitFor();
  const [head = [], wrong = []] = await rowsIn(await downloaded(desk, () => desk.locator("[data-faults]").click()));
  await desk.locator("[data-import]").click();
  await desk.locator("[data-confirm]").click();
  await desk.getByText("新增 1 行，变更 0 行").first().waitFor();

  wrong[head.indexOf("领衔代表")] = `${deputy.personName}（${deputy.cardNo}）`;
  await desk.locator("[data-again]").click();
  await handIn(desk, await sheetFile([head, wrong]));
  await desk.locator("[data-import]").click();
  await desk.locator("[data-confirm]").click();
  await desk.getByText("导入完成：").waitFor();

  await desk.goto("/suggestions?search=分段清淤");
  await desk.getByRole("link", { name: /疏浚护城河/ }).click();
  await desk.getByText("历史导入", { exact: true }).waitFor();
  await desk.getByText("历史建议导入").waitFor();
  await desk.getByText("护城河已经分段清淤").waitFor();
});
