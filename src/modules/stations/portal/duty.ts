import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { Duty } from "../../identity/index.ts";
import { deputyAtStations } from "../server/public-station.ts";
import { moment } from "./moments.ts";

/** Where and when a deputy is to be met. */
export const dutyOfStations: Duty = async (call, mandateId) => {
  const { db, district, words, now } = call;
  const { stations, received, next } = await deputyAtStations(db, district, mandateId, dateIn(now));
  if (stations.length === 0 && received === 0) return html``;
  return html`<h2>${words("portal.duty.stations")}</h2>
<ul class="list">${stations.map(({ code, name }) => html`<li><a href="/portal/stations/${code}">${name}</a></li>`)}
${next.map(({ startsAt, name }) => html`<li>${words("portal.stations.next")} ${moment(call, startsAt)} ${name}</li>`)}
<li>${words("portal.duty.received", { count: received })}</li></ul>`;
};
