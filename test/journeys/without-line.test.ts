import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { visitors } from "../support/visit.ts";
import { voiceWrittenDown } from "../support/voice-form.ts";

const people = visitors();
const phone = 390;
const shell = "/voices/new";

/** What this phone keeps: under which names, and which addresses. */
const keptOn = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname), known: Object.keys(localStorage) };
  });

test("the page for writing down opens in a village without a line, and what was said there comes in once", async () => {
  const mark = `西河滩${randomUUID().slice(0, 8)}号井`;
  const words = `${mark}停了一个月，三十亩地浇不上水`;
  const officer = await people.open("station_officer", phone);
  await officer.goto(shell);
  await officer.locator("[data-opens-without-line]").waitFor();
  await officer.waitForLoadState("networkidle");
  const kept = await keptOn(officer);
  expect(kept.names).toHaveLength(1);
  expect(kept.paths).toContain(shell);
  expect(kept.paths.filter((path) => path !== shell && !path.startsWith("/assets/"))).toEqual([]);

  const context = officer.context();
  await officer.close();
  await context.setOffline(true);
  const later = await context.newPage();
  await later.goto(shell);
  await later.getByText("现在没有信号").waitFor();
  await voiceWrittenDown(later, words);
  await later.locator('[data-waiting="1"]').waitFor();
  // The phone is put away once more before there is a line again.
  await later.close();
  const last = await context.newPage();
  await last.goto(shell);
  await last.locator('[data-waiting="1"]').getByText(words).waitFor();
  await context.setOffline(false);
  await last.locator('[data-sent="1"]').waitFor();
  await last.locator("[data-waiting]").waitFor({ state: "detached" });
  const found = await last.request.get(`/api/voices?search=${encodeURIComponent(mark)}`);
  expect((await found.json()).items).toHaveLength(1);

  // Signed out, the phone no longer knows who he is; without a line nobody else opens the form as him.
  await last.locator("[data-account]").click();
  await last.getByText("退出登录").click();
  await last.locator("[data-persona]").first().waitFor();
  expect((await keptOn(last)).known.filter((key) => key.startsWith("lianxin.known"))).toEqual([]);
  await context.setOffline(true);
  await last.goto(shell);
  await last.getByRole("alert").waitFor();
  expect(await last.locator("[data-save]").count()).toBe(0);
  await context.setOffline(false);
}, 120_000);

test("what the house refuses is mended with every word kept, and comes in once", async () => {
  const mark = `北圩${randomUUID().slice(0, 8)}号桥`;
  const words = `${mark}的栏杆断了，晚上没人敢走`;
  const officer = await people.open("committee", phone);
  await officer.goto(shell);
  await officer.locator("[data-opens-without-line]").waitFor();
  await officer.context().setOffline(true);
  await officer.getByText("现在没有信号").waitFor();
  await officer.getByText("更多（可不填）").click();
  await officer.getByLabel("具体位置").fill("桥南头");
  await officer.getByLabel("姓名").fill("老周");
  await voiceWrittenDown(officer, words);
  await officer.locator('[data-waiting="1"]').waitFor();
  // While the phone was away, the kind that was chosen has been taken off the list.
  await officer.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith("lianxin.voices.")))
      localStorage.setItem(key, (localStorage.getItem(key) ?? "").replace(/"category":"[^"]+"/, '"category":"gone"'));
  });
  // Somebody else is being written down meanwhile: that, too, stays.
  await officer.getByRole("textbox", { name: "群众原话" }).fill("另一件还没有写完的事");
  await officer.context().setOffline(false);
  const refused = officer.locator("[data-refused]");
  await refused.getByText("类别").waitFor();
  await refused.locator("[data-mend]").click();
  const form = officer.locator("form[data-mending]");
  await form.getByText("填写的内容已保留").waitFor();
  await expect.poll(() => form.getByRole("textbox", { name: "群众原话" }).inputValue()).toBe(words);
  expect(await form.getByLabel("具体位置").inputValue()).toBe("桥南头");
  expect(await form.getByLabel("姓名").inputValue()).toBe("老周");
  await form.getByRole("textbox", { name: "群众原话" }).fill(`${words}，还有一盏灯不亮`);
  await form.getByLabel("类别", { exact: true }).click();
  await form.getByLabel("类别", { exact: true }).fill("农业");
  await officer.locator(".ant-select-item-option:visible", { hasText: "农业水利" }).click();
  await form.locator("[data-save]").click();
  await officer.locator("[data-written]").waitFor();
  expect(await officer.locator("[data-waiting]").count()).toBe(0);
  const found = await officer.request.get(`/api/voices?search=${encodeURIComponent(mark)}`);
  const { items } = await found.json();
  expect(items).toHaveLength(1);
  expect((await (await officer.request.get(`/api/voices/${items[0].id}`)).json()).words).toContain("还有一盏灯不亮");
  await officer.getByRole("button", { name: "再记一条" }).click();
  await expect.poll(() => officer.getByRole("textbox", { name: "群众原话" }).inputValue()).toBe("另一件还没有写完的事");
  await officer.getByRole("textbox", { name: "群众原话" }).fill("");
}, 120_000);

test("a new build is taken over at once, and the old one is forgotten", async () => {
  const officer = await people.open("office", phone);
  await officer.goto(shell);
  await officer.locator("[data-opens-without-line]").waitFor();
  const [now] = (await keptOn(officer)).names;
  await officer.evaluate(async () => void (await caches.open("lianxin.without-line.an-older-build.zh-CN")));
  // What another build's worker is to the browser: a script with other bytes at the same address.
  await officer.evaluate(async () => (await navigator.serviceWorker.getRegistration("/voices/new"))?.unregister());
  await officer.reload();
  await officer.locator("[data-opens-without-line]").waitFor();
  await expect.poll(async () => (await keptOn(officer)).names).toEqual([now]);
  const worker = await officer.request.get("/without-line.js");
  expect(worker.headers()).toMatchObject({ "cache-control": "no-cache", "content-type": "text/javascript; charset=utf-8" });
  expect((await officer.request.get(shell)).headers()["cache-control"]).toBe("no-cache");
  expect((await officer.request.get("/assets/of-another-build.js")).status()).toBe(404);
  // Neither the portal nor the desk is behind the worker.
  for (const path of ["/portal", "/desk"]) {
    await officer.goto(path);
    expect(await officer.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  }
}, 120_000);
