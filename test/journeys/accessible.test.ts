import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { visitors } from "../support/visit.ts";

const people = visitors();

/** Pages by whose they are; a page that a menu offers is found by itself. */
const furtherPages: Readonly<Record<string, readonly string[]>> = {
  deputy: ["/suggestions/new", "/opinions/new", "/activity-plans/new", "/profile", "/notices", "/notice-choices"],
  office: ["/desk?tab=others", "/desk?tab=done", "/statistics?tab=suggestions", "/statistics?tab=opinions"],
  unit_clerk: [],
  administrator: [],
};

async function menuOf(page: Page): Promise<string[]> {
  await page.locator("nav a[href]").first().waitFor();
  const links = await page.locator("nav a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return [...new Set(links)];
}

/** What axe finds serious on the page as it stands, each with where. */
async function faults(page: Page): Promise<string[]> {
  const found = await violations(page, ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]);
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target.join(" ")} (${any[0]?.message})`));
}

/** A page that was looked at for one is not looked at again for another. */
const looked = new Set<string>();

for (const [persona, further] of Object.entries(furtherPages))
  test(`${persona} meets no page that axe finds seriously at fault`, async () => {
    const found: string[] = [];
    const desk = await people.open(persona, 1440);
    const cases = await desk.request.get("/api/suggestions?limit=3");
    const { items } = (await cases.json()) as { items: { id: string }[] };
    const atWork = (await (await desk.request.get("/api/suggestions?status=handling&limit=1")).json()) as { items: { id: string }[] };
    const planned = (await (await desk.request.get("/api/activity-plans?limit=1&mine=true")).json()) as { items: { id: string }[] };
    const plans = planned.items.map(({ id }) => `/activity-plans/${id}`);
    const replies = persona === "unit_clerk" ? atWork.items.map(({ id }) => `/suggestions/${id}/reply`) : [];
    const merging = persona === "office" ? items.slice(0, 1).map(({ id }) => `/suggestions/${id}/merging`) : [];
    const paths = [...(await menuOf(desk)), ...further, ...items.map(({ id }) => `/suggestions/${id}`), ...replies, ...merging, ...plans];
    expect(paths.length).toBeGreaterThan(5);
    for (const width of persona === "deputy" ? [1440, 390] : [1440]) {
      const page = await people.open(persona, width);
      for (const path of paths) {
        if (looked.has(`${width} ${path}`)) continue;
        looked.add(`${width} ${path}`);
        await page.goto(path);
        await page.waitForLoadState("networkidle");
        for (const fault of await faults(page)) found.push(`${width} ${path} ${fault}`);
      }
    }
    expect(found).toEqual([]);
  }, 480_000);
