import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { notFound } from "../../../platform/refusal.ts";
import { onward, page } from "../../../portal/frame.ts";
import { facts, nothing } from "../../../portal/pieces.ts";
import type { Statutes } from "../../calendar/index.ts";
import { stationKinds } from "../rule-definitions.ts";
import { publicStation, type ReceptionShown, type StationShown } from "../server/public-station.ts";
import { weekdaySpans } from "../weekdays.ts";
import { hour, moment } from "./moments.ts";
import { postList } from "./posts.ts";

/** One station: where it is, when somebody is there, whom one meets, what it has published. */
export const stationPage = (statutes: Statutes): PublicPage => ({
  method: "get",
  path: "/portal/stations/{code}",
  async handle(call) {
    const { db, district, words, params, now } = call;
    const today = dateIn(now);
    const of = await publicStation(db, district, params["code"] ?? "", today);
    if (!of) return notFound;
    const kind = (await statutes.of(db, district)).rule(stationKinds, today).value.find(({ code }) => code === of.kind)?.name;
    return page(call, {
      title: of.name,
      body: html`<p><a href="/portal/stations${of.townCode ? `?town=${of.townCode}` : ""}">${words("portal.stations.back")}</a></p>
<h1>${of.name}</h1>
<p><a class="button" href="/portal/speak?station=${of.code}">${words("portal.stations.speak")}</a></p>
<div class="box">${basics(call, of, kind)}</div>
<h2>${words("portal.stations.receptions")}</h2>
${of.next.length === 0 ? nothing(words("portal.stations.no_receptions")) : html`<ul class="list">${of.next.map((one) => reception(call, one))}</ul>`}
<h2>${words("portal.stations.deputies")}</h2>
${of.deputies.length === 0 ? nothing(words("portal.stations.no_deputies")) : html`<ul class="list">${of.deputies.map(({ code, name, congressName }) => html`<li><a href="/portal/deputies/${code}"><strong>${name}</strong></a><div class="soft small">${congressName}</div></li>`)}</ul>`}
${of.posts.length > 0 ? html`<h2>${words("portal.stations.posts")}</h2>${postList(call, of.code, of.posts)}<p><a href="/portal/stations/${of.code}/posts">${words("portal.stations.all_posts")}</a></p>` : ""}
<h2>${words("portal.stations.year")}</h2>
<dl class="figures">${of.balance.map((one) => html`<div><dt>${words(`portal.stations.function.${one.function}`)}</dt><dd>${one.count}</dd></div>`)}</dl>
${of.about ? html`<h2>${words("portal.stations.about")}</h2><div class="box words">${of.about}</div>` : ""}`,
    });
  },
});

function basics(call: PageCall, of: StationShown, kind: string | undefined): Piece {
  const { words } = call;
  const named = (key: string) => words(`portal.stations.field.${key}`);
  const comma = words("portal.list_comma");
  const dayName = (one: number) => words(`portal.stations.weekdays.${one}`);
  const hours = of.hours.map(({ weekdays, from, to }) => {
    const days = weekdaySpans(weekdays).map(([first, last]) =>
      last ? words("portal.stations.weekday_span", { first: dayName(first), last: dayName(last) }) : dayName(first),
    );
    return html`<div>${days.join(comma)} ${from}–${to}</div>`;
  });
  const where =
    of.latitude && of.longitude
      ? html`${of.address} <a href="geo:${of.latitude},${of.longitude}">${words("portal.stations.map")}</a>`
      : of.address;
  return facts([
    [named("kind"), kind],
    [named("address"), where],
    [named("hours"), hours.length > 0 ? html`${hours}` : null],
    [named("phone"), of.phone && html`<a href="tel:${of.phone}">${of.phone}</a>`],
    [named("cover"), of.cover.join(comma)],
    [named("keeper"), of.keeper],
    [named("code"), of.code],
  ]);
}

const reception = (call: PageCall, { startsAt, endsAt, place, theme, deputies }: ReceptionShown): Piece =>
  html`<li><strong>${moment(call, startsAt)}–${hour(endsAt)}</strong>
<div>${deputies.join(call.words("portal.list_comma"))}</div>
${place || theme ? html`<div class="soft small">${[place, theme].filter(Boolean).join(" · ")}</div>` : ""}</li>`;

/** The address on the door leads to the page. */
export const shortStationPage: PublicPage = {
  method: "get",
  path: "/s/{code}",
  handle: async ({ db, district, params, now }) => {
    const found = await publicStation(db, district, params["code"] ?? "", dateIn(now));
    return found ? onward(`/portal/stations/${found.code}`) : notFound;
  },
};
