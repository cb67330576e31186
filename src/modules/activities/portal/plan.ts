import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { notFound } from "../../../platform/refusal.ts";
import { page } from "../../../portal/frame.ts";
import { day } from "../../../portal/pieces.ts";
import type { Statutes } from "../../calendar/index.ts";
import { activityKinds } from "../rule-definitions.ts";
import { type ItemShown, type PlanShown, publicPlan } from "../server/public-plans.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One published plan: what the group does, when, and what each activity answers. */
export const planPage = (statutes: Statutes): PublicPage => ({
  method: "get",
  path: "/portal/plans/{id}",
  async handle(call) {
    const { db, district, words, params, now } = call;
    const id = params["id"] ?? "";
    const of = uuid.test(id) ? await publicPlan(db, district, id) : undefined;
    if (!of) return notFound;
    const kinds = new Map((await statutes.of(db, district)).rule(activityKinds, dateIn(now)).value.map(({ code, name }) => [code, name]));
    const title = words("portal.plans.plan_of", { group: of.groupName, year: of.year });
    return page(call, {
      title,
      body: html`<p><a href="/portal/plans?year=${of.year}">${words("portal.plans.back")}</a></p>
<h1>${title}</h1>
<p class="soft small">${said(call, of)}</p>
${of.aim ? html`<div class="box words">${of.aim}</div>` : ""}
<h2>${words("portal.plans.activities", { count: of.items.length })}</h2>
<ol class="list">${of.items.map((one) => activity(call, one, kinds))}</ol>`,
    });
  },
});

const said = (call: PageCall, { townName, edition, publishedAt }: PlanShown): Piece =>
  html`${townName ?? call.words("portal.plans.by_field")} · ${edition > 1 ? call.words("portal.plans.edition", { edition }) : call.words("portal.plans.published")} ${day(call, publishedAt)}`;

function activity(call: PageCall, one: ItemShown, kinds: ReadonlyMap<string, string>): Piece {
  const { words } = call;
  const people = one.deputies === null ? null : words("portal.plans.people", { count: one.deputies });
  return html`<li><p class="item"><strong>${months(call, one)}</strong> ${one.theme}</p>
<div>${words("portal.plans.tied", { to: [one.campaign, one.concern].filter(Boolean).join(words("portal.plans.and")) })}</div>
<div class="small"><span class="tag">${kinds.get(one.kind) ?? one.kind}</span> <span class="soft">${[one.place, people].filter(Boolean).join(" · ")}</span></div>
${one.remarks ? html`<div class="soft small">${one.remarks}</div>` : ""}</li>`;
}

/** 3月, or 3—5月. */
const months = ({ words }: PageCall, { fromMonth, toMonth }: ItemShown): string =>
  fromMonth === toMonth
    ? words(`portal.plans.month.${fromMonth}`)
    : words("portal.plans.months", { from: words(`portal.plans.month.${fromMonth}`), to: words(`portal.plans.month.${toMonth}`) });
