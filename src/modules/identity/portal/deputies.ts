import { html } from "hono/html";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { page } from "../../../portal/frame.ts";
import { chosen, nothing, pager, typed } from "../../../portal/pieces.ts";
import { publicTowns } from "../server/public-areas.ts";
import { type DeputyLine, deputyCounts, publicDeputies } from "../server/public-deputies.ts";
import { congressLevels } from "../terms.ts";

/** Deputies in force, found by name, level, and where they come from. */
export const deputiesPage: PublicPage = {
  method: "get",
  path: "/portal/deputies",
  async handle(call) {
    const { db, district, words, url } = call;
    const asked = (name: string) => url.searchParams.get(name)?.trim() ?? "";
    const level = congressLevels.find((one) => one === asked("level"));
    const [search, town] = [asked("search").slice(0, 60), asked("town").slice(0, 20)];
    const found = await publicDeputies(db, district, {
      search: search || undefined,
      level,
      town: town || undefined,
      cursor: asked("cursor") || undefined,
      limit: 50,
    });
    const [towns, counts] = [await publicTowns(db, district), await deputyCounts(db, district)];
    const title = words("portal.deputies.title");
    const form = html`<form method="get" class="box" role="search"><div class="row">
${typed(call, { name: "search", type: "search", label: words("portal.deputies.search"), value: search, optional: true, plain: true })}
${chosen(call, {
  ...{ name: "town", label: words("portal.deputies.town"), value: town, none: words("portal.all"), optional: true, plain: true },
  choices: towns.map(({ code, name }) => ({ value: code, label: name })),
})}
${chosen(call, {
  ...{ name: "level", label: words("portal.deputies.level"), value: level ?? "", none: words("portal.all"), optional: true, plain: true },
  choices: congressLevels
    .filter((one) => counts.some((count) => count.level === one))
    .map((one) => ({ value: one, label: words(`identity.congress.level.${one}`) })),
})}
<button>${words("portal.find")}</button></div></form>`;
    return page(call, {
      title,
      body: html`<h1>${title}</h1>
<p>${words("portal.deputies.lead", { count: counts.reduce((sum, { count }) => sum + count, 0) })}</p>
${form}
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
