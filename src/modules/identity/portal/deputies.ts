import { html } from "hono/html";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { asked, finder } from "../../../portal/finder.ts";
import { page } from "../../../portal/frame.ts";
import { nothing, pager, tabs } from "../../../portal/pieces.ts";
import { publicTowns } from "../server/public-areas.ts";
import { type DeputyLine, deputyCounts, publicDeputies } from "../server/public-deputies.ts";
import { congressLevels } from "../terms.ts";

/** Deputies in force, found by name, level, and where they come from. */
export const deputiesPage: PublicPage = {
  method: "get",
  path: "/portal/deputies",
  async handle(call) {
    const { db, district, words } = call;
    const level = congressLevels.find((one) => one === asked(call, "level"));
    const found = await publicDeputies(db, district, {
      search: asked(call, "search"),
      level,
      town: asked(call, "town"),
      cursor: asked(call, "cursor", 2000),
      limit: 50,
    });
    const [towns, counts] = [await publicTowns(db, district), await deputyCounts(db, district)];
    const levels = congressLevels.filter((one) => counts.some((count) => count.level === one));
    const title = words("portal.deputies.title");
    return page(call, {
      title,
      body: html`<h1>${title}</h1>
${tabs(call, "/portal/deputies")}
<p>${words("portal.deputies.lead", { count: counts.reduce((sum, { count }) => sum + count, 0) })}</p>
${finder(call, words("portal.deputies.search"), [
  { name: "town", label: words("portal.deputies.town"), choices: towns.map(({ code, name }) => ({ value: code, label: name })) },
  {
    name: "level",
    label: words("portal.deputies.level"),
    choices: levels.map((one) => ({ value: one, label: words(`identity.congress.level.${one}`) })),
  },
])}
${found.items.length === 0 ? nothing(words("portal.deputies.none")) : byTown(call, found.items)}
${pager(call, found.next)}`,
    });
  },
};

/** A heading for each town, its deputies beneath. */
const byTown = ({ words }: PageCall, lines: readonly DeputyLine[]): Piece[] =>
  [...Map.groupBy(lines, ({ townName }) => townName ?? words("portal.deputies.no_town"))].map(
    ([town, some]) => html`<h2>${town}</h2>
<ul class="list">${some.map(
      (one) =>
        html`<li><a href="/portal/deputies/${one.code}"><strong>${one.name}</strong></a> <span class="tag">${words(`identity.congress.level.${one.level}`)}</span>
<div class="soft small">${one.electoralDistrict ?? one.congressName}</div></li>`,
    )}</ul>`,
  );
