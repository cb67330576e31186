import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { perform, writeReply } from "../support/desk.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();
const title = "关于整治矿山集老街内涝的建议";
const phone = 390;

/** Opens the case for whoever it is, the way a person would: from the list. */
async function at(persona: string, width?: number): Promise<Page> {
  const page = await people.open(persona, width);
  await page.goto(`/suggestions?search=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { name: title }).waitFor();
  return page;
}

const contact = (stage: string) => async (form: import("../support/desk.ts").Form) => {
  await form.mark(stage);
  await form.mark("电话");
  await form.type("内容", "听取代表对整治范围和工期的意见");
};

test("a suggestion goes from a deputy's phone until it is struck off the list", async () => {
  const deputy = await people.open("deputy", phone);
  await deputy.goto("/suggestions/new");
  await deputy.getByRole("textbox", { name: "标题" }).fill(title);
  await deputy.getByLabel("类别").click();
  await deputy.locator(".ant-select-item-option", { hasText: "供水排水" }).click();
  await deputy.getByLabel("事由").fill("矿山集老街地势低洼，排水管网老化，每逢大雨积水没膝，沿街住户和商铺受淹。");
  await deputy.getByLabel("具体建议").fill("一、更换老街排水主管；二、增设雨水口；三、汛期前完成清淤。");
  await deputy.getByText("我确认以上内容不涉及国家秘密").click();
  await deputy.getByRole("button", { name: "保存草稿" }).click();
  await deputy.getByRole("heading", { name: title }).waitFor();

  const cosigner = await people.open("cosigner", phone);
  const name = (await cosigner.locator("header button .anticon-user").locator("..").locator("..").innerText()).trim().split(/\s/)[0] ?? "";
  await perform(deputy, "invite", (form) => form.pick("邀请联名的代表", name, true));
  await perform(await at("cosigner", phone), "cosign", (form) => form.mark("同意"));
  await perform(await at("deputy", phone), "submit");

  const office = await at("office");
  await perform(office, "accept");
  await perform(office, "assign", (form) => form.pick("政府督查机构", "督查室"));
  await perform(await at("government"), "forward", (form) => form.pick("承办单位", "住房和城乡建设局", true));
  await perform(await at("other_clerk"), "ask_handback", (form) => form.type("退办理由", "老街排水管网由交通部门随路改造"));
  const government = await at("government");
  await perform(government, "decide_handback", async (form) => {
    await form.mark("同意");
    await form.type("说明", "情况属实，同意退办");
  });
  await perform(government, "forward", async (form) => {
    await form.pick("承办单位", "交通运输局", true);
    await form.dialog.getByRole("button", { name: "增加单位" }).click();
    await form.pick("承办单位", "城市管理局", true);
  });

  const clerk = await at("unit_clerk");
  await perform(clerk, "sign_for");
  await perform(clerk, "contact", contact("办前联系"));
  await perform(clerk, "contact", contact("办中沟通"));
  const co = await at("co_clerk");
  await perform(co, "sign_for");
  await perform(co, "give_opinion", (form) => form.type("会办意见", "沿街占道物由我局先行清理，配合施工"));
  await clerk.reload();
  await writeReply(clerk, async (form) => {
    for (const [point, answer] of [
      "老街排水主管已完成更换。",
      "增设雨水口十二处。",
      "清淤工作按计划推进，区城管局配合清理占道物。",
    ].entries())
      await form.type(`第 ${point + 1} 条的答复`, answer);
    await form.mark("B 类");
    await form.pick("办理结果", "正在解决");
    await form.type("未解决的原因", "清淤需在汛前分段进行");
    await form.dialog.getByRole("button", { name: "增加承诺事项" }).click();
    await form.type("承诺内容", "汛前完成全线清淤");
    await form.type("责任人", "排水股");
    await form.day("完成时限", "2024-05-31");
  });
  const sign = async (documentNo: string) =>
    perform(await at("unit_leader", phone), "sign_reply", (form) => form.type("发文字号", documentNo));
  await sign("杜交函〔2023〕21号");

  await perform(await at("deputy", phone), "appraise", async (form) => {
    await form.dialog.locator(".ant-form-item", { hasText: "办理态度" }).getByText("满意", { exact: true }).click();
    await form.dialog.locator(".ant-form-item", { hasText: "办理结果" }).getByText("不满意").click();
    await form.type("具体原因和意见", "雨水口还是太少，积水没有根本解决");
  });
  await (await at("unit_clerk")).getByText("已答复，等待代表评价").waitFor();
  await perform(await at("office"), "order_rework", (form) => form.type("重新办理的要求", "增加雨水口，汛前再答复"));

  await perform(await at("unit_clerk"), "contact", contact("办前联系"));
  await perform(clerk, "contact", contact("办中沟通"));
  await writeReply(clerk, async (form) => {
    await form.dialog.getByText("整篇答复").click();
    await form.type("答复正文", "一、老街排水主管已更换；二、雨水口增至二十六处，积水点已消除；三、清淤按月推进。");
    await form.mark("A 类");
    await form.pick("办理结果", "已经解决");
  });
  await sign("杜交函〔2023〕36号");
  await perform(await at("deputy", phone), "appraise", async (form) => {
    for (const dimension of ["办理态度", "办理结果"])
      await form.dialog.locator(".ant-form-item", { hasText: dimension }).getByText("满意", { exact: true }).click();
  });

  const desk = await at("office");
  expect(await desk.locator('button[data-verb="close"]').isDisabled()).toBe(true);
  await perform(desk, "return_visit", async (form) => {
    await form.mark("走访");
    await form.type("内容", "雨天到老街查看，积水点已消除，代表认可");
  });
  await perform(desk, "close");
  expect(await desk.locator('button[data-verb="strike_off"]').isDisabled()).toBe(true);
  await perform(await at("unit_clerk"), "settle_commitment", async (form) => {
    await form.pick("承诺事项", "汛前完成全线清淤");
    await form.mark("已兑现");
    await form.type("完成情况", "全线清淤已完成并通过验收");
  });
  const last = await at("office");
  await perform(last, "strike_off");
  await last.locator(".page-head").getByText("已销号").waitFor();
  expect(await last.locator(".ant-timeline-item").count()).toBeGreaterThan(25);
});
