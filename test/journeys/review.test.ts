import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { perform } from "../support/desk.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();
const roads = {
  title: "关于提升矿山集农村公路养护水平的建议",
  reason: "矿山集通村公路重建轻养，路面坑洼、路肩缺失，大型货车碾压后破损加快，公路养护经费不足，群众雨天出行困难。",
  proposal: "一、把通村公路养护经费列入年度预算；二、对破损路段及时修补；三、明确公路养护责任。",
  category: "roads",
};
const chargers = {
  title: "关于在矿山集老旧小区增设电动自行车充电棚的建议",
  reason: "老旧小区电动自行车飞线充电、楼道停放普遍，存在消防安全隐患，居民要求增设集中充电设施。",
  proposal: "一、在老旧小区规划集中充电棚；二、引入社会资本建设运营；三、加强楼道停放整治。",
  category: "housing",
};
const sewage = {
  title: "关于推进矿山集农村生活污水治理的建议",
  reason: "矿山集部分村庄生活污水直排沟塘，夏季异味明显，影响群众生活和河道水质，生活污水管网不全。",
  proposal: "一、分批建设生活污水收集管网；二、选用小型污水处理设施；三、落实运行维护经费。",
  category: "environment",
};

/** Raised and submitted as the page would, without the typing. */
async function raised(persona: string, paper: typeof roads): Promise<void> {
  const { request } = await people.open(persona, 390);
  const me = await (await request.get("/api/me")).json();
  const drafted = await request.post("/api/suggestions", { data: { ...paper, secrecyDeclared: true, mandateId: me.mandates[0].id } });
  const { id } = await drafted.json();
  expect((await request.post(`/api/suggestions/${id}/submissions`, { data: {} })).status()).toBe(201);
}

/** The open case on the review desk. */
const opened = (page: Page, title: string) => page.getByRole("heading", { level: 2, name: title }).waitFor();
const row = (page: Page, title: string) => page.locator(".board-row", { hasText: title });

test("the office reviews beside similar cases, merges two into a third, and assigns three at once", async () => {
  const twin = { ...roads, title: "关于加强矿山集农村公路养护管理的建议" };
  const third = { ...roads, title: "关于落实矿山集农村公路养护经费的建议" };
  for (const [persona, paper] of [
    ["deputy", roads],
    ["cosigner", twin],
    ["peer_deputy", third],
    ["deputy", chargers],
    ["cosigner", sewage],
  ] as const)
    await raised(persona, paper);

  const office = await people.open("office");
  await office.goto("/desk");
  await office.getByRole("combobox", { name: "要办的事" }).click();
  await office.locator(".ant-select-item-option", { hasText: "立案编号" }).click();
  await office.getByRole("row", { name: new RegExp(roads.title) }).click();
  await opened(office, roads.title);
  const similar = office.locator("[data-similar]");
  const past = similar.locator(".block", { hasText: "关于提升农村公路养护水平的建议" });
  await past.waitFor();
  expect(await past.locator(".why mark").allInnerTexts()).toContain("养护");
  expect(await past.innerText()).toContain("办结");
  await perform(office, "accept");
  await office.getByRole("heading", { level: 2, name: roads.title }).waitFor({ state: "detached" });

  for (const { title } of [chargers, sewage]) {
    await office.locator(".review-queue button", { hasText: title }).click();
    await opened(office, title);
    await perform(office, "accept");
    await office.getByRole("heading", { level: 2, name: title }).waitFor({ state: "detached" });
  }
  await office.locator(".review-queue button", { hasText: third.title }).click();
  await opened(office, third.title);
  await office.keyboard.press("k");
  await office.getByRole("heading", { level: 2, name: third.title }).waitFor({ state: "detached" });
  await office.keyboard.press("j");
  await opened(office, third.title);
  await office.keyboard.press("m");

  await office.getByRole("heading", { name: "并案比对" }).waitFor();
  const member = (title: string) => office.locator(".merge-member", { hasText: title });
  await member(roads.title).getByRole("radio", { name: "主件" }).check();
  await member(twin.title).getByRole("checkbox", { name: "并入" }).check();
  expect(await member(third.title).getByRole("checkbox", { name: "并入" }).isChecked()).toBe(true);
  await member(roads.title).getByRole("button", { name: "对照" }).click();
  await office.locator(".merge-pair h2", { hasText: roads.title }).waitFor();
  expect(await office.locator(".merge-pair mark").count()).toBeGreaterThan(4);
  await office.getByRole("button", { name: "并入主件（2 件）" }).click();
  await office.locator("[data-confirm]").click();
  await office.getByText("已并案 2 件，未成功 0 件").waitFor();
  await office.locator("[data-close]").click();

  await office.goto("/suggestions/assignment");
  await row(office, roads.title).getByRole("button", { name: "区交通局" }).click();
  await row(office, chargers.title).getByRole("button", { name: "区住建局" }).click();
  await row(office, chargers.title).getByRole("button", { name: "增加单位" }).click();
  const second = row(office, chargers.title).getByRole("combobox", { name: "承办单位" }).nth(1);
  await second.fill("住房和城乡建设局");
  await office.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: "住房和城乡建设局" }).first().click();
  for (const { title } of [roads, chargers, sewage]) await row(office, title).getByRole("checkbox").check();
  const assign = async (count: number) => {
    await office.getByRole("button", { name: `交办选中的 ${count} 件` }).click();
    const dialog = office.getByRole("dialog");
    await dialog.locator("[data-confirm]").click();
    await dialog.getByText(/^已交办/).waitFor();
    const said = await dialog.innerText();
    await dialog.locator("[data-close]").click();
    return said;
  };
  const first = await assign(3);
  expect(first).toContain("已交办 2 件，未成功 1 件");
  expect(first).toContain("同一单位不能重复承办");
  await row(office, roads.title).waitFor({ state: "detached" });
  await row(office, sewage.title).waitFor({ state: "detached" });
  await row(office, chargers.title).getByRole("alert").getByText("同一单位不能重复承办").waitFor();
  await row(office, chargers.title).getByRole("button", { name: "删除" }).last().click();
  expect(await assign(1)).toContain("已交办 1 件，未成功 0 件");
  await row(office, chargers.title).waitFor({ state: "detached" });

  await office.goto(`/suggestions?search=${encodeURIComponent(roads.title)}`);
  await office.getByRole("link", { name: roads.title }).first().click();
  await office.getByRole("heading", { name: roads.title }).waitFor();
  await office.getByText("正在由区交通局办理").waitFor();
  for (const { title } of [twin, third]) await office.getByRole("link", { name: title }).first().waitFor();
});
