import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { perform } from "../support/desk.ts";
import { visitors } from "../support/visit.ts";
import { voiceWrittenDown } from "../support/voice-form.ts";

const people = visitors();
const phone = 390;

interface Spoken {
  readonly receipt: string;
  readonly label: string;
}

/** A voter on his own phone, without an account: no cookie goes along. */
async function voter(path: string, body: object) {
  const response = await fetch(`${inject("site")}/api/public/${path}`, {
    ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
  });
  expect(response.status, path).toBeLessThan(300);
  return response.json();
}
const speaks = (body: object): Promise<Spoken> => voter("voices", { submission: randomUUID(), ...body });
const follows = (receipt: string) => voter("voice-threads", { receipt });

/** Opens a voice from the list, as whoever it is. */
async function at(persona: string, words: string, width?: number): Promise<Page> {
  const page = await people.open(persona, width);
  await page.goto(`/voices?search=${encodeURIComponent(words)}`);
  await page.getByRole("link", { name: words }).first().click();
  await page.getByRole("heading", { name: words }).waitFor();
  return page;
}

/** The voice as its handler's page asks for it. */
async function asked(page: Page) {
  const id = page.url().split("/").at(-1);
  return (await page.request.get(`/api/voices/${id}`)).json();
}

/** Opens the thread by its receipt, in a window of the voter's own. */
async function threadPage(receipt: string, page?: Page): Promise<Page> {
  const own = page ?? (await people.stranger());
  await own.goto("/r");
  await own.getByLabel("回执码").fill(receipt);
  await own.getByRole("button", { name: "查看" }).click();
  await own.getByRole("heading", { name: "查办理情况" }).waitFor();
  return own;
}

async function opensAgain(page: Page, reasons: string): Promise<void> {
  await page.getByText("没有办好，重新打开").click();
  await page.getByLabel("哪里还没有办好").fill(reasons);
  await page.getByRole("button", { name: "重新打开", exact: true }).click();
}

test("a farmer's words are written down without a line, come in exactly once, and are followed to the end", async () => {
  const words = "村西头的灌溉渠塌了一段，麦子浇不上水";
  const officer = await people.open("station_officer", phone);
  await officer.goto("/voices/new");
  // The lists to choose from are there before the village without a signal is reached.
  await officer.getByLabel("村（社区）").click();
  await officer.locator(".ant-select-tree-title").first().waitFor();
  await officer.keyboard.press("Escape");
  await officer.waitForLoadState("networkidle");
  await officer.context().setOffline(true);
  await officer.getByText("现在没有信号").waitFor();
  await voiceWrittenDown(officer, words);
  await officer.locator('[data-waiting="1"]').waitFor();
  await officer.context().setOffline(false);
  await officer.locator('[data-sent="1"]').waitFor();
  await officer.locator("[data-waiting]").waitFor({ state: "detached" });
  const receipt = (await officer.locator("[data-receipt]").innerText()).trim();
  expect(receipt).toMatch(/^.{4}-.{3}-.{3}$/);
  await officer.goto(`/voices?search=${encodeURIComponent("灌溉渠塌了一段")}`);
  await officer.locator(".line-card").first().waitFor();
  expect(await officer.locator(".line-card").count()).toBe(1);

  await perform(await at("committee", words, phone), "route", (form) => form.pick("承办单位", "矿山集街道办事处", true));
  const clerk = await at("subdistrict_clerk", words);
  await perform(clerk, "answer", async (form) => {
    await form.type("答复内容", "塌方的渠段已经重砌，昨天通水。");
    await form.mark("已解决");
  });
  // The unit sees that it has answered, and nothing of how the voter is asked.
  await perform(await at("office", words), "try_visit");
  await clerk.reload();
  await clerk.locator(".page-head").getByText("已答复待回访").waitFor();
  expect(await clerk.getByText("回访未遇").count()).toBe(0);
  await perform(await at("office", words), "revisit", async (form) => {
    await form.dialog.getByText("基本满意", { exact: true }).click();
    await form.mark("上门");
  });
  await clerk.reload();
  await clerk.locator(".page-head").getByText("已办结").waitFor();
  await clerk.getByText("群众评价：基本满意").waitFor();
  expect(await follows(receipt)).toMatchObject({ status: "closed", answer: { answer: "塌方的渠段已经重砌，昨天通水。" } });
});

