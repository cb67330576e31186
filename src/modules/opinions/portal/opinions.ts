import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { asked, finder, yearAsked, yearsFrom } from "../../../portal/finder.ts";
import { page } from "../../../portal/frame.ts";
import { day, nothing, pager, tabs } from "../../../portal/pieces.ts";
import type { Statutes } from "../../calendar/index.ts";
import { publicTowns } from "../../identity/index.ts";
import { categories } from "../../suggestions/index.ts";
import { firstYear, type OpinionShown, type PublicState, publicOpinions, publicStates } from "../server/public-opinions.ts";

const states = Object.keys(publicStates) as PublicState[];

/** Matters of the light track, found by words, field, town, year and how far they have come. */
export const opinionsPage = (statutes: Statutes): PublicPage => ({
  method: "get",
  path: "/portal/cases/opinions",
  async handle(call) {
    const { db, district, words, now } = call;
    const fields = (await statutes.of(db, district)).rule(categories, dateIn(now)).value;
    const thisYear = Number(dateIn(now).slice(0, 4));
    const [towns, first] = [await publicTowns(db, district), (await firstYear(db, district)) ?? thisYear];
    const found = await publicOpinions(db, district, {
      search: asked(call, "search"),
      category: asked(call, "category"),
      town: asked(call, "town"),
      year: yearAsked(call),
      state: states.find((one) => one === asked(call, "state")),
      cursor: asked(call, "cursor", 2000),
      limit: 20,
    });
    const title = words("portal.opinions.title");
    return page(call, {
      title,
      body: html`<h1>${title}</h1>
${tabs(call, "/portal/cases")}
<p>${words("portal.opinions.lead")}</p>
${finder(call, words("portal.opinions.search"), [
  { name: "town", label: words("portal.opinions.town"), choices: towns.map(({ code, name }) => ({ value: code, label: name })) },
  { name: "category", label: words("portal.opinions.category"), choices: fields.map(({ code, name }) => ({ value: code, label: name })) },
  {
    name: "state",
    label: words("portal.opinions.state"),
    choices: states.map((one) => ({ value: one, label: words(`portal.opinions.states.${one}`) })),
  },
  { name: "year", label: words("portal.opinions.year"), choices: yearsFrom(first, thisYear) },
])}
${found.items.length === 0 ? nothing(words("portal.opinions.none")) : list(call, found.items, new Map(fields.map(({ code, name }) => [code, name])))}
${pager(call, found.next)}`,
    });
  },
});

const list = (call: PageCall, lines: readonly OpinionShown[], fields: ReadonlyMap<string, string>): Piece =>
  html`<ul class="list">${lines.map(
    (one) => html`<li><p class="item"><a href="/portal/cases/opinions/${one.id}">${one.title}</a></p>
<div class="small"><span class="tag ${one.state === "closed" ? "done" : "now"}">${call.words(`portal.opinions.states.${one.state}`)}</span>
<span class="soft">${[one.label, fields.get(one.category), one.areaName].filter(Boolean).join(" · ")} · ${day(call, one.receivedOn)}</span></div></li>`,
  )}</ul>`;
