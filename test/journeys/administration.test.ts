import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visitors } from "../support/visit.ts";

const people = visitors();
const password = "lianxin-qiao-2023";

/** Opens the form of the page, fills it in and saves it. */
async function add(page: Page, path: string, fill: (form: Form) => Promise<void>): Promise<void> {
  await page.goto(path);
  await page.locator("[data-add]").click();
  await fill(formOn(page));
  await page.locator("[data-confirm]").click();
}

type Form = ReturnType<typeof formOn>;

const formOn = (page: Page) => {
  const dialog = page.getByRole("dialog");
  const open = (label: string) => dialog.getByLabel(label, { exact: true });
  // A list that has just been asked for can be replaced under the pointer; a person would look and pick again.
  const pick = async (label: string, word: string, search: boolean) => {
    for (let attempt = 0; attempt < 3; attempt++) {
      await open(label).click();
      if (search) await open(label).fill(word);
      const option = page.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: word }).first();
      await option.waitFor();
      await page.waitForLoadState("networkidle");
      await option.click();
      if ((await dialog.locator(".ant-select", { hasText: word }).count()) > 0) return;
    }
    throw new Error(`${word} could not be picked in ${label}`);
  };
  return {
    type: (label: string, text: string) => open(label).fill(text),
    choose: (label: string, word: string) => pick(label, word, false),
    find: (label: string, word: string) => pick(label, word, true),
    async place(label: string, name: string) {
      for (let attempt = 0; attempt < 3; attempt++) {
        await open(label).click();
        const title = page.locator(".ant-select-dropdown:visible .ant-select-tree-title", { hasText: name }).first();
        await title.waitFor();
        await page.waitForLoadState("networkidle");
        await title.click();
        if ((await dialog.locator(".ant-select", { hasText: name }).count()) > 0) return;
      }
      throw new Error(`${name} could not be picked in ${label}`);
    },
  };
};

async function signIn(page: Page, name: string, secret: string): Promise<void> {
  await page.getByLabel("用户名或手机号").fill(name);
  await page.getByLabel("密码").fill(secret);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.waitForURL(/\/(desk|profile)$/);
}

test("the administrator brings a new officer in, who signs in and chooses a password of his own", async () => {
  const page = await people.open("administrator");
  await add(page, "/organisations", async (form) => {
    await form.type("全称", "杜集区湿地公园管理处");
    await form.type("简称", "湿地管理处");
    await form.find("类别", "其他单位");
    await form.place("所在区域", "杜集区");
  });
  await page.getByText("已保存").waitFor();
  await add(page, "/people", async (form) => {
    await form.type("姓名", "欧阳致远");
    await form.choose("性别", "男");
  });
  await page.getByText("已保存").waitFor();
  await add(page, "/roles", async (form) => {
    await form.find("姓名", "欧阳致远");
    await form.find("机构", "杜集区湿地公园管理处");
    await form.choose("职责", "经办人");
  });
  await page.getByText("已保存").waitFor();
  await add(page, "/accounts", async (form) => {
    await form.find("姓名", "欧阳致远");
    await form.type("用户名", "ouyang");
  });
  const first = (await page.locator("[data-first-password]").textContent()) ?? "";
  expect(first).toMatch(/^[a-z2-9]{14}$/);
  await page.locator("[data-close]").click();
  await page.getByRole("button", { name: /杜集区人大常委会代表联络室/ }).click();
  await page.getByText("退出登录").click();
  await page.waitForURL("**/sign-in");

  await signIn(page, "ouyang", first);
  await page.goto("/profile");
  await page.getByText("请先修改初始密码").waitFor();
  await page.getByLabel("当前密码").fill(first);
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByLabel("再次输入新密码").fill(password);
  await page.getByRole("button", { name: "修改密码" }).click();
  await page.getByText("密码已修改").waitFor();
  await page.getByText("请先修改初始密码").waitFor({ state: "detached" });
  await page.getByText("杜集区湿地公园管理处").first().waitFor();
});

test("a deputy whose mandate is suspended raises no suggestions until it is resumed", async () => {
  const deputy = await people.open("peer_deputy", 390);
  await deputy.goto("/suggestions");
  await deputy.getByRole("button", { name: "提出建议" }).waitFor();
  const me = await (await deputy.request.get("/api/me")).json();

  const keeper = await people.open("administrator", 1280);
  await keeper.goto("/deputies");
  await keeper.getByRole("searchbox").fill(me.name);
  await keeper.getByRole("searchbox").press("Enter");
  await keeper.locator("tr", { hasText: "区第十一届" }).getByRole("link", { name: me.name, exact: true }).click();
  await keeper.locator('[data-verb="suspend"]').click();
  await keeper.getByText("即不能提出建议、参加履职活动").waitFor();
  await formOn(keeper).choose("法定情形", "因刑事案件被羁押");
  await keeper.locator("[data-confirm]").click();
  await keeper.getByText("该代表已暂停执行代表职务").waitFor();

  await deputy.reload();
  await deputy.getByRole("heading", { name: "代表建议" }).waitFor();
  expect(await deputy.getByRole("button", { name: "提出建议" }).count()).toBe(0);

  await keeper.locator('[data-verb="resume"]').click();
  await keeper.locator("[data-confirm]").click();
  await keeper.getByText("该代表已暂停执行代表职务").waitFor({ state: "detached" });
  await deputy.reload();
  await deputy.getByRole("button", { name: "提出建议" }).waitFor();
});