test("two voters join, a deputy takes the matter up and makes it an opinion, and each follows it by his own receipt", async () => {
  const deputy = await people.open("deputy", phone);
  const me = await (await deputy.request.get("/api/me")).json();
  const mandateId: string = me.mandates[0].id;
  const areas = await (await deputy.request.get(`/api/areas?search=${encodeURIComponent("朱庄社区")}`)).json();
  const place = { areaId: areas.items[0].id, category: "power", mandateId };
  const words = "粮站变压器一到晚上就跳闸，孩子点蜡烛写作业";
  const first = await speaks({ ...place, words });
  const second = await speaks({ ...place, words: "粮站变压器老是跳闸，晚上冰箱都停了" });

  const sorting = await at("committee", "粮站变压器老是跳闸");
  const alike = sorting.locator("[data-similar] .block", { hasText: first.label });
  await alike.locator("[data-join]").click();
  await sorting.getByText("是不是同一问题？").waitFor();
  await sorting.getByRole("button", { name: "并入这一件" }).last().click();
  const dialog = sorting.locator(".ant-modal-container").filter({ has: sorting.locator("[data-confirm]") });
  await dialog.locator("[data-confirm]").click();
  await sorting.locator(".page-head").getByText("已并入同一问题").waitFor();

  const mine = await at("deputy", words, phone);
  await perform(mine, "take_up");
  await mine.locator(".page-head").getByText("代表已认领").waitFor();
  await perform(mine, "become_opinion", (form) => form.type("意见标题", "粮站变压器增容"));
  await mine.locator(".page-head").getByText("已转化").waitFor();
  const opinionId = (await mine.getByRole("link", { name: "打开民生意见" }).getAttribute("href"))?.split("/").at(-1) ?? "";

  const committee = await people.open("committee");
  await committee.goto(`/opinions/${opinionId}`);
  await perform(committee, "assign", (form) => form.pick("承办单位", "矿山集街道办事处", true));
  const clerk = await people.open("subdistrict_clerk");
  await clerk.goto(`/opinions/${opinionId}`);
  await perform(clerk, "answer", async (form) => {
    await form.type("办理结果", "已协调供电所更换为四百千伏安变压器。");
    await form.mark("已解决");
  });
  await deputy.goto(`/opinions/${opinionId}`);
  await perform(deputy, "appraise", (form) => form.dialog.getByText("满意", { exact: true }).click());
  // The voice follows the opinion to its end.
  await expect.poll(async () => (await follows(first.receipt)).status, { timeout: 20_000 }).toBe("answered");
  for (const { receipt } of [first, second]) {
    const thread = await follows(receipt);
    expect(thread).toMatchObject({ together: 2, answer: { answer: "已协调供电所更换为四百千伏安变压器。", solved: true } });
    expect(thread.hops.map(({ verb }: { verb: string }) => verb)).toEqual(
      expect.arrayContaining(["take_up", "become_opinion", "assign", "answer", "follow_end"]),
    );
  }
  expect((await follows(second.receipt)).words).toContain("冰箱");
  expect((await voter("voice-appraisals", { receipt: first.receipt, grade: "SATISFIED" })).status).toBe("closed");
});

