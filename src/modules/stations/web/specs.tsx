import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import type { CollectionSpec, Field } from "../../../web/ui/collection.ts";
import type { Typed } from "../../../web/ui/collection-api.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { postKinds, posts, shifts, stationFunctions } from "../terms.ts";
import { mandate, person, station } from "./references.ts";

type Staff = Schemas["StationStaff"];
type Placement = Schemas["StationDeputy"];
type Event = Schemas["StationEvent"];
type Post = Schemas["StationPost"];
export type Roster = Schemas["Roster"];

const here: Field<"stationId"> = { name: "stationId", kind: "reference", of: station, wide: true, fixed: true };

export const staffSpec: CollectionSpec<Staff> = {
  ...{ path: "/api/station-staff", page: "/stations", words: "station_staff", keeper: "stations.keep" },
  columns: [
    { name: "personName", render: ({ personName }) => personName },
    { name: "post", width: 110 },
    { name: "personPhone", width: 140, render: ({ personPhone }) => personPhone ?? "—" },
    { name: "startsOn", width: 150 },
    { name: "endsOn", width: 150 },
  ],
  fields: [
    here,
    { name: "personId", kind: "reference", of: person },
    { name: "post", kind: "select", values: posts, words: "station_staff.post" },
    { name: "startsOn", kind: "date" },
    { name: "endsOn", kind: "date", optional: true },
  ],
  initial: (today) => ({ startsOn: today }),
};

export const placementSpec: CollectionSpec<Placement> = {
  ...{ path: "/api/station-deputies", page: "/stations", words: "station_deputy", keeper: "stations.keep" },
  columns: [
    { name: "personName", render: ({ personName }) => personName },
    { name: "congressName", render: ({ congressName }) => congressName },
    { name: "startsOn", width: 150 },
    { name: "endsOn", width: 150 },
  ],
  fields: [
    here,
    { name: "mandateId", kind: "reference", of: mandate, wide: true },
    { name: "startsOn", kind: "date" },
    { name: "endsOn", kind: "date", optional: true },
  ],
  initial: (today) => ({ startsOn: today }),
};

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const isMonthDay = ({ every }: Typed): boolean => every === "month_day";
const isNth = ({ every }: Typed): boolean => every === "month_weekday";
const hasWeekday = ({ every }: Typed): boolean => every === "month_weekday" || every === "week";
const clock: Pick<Extract<Field, { kind: "text" }>, "kind" | "max"> & { suggestions: readonly string[] } = {
  kind: "text",
  max: 5,
  suggestions: ["08:30", "09:00", "10:00", "11:00", "11:30", "14:30", "15:00", "16:00", "17:00", "17:30"],
};

export const rosterSpec: CollectionSpec<Roster> = {
  ...{ path: "/api/rosters", page: "/stations", words: "roster", keeper: "stations.keep" },
  columns: [
    { name: "name" },
    { name: "every", render: (roster) => <Pattern of={roster} /> },
    { name: "fromTime", width: 130, render: ({ fromTime, toTime }) => `${fromTime}—${toTime}` },
    { name: "deputies", width: 120 },
    { name: "shift", minor: true },
  ],
  fields: [
    here,
    { name: "name", kind: "text", max: 40, wide: true },
    { name: "every", kind: "select", values: ["month_day", "month_weekday", "week"], words: "roster.every" },
    { name: "day", kind: "number", min: 1, max: 31, when: isMonthDay },
    { name: "nth", kind: "number", min: 1, max: 5, when: isNth },
    { name: "weekday", kind: "choice_number", values: [1, 2, 3, 4, 5, 6, 7], words: "reception.poster.weekday", when: hasWeekday },
    { name: "months", kind: "several", values: months, words: "roster.month", optional: true, wide: true },
    { name: "fromTime", ...clock },
    { name: "toTime", ...clock },
    { name: "deputies", kind: "number", min: 1, max: 20 },
    { name: "shift", kind: "select", values: shifts, words: "roster.shift" },
    { name: "theme", kind: "text", max: 60, optional: true, wide: true },
    { name: "inForceFrom", kind: "date" },
    { name: "inForceUntil", kind: "date", optional: true },
  ],
  initial: (today) => ({
    ...{ every: "month_day", months: [], fromTime: "09:00", toTime: "11:00", deputies: 2, shift: "next_working_day", inForceFrom: today },
  }),
};

