import type { Words } from "../../../platform/i18n/words.ts";
import type { Appointment } from "../calendar.ts";
import { plain } from "../xml.ts";
import type { Links } from "./links.ts";
import type { PublicReception } from "./public-receptions.ts";

/** A reception as an appointment. Its identifier stays whatever happens to it, and its sequence rises with each change. */
export function appointmentOf(of: PublicReception, words: Words, links: Links): Appointment {
  const where = of.place === null ? of.address : of.place;
  const deputies = of.deputies.length === 0 ? null : words("interfaces.calendar.deputies", { names: of.deputies.join("、") });
  const theme = of.theme === null ? null : words("interfaces.calendar.theme", { theme: of.theme });
  const { longitude, latitude } = of;
  return {
    ...{ uid: `${of.id}@reception.lianxin`, sequence: of.revisions, startsAt: of.startsAt, endsAt: of.endsAt, changedAt: of.changedAt },
    summary: plain(words("interfaces.calendar.summary", { station: of.stationName })),
    description: plain([words(`interfaces.reception.${of.status}`), deputies, theme].filter((line) => line !== null).join("\n")),
    location: plain(`${of.stationName} ${where}`),
    point: longitude === null || latitude === null ? null : { longitude, latitude },
    ...{ url: links.station(of.stationCode), cancelled: of.status === "cancelled" },
  };
}
