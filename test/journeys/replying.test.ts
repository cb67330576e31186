import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { perform } from "../support/desk.ts";
import { downloaded, visitors } from "../support/visit.ts";
import { unzipped } from "../support/zip.ts";

const people = visitors();
const title = "关于疏通段园老街排水的建议";
const phone = 390;

/** Opens the case from the list, as whoever it is. */
async function at(persona: string, width?: number): Promise<Page> {
  const page = await people.open(persona, width);
  await page.goto(`/suggestions?search=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { name: title }).waitFor();
  return page;
}

/** The case until it lies in the inboxes of its units; other journeys walk this way by hand. */
async function assigned(): Promise<void> {
  const ask = async (persona: string, path: string, data: object = {}) => {
    const answer = await (await people.open(persona, persona === "deputy" ? phone : 1440)).request.post(path, { data });
    expect(answer.status(), `${persona} ${path}`).toBe(201);
    return answer.json();
  };
  const deputy = await people.open("deputy", phone);
  const me = await (await deputy.request.get("/api/me")).json();
  const { items } = await (await deputy.request.get("/api/organisations?limit=200")).json();
  const unit = (part: string): string => items.find((one: { name: string }) => one.name.includes(part)).id;
  const { id } = await ask("deputy", "/api/suggestions", {
    ...{ title, category: "water", mandateId: me.mandates[0].id, secrecyDeclared: true },
    reason: "段园老街排水管网年久失修，雨天积水严重，影响沿街住户出行。",
    proposal: "建议：一、更换老街排水主管；二、清理沿街占道物，方便施工；三、明确日常清淤责任。",
  });
  const path = `/api/suggestions/${id}`;
  const other = await (await (await people.open("cosigner")).request.get("/api/me")).json();
  await ask("deputy", `${path}/invitations`, { mandateIds: [other.mandates[0].id] });
  await ask("cosigner", `${path}/cosignatures`, { agrees: true });
  await ask("deputy", `${path}/submissions`);
  await ask("office", `${path}/acceptances`, { category: "water" });
  await ask("office", `${path}/assignments`, { viaId: items.find((one: { kind: string }) => one.kind === "government_office").id });
  const units = [
    { unitId: unit("交通运输局"), role: "LEAD" },
    { unitId: unit("城市管理局"), role: "CO" },
  ];
  await ask("government", `${path}/forwardings`, { units });
}

test("a unit's clerk answers point by point, with a co-handler's word and a template, and the leader signs on the phone", async () => {
  await assigned();
  const clerk = await people.open("unit_clerk");
  await clerk.goto("/desk");
  await clerk.getByText(title).first().click();
  await clerk.getByRole("heading", { name: title }).waitFor();
  await perform(clerk, "sign_for");
  await perform(clerk, "contact", async (form) => {
    await form.mark("办前联系");
    await form.mark("电话");
    await form.type("内容", "听取代表对更换主管和工期的意见");
  });

  // The editor can be opened before everything is there, and says what is missing.
  await clerk.locator('button[data-verb="draft_reply"]').click();
  await clerk.waitForURL("**/reply");
  await clerk.getByText("尚未进行办中沟通").waitFor();
  expect(await clerk.locator("[data-confirm]").isDisabled()).toBe(true);
  await clerk.getByRole("textbox", { name: "第 1 条的答复" }).fill("已更换排水主管一点二公里。");
  await clerk.locator("[data-ask='2']").click();
  const asking = clerk.locator(".ant-modal-container").filter({ hasText: "需要说明的问题" });
  await asking.getByRole("combobox", { name: "会办单位" }).click();
  await clerk.locator(".ant-select-item-option", { hasText: "城管局" }).click();
  await asking.getByRole("textbox", { name: "请于何日前提出" }).fill("2023-10-12");
  await asking.getByRole("textbox", { name: "请于何日前提出" }).press("Enter");
  await asking.getByRole("textbox", { name: "需要说明的问题" }).fill("占道物何时清理完毕？");
  await asking.locator("[data-confirm]").click();
  await asking.waitFor({ state: "hidden" });
  await clerk.locator('aside [data-verb="contact"]').click();
  const held = clerk.locator(".ant-modal-container").filter({ hasText: "联系阶段" });
  await held.locator("label.ant-radio-wrapper", { hasText: "办中沟通" }).click();
  await held.locator("label.ant-radio-wrapper", { hasText: "走访" }).click();
  await held.getByRole("textbox", { name: "内容" }).fill("与代表到现场查看施工进展");
  await held.locator("[data-confirm]").click();
  await held.waitFor({ state: "hidden" });

  const co = await at("co_clerk");
  await perform(co, "sign_for");
  await perform(co, "give_opinion", async (form) => {
    await form.dialog.getByText("占道物何时清理完毕？").waitFor();
    await form.type("会办意见", "占道物已于本周清理完毕，派专人巡查");
  });

  // What was typed is still there, on the same device.
  await clerk.reload();
  await clerk.getByText("已恢复").or(clerk.locator("text=第 1 条的答复")).first().waitFor();
  expect(await clerk.getByRole("textbox", { name: "第 1 条的答复" }).inputValue()).toBe("已更换排水主管一点二公里。");
  await clerk.locator("[data-take]").click();
  expect(await clerk.getByRole("textbox", { name: "第 2 条的答复" }).inputValue()).toContain(
    "会办单位区城管局意见：占道物已于本周清理完毕",
  );
  await clerk.getByRole("textbox", { name: "第 3 条的答复" }).fill("日常清淤由养护中心负责，每季度一次。");
  await clerk.getByRole("textbox", { name: "开头" }).fill("我局接到建议后到现场查看。");
  await clerk.getByRole("combobox", { name: "选用模板" }).click();
  await clerk.locator(".ant-select-item-option", { hasText: "已经解决" }).click();
  const question = clerk.locator(".ant-modal-confirm");
  await question.getByRole("button", { name: "保留我写的" }).click();
  expect(await clerk.getByRole("textbox", { name: "开头" }).inputValue()).toBe("我局接到建议后到现场查看。");
  expect(await clerk.getByRole("textbox", { name: "结尾" }).inputValue()).toContain("欢迎继续监督");
  await clerk.locator("label.ant-radio-wrapper", { hasText: "A 类" }).click();
  const letter = clerk.locator(".paper-sheet");
  for (const words of ["A类", "杜集区交通运输局", "一、关于“更换老街排水主管”。已更换排水主管一点二公里。", "欢迎继续监督"])
    await letter.getByText(words).first().waitFor();
  await clerk.locator('[data-warnings="0"]').waitFor();
  await clerk.locator("[data-confirm]").click();
  await clerk.getByRole("heading", { name: title }).waitFor();

  const leader = await at("unit_leader", phone);
  await leader.getByText("日常清淤由养护中心负责，每季度一次。").waitFor();
  await perform(leader, "return_reply", (form) => form.type("修改意见", "第三条写明清淤起始时间"));
  await clerk.reload();
  await clerk.locator('button[data-verb="draft_reply"]').click();
  await clerk.getByText("第三条写明清淤起始时间").waitFor();
  await clerk.getByRole("textbox", { name: "第 3 条的答复" }).fill("日常清淤由养护中心负责，自十月起每季度一次。");
  await clerk.locator("[data-confirm]").click();
  await clerk.getByRole("heading", { name: title }).waitFor();

  await perform(await at("unit_leader", phone), "sign_reply", (form) => form.type("发文字号", "杜交函〔2023〕66号"));
  const deputy = await at("deputy", phone);
  await deputy.getByText("自十月起每季度一次").waitFor();
  await deputy.getByRole("button", { name: "文书" }).click();
  const link = deputy.locator('a[href*="/papers/reply"]').first();
  const printed = await deputy.request.get((await link.getAttribute("href")) ?? "");
  expect([printed.status(), printed.headers()["content-type"], (await printed.body()).subarray(0, 4).toString()]).toEqual([
    200,
    "application/pdf",
    "%PDF",
  ]);
  await deputy.locator('[data-addressed="2"]').getByText("答复函逐一致送").waitFor();
  const all = await downloaded(deputy, () => deputy.locator('[data-all="reply pdf"]').click());
  expect((await unzipped(all)).map(({ name }) => name)).toEqual([
    expect.stringMatching(/^01 .+（致.+代表）\.pdf$/),
    expect.stringMatching(/^02 .+（致.+代表）\.pdf$/),
  ]);
});
