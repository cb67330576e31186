import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { asked } from "../../../portal/finder.ts";
import { page } from "../../../portal/frame.ts";
import { chosen, nothing, pager } from "../../../portal/pieces.ts";
import type { Statutes } from "../../calendar/index.ts";
import { publicTowns, publicVillages } from "../../identity/index.ts";
import { stationKinds } from "../rule-definitions.ts";
import { type Point, publicStations, type StationLine } from "../server/public-stations.ts";
import { moment } from "./moments.ts";

/** Open stations: by town, those of one's own village first, or the nearest to where one stands. */
export const stationsPage = (statutes: Statutes, near: string): PublicPage => ({
  method: "get",
  path: "/portal/stations",
  async handle(call) {
    const { db, district, words, now } = call;
    const today = dateIn(now);
    const [at, town, village] = [pointAsked(call), asked(call, "town"), asked(call, "village")];
    const [towns, villages] = [await publicTowns(db, district), await publicVillages(db, district)];
    const kinds = new Map((await statutes.of(db, district)).rule(stationKinds, today).value.map(({ code, name }) => [code, name]));
    const limit = at || village ? 20 : 30;
    const found = await publicStations(db, district, today, { at, town, village, cursor: asked(call, "cursor", 2000), limit });
    const title = words("portal.stations.title");
    return page(call, {
      title,
      // Where somebody is belongs to nobody on the way.
      confidential: at !== undefined,
      script: near,
      body: html`<h1>${title}</h1>
<p>${words("portal.stations.lead")}</p>
<div class="box"><form method="get">
${chosen(call, {
  ...{
    name: "village",
    label: words("portal.stations.village"),
    value: village,
    none: words("portal.stations.choose"),
    optional: true,
    plain: true,
  },
  choices: villages.map(({ code, name, townName }) => ({ value: code, label: name, group: townName })),
})}<p class="pages"><button type="submit">${words("portal.stations.find")}</button>
<button type="button" class="plain" id="near" hidden>${words("portal.stations.near")}</button></p></form>
<p class="note warn" id="near-failed" role="alert" hidden>${words("portal.stations.near_failed")}</p></div>
<nav class="tabs" aria-label="${words("portal.stations.by_town")}"><ul>${towns.map(({ code, name }) => html`<li><a href="/portal/stations?town=${code}"${code === town ? html` aria-current="page"` : ""}>${name}</a></li>`)}</ul></nav>
${at ? html`<h2>${words("portal.stations.nearest")}</h2>` : ""}
${found.items.length === 0 ? nothing(words("portal.stations.none")) : html`<ul class="list">${found.items.map((one) => line(call, one, kinds))}</ul>`}
${pager(call, found.next)}`,
    });
  },
});

function pointAsked(call: PageCall): Point | undefined {
  const [, north = "", east = ""] = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?)$/.exec(asked(call, "at")) ?? [];
  const point = { latitude: Number(north), longitude: Number(east) };
  return north !== "" && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : undefined;
}

const line = (call: PageCall, one: StationLine, kinds: ReadonlyMap<string, string>): Piece => {
  const { words } = call;
  return html`<li><p class="item"><a href="/portal/stations/${one.code}">${one.name}</a></p>
<div class="small"><span class="tag">${kinds.get(one.kind) ?? one.kind}</span> <span class="soft">${[one.townName, one.address].filter(Boolean).join(" · ")}</span>${
    one.distance === null ? "" : html` <strong>${distanceIn(call, one.distance)}</strong>`
  }</div>${one.nextAt ? html`<div class="small">${words("portal.stations.next")} ${moment(call, one.nextAt)}</div>` : ""}</li>`;
};

const distanceIn = ({ words }: PageCall, metres: number): string =>
  metres < 950
    ? words("portal.stations.metres", { distance: Math.max(50, Math.round(metres / 50) * 50) })
    : words("portal.stations.kilometres", { distance: (metres / 1000).toFixed(1) });
