import sharp from "sharp";
import { expect, test } from "vitest";
import { Form, perform } from "../support/desk.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();
const lamps = ["一", "二", "三"].map((part) => `集镇后街路灯不亮第${part}段`);

const picture = async (name: string, colour: string) => ({
  name,
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
    .jpeg()
    .toBuffer(),
});

/** Three opinions about the presidium's town, of which the deputy takes the last one back. */
async function raised(areaId: string): Promise<void> {
  const deputy = (await people.open("town_deputy")).request;
  const { mandates } = await (await deputy.get("/api/me")).json();
  const paper = { content: "后街这一段路灯坏了两个月，晚上行人不便，请检修。", category: "roads", areaId, mandateId: mandates[0].id };
  for (const title of lamps) {
    const { id } = await (await deputy.post("/api/opinions", { data: { ...paper, title } })).json();
    if (title === lamps[2]) expect((await deputy.post(`/api/opinions/${id}/withdrawals`, { data: {} })).status()).toBe(201);
  }
}

test("a town presidium hands over many opinions at once, follows one to its end, and finds it in its figures", async () => {
  const presidium = await people.open("presidium");
  const { items } = await (await presidium.request.get("/api/opinions?status=submitted&limit=1")).json();
  const { areaId } = await (await presidium.request.get(`/api/opinions/${items[0].id}`)).json();
  const clerk = await people.open("town_clerk");
  const { roles } = await (await clerk.request.get("/api/me")).json();
  await raised(areaId);

  await presidium.goto(`/opinions?search=${encodeURIComponent("集镇后街路灯不亮")}`);
  for (const title of lamps) await presidium.getByRole("checkbox", { name: title }).check();
  await presidium.getByText("已选 3 件").waitFor();
  await presidium.getByRole("button", { name: "交办 2" }).click();
  const dialog = presidium.getByRole("dialog");
  const form = new Form(presidium, dialog);
  await form.pick("承办单位", roles[0].organisationName, true);
  await form.type("交办要求", "十个工作日内修复");
  await dialog.locator("[data-confirm]").click();
  await dialog.getByText("已办 2 件，未成功 1 件").waitFor();
  await dialog.locator("[data-close]").click();
  await presidium.getByText("已选 1 件").waitFor();
  await presidium
    .getByRole("row", { name: new RegExp(lamps[2] ?? "") })
    .getByRole("alert")
    .waitFor();
  await presidium.getByRole("button", { name: "取消选择" }).click();
  expect(await presidium.getByRole("row", { name: /办理中/ }).count()).toBe(2);

  await clerk.goto(`/opinions?search=${encodeURIComponent(lamps[0] ?? "")}`);
  await clerk.getByRole("link", { name: lamps[0] ?? "" }).click();
  await perform(clerk, "report_progress", async (progress) => {
    await progress.type("进展情况", "已备料，本周更换");
    await progress.attach(await picture("更换前.jpg", "#3a3a40"));
  });
  await perform(clerk, "answer", async (result) => {
    await result.type("办理结果", "后街第一段路灯全部更换，当晚亮灯。");
    await result.mark("已解决");
    await result.number("投入资金（元）", "12000");
    await result.number("受益户数", "64");
    await result.attach(await picture("更换后.jpg", "#e8dca8"));
  });
  const deputy = await people.open("town_deputy");
  await deputy.goto(new URL(clerk.url()).pathname);
  await perform(deputy, "appraise", (appraisal) => appraisal.dialog.getByText("满意", { exact: true }).click());

  await presidium.getByRole("link", { name: lamps[0] ?? "" }).click();
  await presidium.locator(".page-head").getByText("已办结").waitFor();
  await presidium.getByText("1.20").first().waitFor();
  await presidium.getByText("办理用时").first().waitFor();
  expect(await presidium.locator(".photos img").count()).toBe(2);
  await presidium.getByRole("link", { name: "统计" }).click();
  await presidium.waitForURL("**/statistics**");
  await presidium.getByText("民生意见").first().waitFor();
});
