import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { enter, moveTo, walk } from "../support/keyboard.ts";
import { paper } from "../support/suggestion.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();

/** Pages beside those of the menu, by whose they are. */
const furtherPages: Readonly<Record<string, readonly string[]>> = {
  deputy: ["/suggestions/new", "/opinions/new", "/activity-plans/new", "/profile", "/notices", "/notice-choices"],
  office: ["/desk?tab=others", "/desk?tab=done", "/statistics?tab=opinions"],
  unit_clerk: [],
  government: [],
  presidium: [],
  administrator: [],
};

const menuOf = (page: Page): Promise<string[]> =>
  page.locator("nav a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));

interface Case {
  readonly path: string;
  readonly can: readonly string[];
}

/** Of the latest cases in someone's sight, one of each kind: that in which he can do most. */
async function casesOf(page: Page): Promise<Case[]> {
  const kinds = ["suggestions", "opinions"].map(async (kind) => {
    const { items } = (await (await page.request.get(`/api/${kind}?limit=12`)).json()) as { items: { id: string }[] };
    const whole = await Promise.all(items.map(async ({ id }) => (await page.request.get(`/api/${kind}/${id}`)).json()));
    const cases = whole.map(({ id, can }: { id: string; can: string[] }) => ({ path: `/${kind}/${id}`, can }));
    return cases.toSorted((one, other) => other.can.length - one.can.length).slice(0, 1);
  });
  return (await Promise.all(kinds)).flat();
}

async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("#page h1").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("#page .ant-skeleton, #page .ant-spin-spinning"));
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest("[data-verb], [data-more], .skip-link, #page")?.outerHTML.slice(0, 60) ?? "");

/** A page that was walked for one is not walked again for another. */
const walked = new Set<string>();

for (const [persona, further] of Object.entries(furtherPages))
  test(`${persona} comes to everything by keyboard, and sees where`, async () => {
    const page = await people.open(persona);
    await page.locator("nav a[href]").first().waitFor();
    const cases = await casesOf(page);
    const replies = cases.filter(({ can }) => can.includes("draft_reply")).map(({ path }) => `${path}/reply`);
    const found: string[] = [];
    const paths = [...(await menuOf(page)), ...further, ...cases.map(({ path }) => path), ...replies];
    for (const path of paths.filter((one) => !walked.has(one))) {
      walked.add(path);
      await opened(page, path);
      const { unreached, unmarked, trapped } = await walk(page, "#page");
      found.push(...unreached.map((one) => `${path} cannot be reached: ${one}`));
      found.push(...unmarked.map((one) => `${path} shows no focus on: ${one}`), ...(trapped ? [`${path} is a trap`] : []));
    }
    for (const { path, can } of cases) found.push(...(await faultsOfWindows(page, path, can)));
    expect(found).toEqual([]);
  });

/** Verbs whose form is a page, or a paper. */
const elsewhere = ["revise", "draft_reply", "merge", "issue_paper"];

/** Opens the form of each verb, walks it, leaves it by Escape, and looks where that leads. */
async function faultsOfWindows(page: Page, path: string, can: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  await opened(page, path);
  for (const verb of can.filter((one) => !elsewhere.includes(one) && !walked.has(one))) {
    walked.add(verb);
    const direct = await page.locator(`button[data-verb="${verb}"]`).isVisible();
    await page.locator(direct ? `button[data-verb="${verb}"]` : "[data-more]").focus();
    await page.keyboard.press("Enter");
    if (!direct) {
      await page.locator(".ant-dropdown [role=menuitem]:focus").waitFor();
      await moveTo(page, `[role=menuitem]:has([data-verb="${verb}"])`, "ArrowDown");
      await page.keyboard.press("Enter");
    }
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await page.waitForFunction(() => document.activeElement?.closest("[role=dialog]"));
    const { unreached, unmarked } = await walk(page, "[role=dialog]");
    found.push(...[...unreached, ...unmarked].map((one) => `${path} ${verb}: ${one}`));
    // A list of choices that the walk has opened takes the first Escape, the window the next.
    await page.keyboard.press("Escape");
    await page.waitForTimeout(400);
    if (await dialog.isVisible()) await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement !== document.body);
    const back = await focused(page);
    if (!back.includes(direct ? `data-verb="${verb}"` : "data-more")) found.push(`${path} ${verb} leads back to ${back}`);
  }
  return found;
}

