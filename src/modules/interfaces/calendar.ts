import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import ical, { ICalEventStatus } from "ical-generator";
import type { Instant } from "../../platform/clock/instant.ts";

dayjs.extend(utc);
dayjs.extend(timezone);

/** One appointment of a calendar that others subscribe to. */
export interface Appointment {
  /** The same for as long as the thing is remembered. */
  readonly uid: string;
  /** Rises with every change that those who mean to come must know of (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly changedAt: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly url: string;
  readonly cancelled: boolean;
}

const zone = "Asia/Shanghai";

/** China has kept one time zone without summer time since 1991-09-15. */
const zoneRules = [
  ...["BEGIN:VTIMEZONE", `TZID:${zone}`, "BEGIN:STANDARD", "DTSTART:19910915T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0800"],
  ...["TZNAME:CST", "END:STANDARD", "END:VTIMEZONE"],
].join("\r\n");

/** A calendar as iCalendar (RFC 5545), in China's time; programs look again after an hour. */
export function calendarText(name: string, appointments: readonly Appointment[]): string {
  const calendar = ical({
    name: oneLine(name).replaceAll(/[,;\\]/g, " "),
    prodId: { company: "lianxin", product: "lianxin", language: "ZH" },
    ttl: 3600,
    timezone: { name: null, generator: () => zoneRules },
  });
  for (const one of appointments)
    calendar.createEvent({
      ...{ id: one.uid, sequence: one.sequence, timezone: zone },
      // Moments that belong to the file go in UTC, those of people in their own time.
      ...{
        start: dayjs.utc(one.startsAt),
        end: dayjs.utc(one.endsAt),
        stamp: dayjs.utc(one.changedAt),
        lastModified: dayjs.utc(one.changedAt),
      },
      ...{ summary: oneLine(one.summary), description: one.description, url: one.url },
      location: one.point
        ? { title: oneLine(one.location), geo: { lat: one.point.latitude, lon: one.point.longitude } }
        : { title: oneLine(one.location) },
      status: one.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}

/** The library writes some lines as they come: a line's end in a name would begin a line of somebody's own. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();
