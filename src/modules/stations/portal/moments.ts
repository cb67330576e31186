import { html } from "hono/html";
import { type DateISO, dateIn, type Instant, weekday } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece } from "../../../platform/http/page.ts";
import { day } from "../../../portal/pieces.ts";

/** The hour of a moment where the house is: `09:00`. */
export const hour = (at: Instant): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);

/** A day with the name it has in the week: 2023年10月16日（星期一） 09:00. */
export const moment = (call: PageCall, at: Instant): Piece => html`${dayNamed(call, dateIn(at))} ${hour(at)}`;

export const dayNamed = (call: PageCall, on: DateISO): Piece =>
  html`${day(call, on)}${call.words("portal.stations.weekday", { day: call.words(`portal.stations.weekdays.${weekday(on) || 7}`) })}`;
