import { html } from "hono/html";
import { dateIn, yearIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { asked, finder, yearAsked } from "../../../portal/finder.ts";
import { page } from "../../../portal/frame.ts";
import { day, nothing, pager, tabs } from "../../../portal/pieces.ts";
import { publicTowns } from "../../identity/index.ts";
import { type PlanInBrief, publicPlans, publicPlanYears } from "../server/public-plans.ts";

/** Published plans by year, town and group. */
export const plansPage: PublicPage = {
  method: "get",
  path: "/portal/plans",
  async handle(call) {
    const { db, district, words } = call;
    const [towns, years] = [await publicTowns(db, district), await publicPlanYears(db, district)];
    const found = await publicPlans(db, district, {
      search: asked(call, "search"),
      town: asked(call, "town"),
      year: yearAsked(call),
      cursor: asked(call, "cursor", 2000),
      limit: 30,
    });
    const title = words("portal.plans.title");
    return page(call, {
      title,
      body: html`<h1>${title}</h1>
${tabs(call, "/portal/deputies")}
<p>${words("portal.plans.lead")}</p>
${finder(call, words("portal.plans.search"), [
  {
    name: "year",
    label: words("portal.plans.year"),
    choices: years.map(({ year }) => ({ value: String(year), label: words("portal.plans.of_year", { year }) })),
  },
  { name: "town", label: words("portal.plans.town"), choices: towns.map(({ code, name }) => ({ value: code, label: name })) },
])}
${found.items.length === 0 ? nothing(words("portal.plans.none")) : byYear(call, found.items)}
${pager(call, found.next)}
${years.length > 0 ? html`<p class="soft small">${words("portal.plans.sheet")} ${years.slice(0, 3).map(({ year }) => html`<a href="/open-data/activity-plans.csv?year=${year}">${words("portal.plans.of_year", { year })}</a> `)}</p>` : ""}`,
    });
  },
};

/** A heading for each year and town, its groups beneath. */
function byYear(call: PageCall, lines: readonly PlanInBrief[]): Piece[] {
  const { words } = call;
  return [...Map.groupBy(lines, ({ year }) => year)].map(
    ([year, some]) => html`<h2>${words("portal.plans.of_year", { year })}</h2>
${[...Map.groupBy(some, ({ townName }) => townName ?? words("portal.plans.by_field"))].map(
  ([town, groups]) => html`<h3>${town}</h3>
<ul class="list">${groups.map((one) => line(call, one))}</ul>`,
)}`,
  );
}

const line = (call: PageCall, { id, groupName, items, publishedAt }: PlanInBrief): Piece =>
  html`<li><p class="item"><a href="/portal/plans/${id}">${groupName}</a></p>
<div class="soft small">${call.words("portal.plans.count", { count: items })} · ${call.words("portal.plans.published")} ${day(call, publishedAt)}</div></li>`;

/** How much the groups have planned this year, with the way to it; nothing before a plan is public. */
export async function homePlans(call: PageCall): Promise<Piece> {
  const { db, district, words, now } = call;
  const thisYear = yearIn(dateIn(now));
  const found = (await publicPlanYears(db, district)).find(({ year }) => year <= thisYear);
  if (!found) return html``;
  const { year, plans, items } = found;
  return html`<h2>${words("portal.plans.title")}</h2>
<p>${words("portal.plans.home", { year, plans, items })} <a href="/portal/plans?year=${year}">${words("portal.plans.home_way")}</a></p>`;
}
