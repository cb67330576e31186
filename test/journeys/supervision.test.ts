import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { perform } from "../support/desk.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();

test("the government's office looks at all units, opens what one has overdue, and urges it", async () => {
  const page = await people.open("government");
  await page.getByRole("link", { name: "各单位办理情况" }).click();
  await page.getByRole("heading", { name: "各单位办理情况" }).waitFor();
  const row = page.getByRole("row", { name: /区自然资源分局/ });
  await row.locator('[data-rate="satisfaction_rate"]').waitFor();
  const first = await page.locator("tbody tr.ant-table-row").first().innerText();
  expect(first, "the first place is of what was solved").toMatch(/^1\t[^\t]+\t\s*100\.00%/);
  const polite = await page.getByRole("row", { name: /区交通局/ }).innerText();
  expect(polite, "content deputies alone make no good place").toMatch(/^(1[2-9]|2\d)\t区交通局\t\s*\d+\.\d\d%\s+\d ÷ \d\s+100\.00%/);

  await row.locator('[data-measure="overdue"]').click();
  const drawer = page.getByRole("dialog", { name: /区自然资源分局 · 逾期/ });
  await drawer.getByText("还没有答复、已过答复期限的件数").waitFor();
  const late = drawer.locator("tbody tr.ant-table-row").first();
  const label = await late.getByRole("link").innerText();
  await late.getByRole("checkbox").check();
  await drawer.getByRole("button", { name: "催办选中的 1 件" }).click();
  const dialog = page.getByRole("dialog", { name: "催办选中的 1 件" });
  await dialog.getByLabel("催办内容").fill("答复期限已过，请本周内答复。");
  await dialog.getByRole("button", { name: "催办", exact: true }).click();
  await page.getByText("已催办 1 件").waitFor();

  await late.getByRole("link").click();
  await page.getByText("答复期限已过，请本周内答复。").first().waitFor();
  expect(await page.locator(".page-head").innerText()).toContain(label);
});

test("the office marks a key suggestion with its leaders, records a look at it, and finds it on the list", async () => {
  const page = await people.open("office");
  await page.goto("/suggestions?status=handling");
  const line = page
    .locator("tbody tr.ant-table-row")
    .filter({ hasNot: page.locator(".anticon-star") })
    .first();
  const title = (await line.getByRole("link").innerText()).trim();
  await line.getByRole("link").click();
  await perform(page, "mark_key", async (form) => {
    await form.type("领衔督办领导", "区人大常委会副主任");
    await form.type("领办领导（政府）", "副区长");
    await form.pick("督办机构", "杜集区人大财政经济委员会");
    await form.type("下一步督办安排", "到现场查看");
  });
  const card = page.locator("#supervision");
  await card.getByText("副区长").waitFor();
  await card.getByText("还没有督办记录").waitFor();

  await perform(page, "supervise", async (form) => {
    expect(await form.dialog.getByLabel("督办人员").inputValue()).toBe("区人大常委会副主任");
    await form.type("督办情况", "方案已定，资金已落实。");
    await form.type("督办要求", "月底前进场。");
  });
  await card.getByText("方案已定，资金已落实。").waitFor();
  await card.getByRole("link", { name: "督办通知" }).waitFor();

  await page.getByRole("link", { name: "重点督办" }).click();
  const listed = page.getByRole("row", { name: new RegExp(title) });
  await listed.getByText("督办 1 次").waitFor();
  expect(await listed.innerText()).toContain("财经委");
});

test("the office concludes a meeting over a deputy's dissatisfaction", async () => {
  const page = await people.open("office");
  await page.getByRole("link", { name: "提级协调" }).click();
  const card = page.locator("article.line-card").first();
  await card.getByText("问题没有真正解决，群众还在反映").waitFor();
  const title = await card.locator("a.title").innerText();
  await card.locator('[data-verb="conclude_escalation"]').click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("参加人员").inputValue()).toContain("区政府督查室");
  await dialog.getByLabel("会议纪要").fill("代表说明了困难，单位说明了安排。");
  await dialog.getByLabel("协调结论").fill("列入明年计划，代表同意如实记录结果。");
  await dialog.locator("[data-confirm]").click();
  await page.getByText("列入明年计划，代表同意如实记录结果。").first().waitFor();
  await page.getByRole("link", { name: "提级协调" }).click();
  await page.getByText("已有结论 2").click();
  const concluded = page.locator("article.line-card", { hasText: title });
  await concluded.getByText("代表说明了困难，单位说明了安排。").waitFor();
});

test("the yearly tables open their rows and are taken away as a book", async () => {
  const page = await people.open("office");
  await page.getByRole("link", { name: "年度报表" }).click();
  const promises = page.locator(".ant-card", { hasText: "承诺落实" }).last();
  await promises
    .getByRole("row", { name: /2023/ })
    .getByRole("button", { name: /^已落实/ })
    .click();
  const drawer = page.getByRole("dialog", { name: "2023 · 已落实" });
  await drawer.locator("tbody tr.ant-table-row").first().waitFor();
  await page.keyboard.press("Escape");
  // The browser does not always tell the name it was given for a file made on the page; the answer does.
  const [book, answer] = [page.waitForEvent("download"), page.waitForResponse(/exports\/statistics\/yearly/)];
  await page.locator('[data-export="xlsx"]').click();
  expect(decodeURIComponent((await answer).headers()["content-disposition"] ?? "")).toContain("2023年度代表建议办理情况.xlsx");
  expect(
    readFileSync(await (await book).path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});
