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