test("from the code on the station's door to the end: visited by another, opened again once by the voter, and not a second time", async () => {
  const words = "二组老井边的护栏倒了，孩子放学都从那里过";
  const own = await people.stranger();
  await own.goto("/s/ZZ01");
  await own.getByRole("link", { name: "在这里反映问题" }).click();
  await own.getByText("您正在向").waitFor();
  await own.getByLabel("请说说是什么事").fill(words);
  await own.getByRole("button", { name: "下一步" }).click();
  await own.getByLabel("具体位置").fill("二组老井边");
  await own.getByRole("button", { name: "下一步" }).click();
  await own.getByLabel("电话").fill("10055500077");
  await own.getByRole("button", { name: "提交" }).click();
  const receipt = (await own.locator("#receipt").innerText()).trim();
  await own.getByRole("button", { name: "现在查看" }).click();
  await own.getByText("已收到，等待分办").waitFor();

  // The station's liaison officer sets the kind right; whoever receives in the sub-district sends it to its unit.
  const station = await at("station_officer", words);
  expect(await station.locator('[data-verb="route"]').count()).toBe(0);
  await perform(station, "correct", (form) => form.type("具体位置", "二组老井东侧"));
  await perform(await at("committee", words), "route", (form) => form.pick("承办单位", "矿山集街道办事处", true));
  const clerk = await at("subdistrict_clerk", words);
  await perform(clerk, "answer", async (form) => {
    await form.type("答复内容", "护栏已经扶正，加了两根立柱。");
    await form.mark("已解决");
  });

  // While the voter is asked, whoever answered sees on no page and in no answer how the asking goes.
  await perform(await at("office", words), "try_visit");
  await clerk.reload();
  await clerk.locator(".page-head").getByText("已答复待回访").waitFor();
  expect(await clerk.getByText(/回访未遇|群众评价/).count()).toBe(0);
  expect(await clerk.locator('[data-verb="revisit"], [data-verb="try_visit"]').count()).toBe(0);
  const waiting = await asked(clerk);
  expect(waiting).toMatchObject({ tries: 0, answers: [{ grade: null, gradeReasons: null, gradedAt: null, gradedBy: null }] });
  expect(waiting.timeline.map(({ verb }: { verb: string }) => verb)).not.toContain("try_visit");
  expect(
    (
      await clerk.request.post(`${clerk.url().replace("/voices/", "/api/voices/")}/return-visits`, {
        data: { grade: "SATISFIED", way: "phone" },
      })
    ).status(),
  ).toBe(403);
  await perform(await at("office", words), "revisit", async (form) => {
    await form.dialog.getByText("基本满意", { exact: true }).click();
    await form.mark("电话");
  });
  await clerk.reload();
  await clerk.getByText("群众评价：基本满意").waitFor();

  // He looks at the place himself, and is not satisfied. The second window stays open as it is.
  await threadPage(receipt, own);
  await own.getByText("护栏已经扶正，加了两根立柱。").first().waitFor();
  const stale = await threadPage(receipt);
  await opensAgain(own, "立柱没有固定，一推就倒");
  await own.getByRole("status").waitFor();
  await own.getByText("立柱没有固定，一推就倒").first().waitFor();
  expect(await own.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  const again = await at("committee", words);
  await again.getByText("立柱没有固定，一推就倒").waitFor();
  await perform(again, "route", (form) => form.pick("承办单位", "矿山集街道办事处", true));
  await clerk.reload();
  await perform(clerk, "answer", async (form) => {
    await form.type("答复内容", "立柱已经用水泥浇牢，请放心。");
    await form.mark("已解决");
  });
  const answered = await asked(clerk);
  expect(answered.answers.at(-1)).toMatchObject({ grade: null });
  await threadPage(receipt, own);
  await own.getByLabel("满意", { exact: true }).check();
  await own.getByRole("button", { name: "提交评价" }).click();
  await own.getByText("已办结").first().waitFor();
  expect(await own.getByText("没有办好，重新打开").count()).toBe(0);

  await opensAgain(stale, "漆还没有刷");
  await stale.getByRole("alert").getByText("已经重新打开过一次").waitFor();
  expect(await stale.locator("main").innerText()).toContain("立柱已经用水泥浇牢");
  expect(await stale.getByLabel("您写的内容没有提交").inputValue()).toBe("漆还没有刷");
  expect(await follows(receipt)).toMatchObject({ status: "closed", answer: { grade: "SATISFIED" } });
});