/** On which days a roster has a reception, in a few words. */
function Pattern({ of }: { of: Roster }) {
  const { t } = useTranslation();
  const weekday = of.weekday ? t(`reception.poster.weekday.${of.weekday}`) : "";
  const days = t(`roster.pattern.${of.every}`, { day: of.day, nth: of.nth, weekday });
  return of.months.length === 0 ? days : `${t("roster.pattern.months", { months: of.months.join("、") })}${days}`;
}

export const eventSpec = (stationId: string): CollectionSpec<Event> => ({
  ...{ path: "/api/station-events", page: "/stations", words: "station_event", keeper: "stations.keep" },
  columns: [
    { name: "title", render: (event) => (event.withdrawnOn ? <del>{event.title}</del> : event.title) },
    { name: "function", width: 110 },
    { name: "heldOn", width: 150 },
    { name: "people", width: 110 },
    { name: "photos", width: 140, render: (event) => <Photos of={event} /> },
  ],
  fields: [
    here,
    { name: "title", kind: "text", max: 80, wide: true },
    { name: "function", kind: "select", values: stationFunctions, words: "station_event.function" },
    { name: "heldOn", kind: "date" },
    { name: "people", kind: "number", min: 0, max: 100_000 },
    { name: "place", kind: "text", max: 80, optional: true },
    { name: "mandates", kind: "references", of: mandate, optional: true, wide: true },
    { name: "summary", kind: "lines", max: 3000, optional: true, wide: true },
    { name: "photos", kind: "photos", home: (id) => `/api/stations/${stationId}/photos/${id}`, optional: true, wide: true },
    { name: "withdrawnOn", kind: "date", optional: true },
    { name: "withdrawalReason", kind: "text", max: 200, optional: true },
  ],
  initial: (today) => ({ heldOn: today, mandates: [], photos: [] }),
});

function Photos({ of: { stationId, title, photos } }: { of: Event }) {
  if (photos.length === 0) return <span className="muted">—</span>;
  return photos.slice(0, 3).map((id) => (
    <a key={id} href={`/api/stations/${stationId}/photos/${id}`} target="_blank" rel="noreferrer">
      <img src={`/api/stations/${stationId}/photos/${id}?size=small`} alt={title} width={36} height={36} className="thumb" loading="lazy" />
    </a>
  ));
}

export const postSpec: CollectionSpec<Post> = {
  ...{ path: "/api/station-posts", page: "/stations", words: "station_post", keeper: "stations.keep" },
  columns: [
    { name: "title", render: (post) => <PostText of={post} /> },
    { name: "kind", width: 120 },
    { name: "publishedOn", width: 150 },
    { name: "deputyName", width: 110, minor: true, render: ({ deputyName }) => deputyName ?? "—" },
  ],
  fields: [
    here,
    { name: "kind", kind: "select", values: postKinds, words: "station_post.kind" },
    { name: "title", kind: "text", max: 80, wide: true },
    { name: "body", kind: "lines", max: 20_000, wide: true },
    { name: "mandateId", kind: "reference", of: mandate, optional: true },
    { name: "publishedOn", kind: "date" },
    { name: "withdrawnOn", kind: "date", optional: true },
  ],
  initial: (today) => ({ publishedOn: today }),
};

function PostText({ of: { title, body, withdrawnOn } }: { of: Post }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>
        {withdrawnOn ? <del>{title}</del> : title}
        {withdrawnOn ? <span className="muted"> {t("station.withdrawn", { on: dateText(withdrawnOn) })}</span> : null}
      </summary>
      <div className="prose">{body}</div>
    </details>
  );
}