test("the walk sees what nobody can reach, and what hides its focus", async () => {
  const page = await people.open("deputy");
  await opened(page, "/opinions");
  await page.evaluate(() => {
    const planted = document.createElement("section");
    planted.innerHTML = `<button tabindex="-1">Nobody comes here</button><button style="outline: none">Nobody sees this</button>`;
    document.querySelector("#page")?.append(planted);
  });
  const { unreached, unmarked, stops } = await walk(page, "#page");
  expect(stops).toBeGreaterThan(10);
  expect(unreached.join()).toContain("Nobody comes here");
  expect(unmarked.join()).toContain("Nobody sees this");
});

test("past the menu in one step; menus and small windows open, walk and close by key", async () => {
  const page = await people.open("office");
  await opened(page, "/suggestions?overdue=true");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toContain("skip-link");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("page");
  expect(page.url()).toMatch(/\/suggestions\?overdue=true$/);

  await enter(page, "[data-columns]");
  await moveTo(page, ".ant-popover .ant-checkbox-input:not(:disabled)");
  await page.keyboard.press("Escape");
  await page.locator("[data-columns]:focus").waitFor();

  await page.locator(".head button").last().focus();
  await page.keyboard.press("Enter");
  await page.locator("[role=menuitem]:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/profile");

  await page.locator("nav [role=menu]").focus();
  await moveTo(page, '[role=menuitem]:has(a[href="/opinions"])', "ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/opinions");
  await moveTo(page, "tbody a");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/opinions\/[0-9a-f-]{36}$/);
});

test("the office accepts a suggestion and assigns it without touching the mouse", async () => {
  const title = "关于完善农村路灯管护的建议";
  const deputy = (await people.open("deputy")).request;
  const { mandates } = await (await deputy.get("/api/me")).json();
  const draft = await (await deputy.post("/api/suggestions", { data: { ...paper, title, mandateId: mandates[0].id } })).json();
  expect((await deputy.post(`/api/suggestions/${draft.id}/submissions`, { data: {} })).status()).toBe(201);

  const office = await people.open("office");
  await opened(office, "/suggestions/review");
  for (let next = 0; next < 40 && !(await office.getByRole("heading", { name: title }).isVisible()); next++) {
    await office.keyboard.press("j");
    await office.waitForTimeout(100);
  }
  await office.keyboard.press("a");
  await enter(office, "[data-confirm]");
  await office.getByRole("dialog").waitFor({ state: "detached" });

  await opened(office, "/suggestions/assignment");
  await moveTo(office, `[data-case="${draft.id}"] input[type=checkbox]`);
  await office.keyboard.press("Space");
  await moveTo(office, "button[data-verb=assign]", "Shift+Tab");
  await office.keyboard.press("Enter");
  await enter(office, "[data-confirm]");
  await office.getByText("已交办 1 件，未成功 0 件").waitFor();
  await enter(office, "[data-close]");
  const after = await (await office.request.get(`/api/suggestions/${draft.id}`)).json();
  expect(after.status).not.toBe("accepted");
});

test("a deputy appraises in three steps by keyboard", async () => {
  const deputy = await people.open("peer_deputy");
  await opened(deputy, "/desk");
  await enter(deputy, '#page a[href*="/opinions/"]:not([href$="/new"])');
  await deputy.locator("button[data-verb=appraise]").waitFor();
  await enter(deputy, "button[data-verb=appraise]");
  await moveTo(deputy, "[role=dialog] input[type=radio]");
  await deputy.keyboard.press("Space");
  await enter(deputy, "[data-confirm]");
  await deputy.locator(".page-head").getByText("已办结").waitFor();
});
