import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { perform } from "../support/desk.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();
const phone = 390;

const picture = async (name: string, colour: string) => ({
  name,
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer(),
});

/** Raises an opinion on a phone, on one page, with a photo. */
async function raise(title: string, content: string): Promise<void> {
  const deputy = await people.open("deputy", phone);
  await deputy.goto("/opinions/new");
  await deputy.getByRole("textbox", { name: "标题" }).fill(title);
  await deputy.getByLabel("地点").click();
  await deputy.getByLabel("地点").fill("朱庄社区");
  await deputy.locator(".ant-select-tree-title", { hasText: "朱庄社区" }).first().click();
  await deputy.getByLabel("类别").click();
  await deputy.locator(".ant-select-item-option", { hasText: "道路交通" }).click();
  await deputy.getByRole("textbox", { name: "情况和希望" }).fill(content);
  await deputy.locator("input[type=file]").setInputFiles([await picture("修整前.jpg", "#6b5b45")]);
  await deputy.locator(".ant-upload-list-item-done").waitFor();
  await deputy.getByRole("button", { name: "提交", exact: true }).click();
  await deputy.getByRole("heading", { name: title }).waitFor();
}

/** Opens the opinion for whoever it is, from the list. */
async function at(persona: string, title: string, width?: number): Promise<Page> {
  const page = await people.open(persona, width);
  await page.goto(`/opinions?search=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { name: title }).waitFor();
  return page;
}

test("an opinion goes from a deputy's phone to a mended road, with a hand-back and a second round", async () => {
  const title = "朱庄社区三组路口积水";
  await raise(title, "三组路口地势低，雨后积水半月不退，老人孩子绕行，希望修一条排水沟。");
  const committee = await at("committee", title);
  await perform(committee, "assign", (form) => form.pick("承办单位", "交通运输局", true));
  await perform(await at("unit_clerk", title), "hand_back", (form) => form.type("退办理由", "村内排水由街道办事处负责实施"));
  await committee.reload();
  await perform(committee, "assign", (form) => form.pick("承办单位", "矿山集街道办事处", true));

  const clerk = await at("subdistrict_clerk", title);
  await perform(clerk, "report_progress", async (form) => {
    await form.type("进展情况", "施工队已进场开挖");
    await form.attach(await picture("现场.jpg", "#9a948a"));
  });
  const answer = async (words: string, name: string) =>
    perform(clerk, "answer", async (form) => {
      await form.type("办理结果", words);
      await form.mark("已解决");
      await form.number("投入资金（元）", "86000");
      await form.number("受益户数", "132");
      await form.number("受益人数", "410");
      await form.attach(await picture(name, "#c9c9c4"));
    });
  await answer("已修排水沟一百二十米，路口积水可以排出。", "修整后.jpg");
  await perform(await at("deputy", title, phone), "appraise", async (form) => {
    await form.dialog.getByText("不满意", { exact: true }).click();
    await form.type("具体原因和意见", "沟修了，路口最低处还是积水");
  });
  await clerk.reload();
  await answer("路口最低处已抬高并加装雨水篦，雨后现场查看无积水。", "再修整后.jpg");
  const deputy = await at("deputy", title, phone);
  await perform(deputy, "appraise", (form) => form.dialog.getByText("满意", { exact: true }).click());
  await deputy.locator(".page-head").getByText("已办结").waitFor();
  expect(await deputy.locator(".photos img").count()).toBe(4);
  await deputy.getByText("8.60").first().waitFor();
  await deputy.locator(".photos img").first().click();
  await deputy.locator(".ant-image-preview img").waitFor();
});

test("a matter too large for the light track becomes a suggestion in one step, and each shows the other", async () => {
  const title = "朱庄社区至矿山集道路拓宽";
  const content = "道路狭窄，两车难以交会，涉及六个村近千户出行，需要列入年度计划拓宽改造。";
  await raise(title, content);
  const deputy = await at("deputy", title, phone);
  await perform(deputy, "upgrade");
  await deputy.locator(".page-head").getByText("已转为建议").waitFor();
  await deputy.getByRole("link", { name: "打开代表建议" }).click();
  await deputy.getByRole("heading", { name: title }).waitFor();
  await deputy.getByText(content).waitFor();
  await deputy.locator(".photos img").first().waitFor();
  expect(await deputy.locator(".photos img").count()).toBe(1);
  await deputy.locator('[data-verb="submit"], [data-more]').first().waitFor();
  await deputy.getByRole("link", { name: "由民生意见建议转来，查看原意见" }).click();
  await deputy.waitForURL("**/opinions/**");
  await deputy.getByRole("heading", { name: title }).waitFor();
});
