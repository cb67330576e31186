import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { notFound } from "../../../platform/refusal.ts";
import { asked } from "../../../portal/finder.ts";
import { page } from "../../../portal/frame.ts";
import { day, nothing, pager } from "../../../portal/pieces.ts";
import type { Statutes } from "../../calendar/index.ts";
import { categories } from "../../suggestions/index.ts";
import { figureBehind, type Measured } from "../server/public-figures.ts";
import { amountOf, cutAsked, labelOf } from "./figures.ts";

/** The rows behind one number, a page at a time, and all of them as a sheet. */
export const figurePage = (statutes: Statutes): PublicPage => ({
  method: "get",
  path: "/portal/statistics/{key}",
  async handle(call) {
    const { db, district, words, params, now } = call;
    const cut = cutAsked(call);
    const of = asked(call, "of") === "denominator" ? "denominator" : "numerator";
    const found = await figureBehind(db, cut, params["key"] ?? "", of, { limit: 50, cursor: asked(call, "cursor", 2000) });
    if (!found) return notFound;
    const { figure, page: rows } = found;
    const fields = new Map((await statutes.of(db, district)).rule(categories, dateIn(now)).value.map(({ code, name }) => [code, name]));
    const title = labelOf(call, figure);
    return page(call, {
      title,
      body: html`<p><a href="/portal/statistics?asOf=${cut.asOf}">${words("portal.statistics.back")}</a></p>
<h1>${title}</h1>
<dl class="figures"><div><dt>${words("portal.statistics.until")} ${day(call, cut.asOf)}</dt><dd>${amountOf(call, figure)}</dd></div></dl>
<p>${words(`statistics.figure.${figure.words}.definition`, figure.params)}</p>
${figure.denominator === null ? "" : sides(call, figure, of, cut.asOf)}
<p><a class="button plain" href="/api/exports/public/statistics/${figure.key}/rows?format=csv&amp;asOf=${cut.asOf}&amp;district=${district}&amp;of=${of}" download>${words("portal.statistics.csv")}</a></p>
${
  rows.items.length === 0
    ? nothing(words("portal.statistics.no_rows"))
    : html`<section class="scroll" tabindex="0" aria-label="${title}"><table><thead><tr>${(["label", "about", "place", "since", "until"] as const).map((key) => html`<th scope="col">${words(`statistics.page.${key}`)}</th>`)}</tr></thead><tbody>
${rows.items.map((row) => html`<tr><td>${row.label}</td><td>${fields.get(row.about) ?? row.about}</td><td>${row.place}</td><td>${day(call, row.since)}</td><td>${row.until ? day(call, row.until) : words("statistics.page.open")}</td></tr>`)}
</tbody></table></section>`
}
${pager(call, rows.next)}`,
    });
  },
});

/** A rate has two sides, each with rows of its own. */
const sides = ({ words }: PageCall, { key, numerator, denominator }: Measured, of: string, asOf: string): Piece =>
  html`<nav class="tabs" aria-label="${words("portal.statistics.sides")}"><ul>${(["numerator", "denominator"] as const).map(
    (side) =>
      html`<li><a href="/portal/statistics/${key}?asOf=${asOf}&amp;of=${side}"${side === of ? html` aria-current="page"` : ""}>${words(`statistics.page.${side}`)}${words("portal.colon")}${side === "numerator" ? numerator : denominator}</a></li>`,
  )}</ul></nav>`;
