import { html } from "hono/html";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { asked } from "../../../portal/finder.ts";
import { page } from "../../../portal/frame.ts";
import { day, typed } from "../../../portal/pieces.ts";
import { asOfBy, type figuresKept, type Measured } from "../server/public-figures.ts";

type Figures = ReturnType<typeof figuresKept>;

/** The cut-off day that was asked for, if it is a day at all. */
export const cutAsked = (call: PageCall) => {
  const wanted = asked(call, "asOf");
  return { district: call.district, asOf: asOfBy(/^\d{4}-\d\d-\d\d$/.test(wanted) && isDay(wanted) ? wanted : undefined, call.now) };
};

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** Every published number with what it means. */
export const figuresPage = (figures: Figures): PublicPage => ({
  method: "get",
  path: "/portal/statistics",
  async handle(call) {
    const { db, words, now } = call;
    const cut = cutAsked(call);
    const all = await figures(db, cut, now);
    const title = words("portal.statistics.title");
    const groups = [...Map.groupBy(all, ({ key }) => key.slice(0, key.lastIndexOf(".")))];
    return page(call, {
      title,
      body: html`<h1>${title}</h1>
<p>${words("portal.statistics.lead")}</p>
<form method="get" class="box"><div class="row">${typed(call, { name: "asOf", type: "date", label: words("portal.statistics.as_of"), value: cut.asOf })}
<button type="submit">${words("portal.statistics.show")}</button></div></form>
${groups.map(
  ([key, some]) => html`<section><h2>${groupTitle(call, key, some)}</h2>
<ul class="list">${some.map((one) => figure(call, one, cut.asOf))}</ul></section>`,
)}`,
    });
  },
});

const groupTitle = ({ words }: PageCall, key: string, some: readonly Measured[]): string =>
  key === "opinions" ? words("portal.statistics.opinions") : words("portal.statistics.session", some[0]?.params);

const figure = (
  call: PageCall,
  one: Measured,
  asOf: string,
): Piece => html`<li><h3>${labelOf(call, one)}${call.words("portal.colon")}${amountOf(call, one)}</h3>
<div class="soft small">${call.words(`statistics.figure.${one.words}.definition`, one.params)}</div>
${one.denominator === null ? "" : html`<div class="small">${one.numerator} ÷ ${one.denominator}</div>`}
<div class="small"><a href="/portal/statistics/${one.key}?asOf=${asOf}">${call.words("portal.statistics.rows")}<span class="unseen"> ${labelOf(call, one)}</span></a></div></li>`;

export const labelOf = ({ words }: PageCall, one: Measured): string => words(`statistics.figure.${one.words}.label`, one.params);

/** A count, a percentage, or that there is nothing to count against. */
export function amountOf({ words }: PageCall, { value, denominator }: Measured): string {
  if (value === null) return words("portal.statistics.none");
  return denominator === null ? words("portal.statistics.pieces", { value: value.toLocaleString("en-US") }) : `${value.toFixed(2)}%`;
}

/** The main numbers on the first page. */
export const homeFigures =
  (figures: Figures) =>
  async (call: PageCall): Promise<Piece> => {
    const cut = { district: call.district, asOf: asOfBy(undefined, call.now) };
    const main = (await figures(call.db, cut, call.now)).filter(({ key }) => key.startsWith("opinions."));
    return html`<h2>${call.words("portal.statistics.home")}</h2>
<dl class="figures">${main.map((one) => html`<div><dt>${labelOf(call, one)}</dt><dd>${amountOf(call, one)}</dd></div>`)}</dl>
<p class="small"><span class="soft">${call.words("portal.statistics.until")} ${day(call, cut.asOf)}</span> · <a href="/portal/statistics">${call.words("portal.statistics.explained")}</a></p>`;
  };
