import { html } from "hono/html";
import { dateIn, daysBetween } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { notFound } from "../../../platform/refusal.ts";
import { page } from "../../../portal/frame.ts";
import { day, facts } from "../../../portal/pieces.ts";
import type { Statutes } from "../../calendar/index.ts";
import { categories } from "../../suggestions/index.ts";
import { type OpinionTold, publicOpinion } from "../server/public-opinions.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One matter: where, who handles it, what was done, what it cost and how long it took. */
export const opinionPage = (statutes: Statutes): PublicPage => ({
  method: "get",
  path: "/portal/cases/opinions/{id}",
  async handle(call) {
    const { db, district, words, params, now } = call;
    const id = params["id"] ?? "";
    const of = uuid.test(id) ? await publicOpinion(db, district, id) : undefined;
    if (!of) return notFound;
    const field = (await statutes.of(db, district)).rule(categories, dateIn(now)).value.find(({ code }) => code === of.category)?.name;
    return page(call, {
      title: of.title,
      body: html`<p><a href="/portal/cases/opinions">${words("portal.opinions.back")}</a></p>
<h1>${of.title}</h1>
<p><span class="tag ${of.state === "closed" ? "done" : "now"}">${words(`portal.opinions.states.${of.state}`)}</span></p>
<div class="box">${basics(call, of, field)}</div>
${of.suggestionId ? html`<p class="note"><a href="/portal/cases/suggestions/${of.suggestionId}">${words("portal.opinions.became")}</a></p>` : ""}
${of.result ? answer(call, of, of.result) : html`<p class="note">${words(`portal.opinions.waiting.${of.state}`)}</p>`}`,
    });
  },
});

function basics(call: PageCall, of: OpinionTold, field: string | undefined): Piece {
  const named = (key: string) => call.words(`portal.opinions.field.${key}`);
  return facts([
    [named("label"), of.label],
    [named("category"), field],
    [named("area"), of.areaName],
    [named("received"), day(call, of.receivedOn)],
    [named("unit"), of.unit],
  ]);
}

function answer(call: PageCall, { receivedOn }: OpinionTold, result: NonNullable<OpinionTold["result"]>): Piece {
  const { words } = call;
  const named = (key: string) => words(`portal.opinions.field.${key}`);
  const some = (count: number, unit: string) => (count > 0 ? words(`portal.opinions.${unit}`, { count }) : null);
  return html`<h2>${words("portal.opinions.answer")}</h2>
<div class="box"><p class="soft small">${day(call, result.answeredOn)} · ${words(result.solved ? "portal.opinions.solved" : "portal.opinions.not_solved")}</p>
<div class="words">${result.answer}</div></div>
<div class="box">${facts([
    [named("days"), words("portal.opinions.days", { count: daysBetween(receivedOn, result.answeredOn) })],
    [named("cost"), result.cost > 0 ? words("portal.opinions.yuan", { amount: result.cost.toLocaleString("en-US") }) : null],
    [named("households"), some(result.households, "households")],
    [named("people"), some(result.people, "people")],
  ])}</div>`;
}
