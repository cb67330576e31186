import { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { attach } from "../../../platform/files/attachments.ts";
import { type Collection, collection } from "../../../platform/http/collection.ts";
import { forbidden, invalid, isRefusal, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import { isStationSide, keeps } from "../access.ts";
import { EventFields, PlacementFields, PostFields, RosterFields, StaffFields } from "../fields.ts";
import { keepersOf } from "./sides.ts";

const shared = { tag: "stations", look: "signed-in", keep: "scope:stations", search: [], filters: ["stationId"] } as const;

/** A name read beside a column, such as that of the person that the column names. */
const named = (reads: Readonly<Record<string, RawBuilder<unknown>>>) => ({
  fields: z.object(Object.fromEntries(Object.keys(reads).map((name) => [name, z.string().nullable()]))),
  read: reads,
});

const nameOfDeputy = (mandate: RawBuilder<unknown>, table: string) =>
  sql`(select p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
    where m.district = ${sql.table(table)}.district and m.id = ${mandate})`;
const stationName = (table: string) =>
  sql`(select s.name from station s where s.district = ${sql.table(table)}.district and s.id = ${sql.table(table)}.station_id)`;

/** Only whoever is on a station's side changes what belongs to it; before and after, for a thing that moves. */
async function refuseStrangers(
  tx: Tx,
  actor: Actor,
  table: string,
  { stationId, id, now, keepersOnly = false }: { stationId: string; id: string | undefined; now: Instant; keepersOnly?: boolean },
): Promise<Refusal | undefined> {
  for (const station of new Set([stationId, await stationBefore(tx, actor.district, table, id)])) {
    if (station === undefined) continue;
    const kept = await keepersOf(tx, actor.district, station, dateIn(now));
    if (!kept) return invalid({ field: "stationId", code: "field.no_such_thing" });
    const may = keepersOnly
      ? isStationSide(actor, { ...kept, staff: [] }) || keeps(actor, kept.organisationId)
      : isStationSide(actor, kept);
    if (!may) return forbidden;
  }
  return undefined;
}

async function stationBefore(db: Db, district: string, table: string, id: string | undefined): Promise<string | undefined> {
  if (!id) return undefined;
  const found = await sql<{ stationId: string }>`
    select station_id from ${sql.table(table)} where district = ${district} and id = ${id}`.execute(db);
  return found.rows[0]?.stationId;
}

const late = (field: string, from: string, to: string | null): Refusal | undefined =>
  to !== null && to < from ? invalid({ field, code: "field.before_start", params: { start: from } }) : undefined;

const staff: Collection<Actor, typeof StaffFields> = {
  ...shared,
  ...{ name: "station_staff", path: "/api/station-staff", words: "station_staff", fields: StaffFields, order: "startsOn" },
  keep: "duty:stations.keep",
  filters: ["stationId", "personId", "post"],
  references: { stationId: "station", personId: "person" },
  shown: named({
    personName: sql`(select p.name from person p where p.district = station_staff.district and p.id = station_staff.person_id)`,
    personPhone: sql`(select p.phone from person p where p.district = station_staff.district and p.id = station_staff.person_id)`,
    stationName: stationName("station_staff"),
  }),
  check: async (tx, actor, { stationId, startsOn, endsOn }, id, now) =>
    (await refuseStrangers(tx, actor, "station_staff", { stationId, id, now, keepersOnly: true })) ?? late("endsOn", startsOn, endsOn),
};

const placements: Collection<Actor, typeof PlacementFields> = {
  ...shared,
  ...{ name: "station_deputy", path: "/api/station-deputies", words: "station_deputy", fields: PlacementFields, order: "startsOn" },
  filters: ["stationId", "mandateId"],
  references: { stationId: "station" },
  shown: named({
    personName: nameOfDeputy(sql`station_deputy.mandate_id`, "station_deputy"),
    congressName: sql`(select c.name from mandate m join congress c on c.district = m.district and c.id = m.congress_id
      where m.district = station_deputy.district and m.id = station_deputy.mandate_id)`,
    level: sql`(select c.level from mandate m join congress c on c.district = m.district and c.id = m.congress_id
      where m.district = station_deputy.district and m.id = station_deputy.mandate_id)`,
    stationName: stationName("station_deputy"),
  }),
  check: async (tx, actor, { stationId, startsOn, endsOn }, id, now) =>
    (await refuseStrangers(tx, actor, "station_deputy", { stationId, id, now })) ?? late("endsOn", startsOn, endsOn),
};

/** What a pattern needs, and nothing else: the day for a day of the month, the weekday for the others. */
function patternFault({ every, day, nth, weekday }: z.output<typeof RosterFields>): Refusal | undefined {
  const wanted = { day: every === "month_day", nth: every === "month_weekday", weekday: every !== "month_day" };
  const given = { day, nth, weekday };
  const wrong = (["day", "nth", "weekday"] as const).find((name) => (given[name] !== null) !== wanted[name]);
  return wrong && invalid({ field: wrong, code: wanted[wrong] ? "field.required" : "roster.not_in_this_pattern" });
}

const rosters: Collection<Actor, typeof RosterFields> = {
  ...shared,
  ...{ name: "roster", path: "/api/rosters", words: "roster", fields: RosterFields, order: "inForceFrom" },
  references: { stationId: "station" },
  derive: ({ months }) => ({ months: JSON.stringify(months.toSorted((a, b) => a - b)) }),
  check: async (tx, actor, input, id, now) => {
    const { stationId, fromTime, toTime, inForceFrom, inForceUntil } = input;
    const refusal = await refuseStrangers(tx, actor, "roster", { stationId, id, now });
    if (refusal) return refusal;
    if (toTime <= fromTime) return invalid({ field: "toTime", code: "field.before_start", params: { start: fromTime } });
    return patternFault(input) ?? late("inForceUntil", inForceFrom, inForceUntil);
  },
};

const events: Collection<Actor, typeof EventFields> = {
  ...shared,
  ...{ name: "station_event", path: "/api/station-events", words: "station_event", fields: EventFields, order: "heldOn", descending: true },
  search: ["title"],
  filters: ["stationId", "function"],
  references: { stationId: "station" },
  shown: named({ stationName: stationName("station_event") }),
  derive: ({ mandates, photos }) => ({ mandates: JSON.stringify(mandates), photos: JSON.stringify(photos) }),
  check: async (tx, actor, { stationId, heldOn, mandates, photos, withdrawnOn, withdrawalReason }, id, now) => {
    const refusal = await refuseStrangers(tx, actor, "station_event", { stationId, id, now });
    if (refusal) return refusal;
    if (heldOn > dateIn(now)) return invalid({ field: "heldOn", code: "station_event.not_yet" });
    if ((withdrawnOn === null) !== (withdrawalReason === null))
      return invalid({ field: "withdrawalReason", code: "station_event.withdrawn_why" });
    const unknown = await unknownMandates(tx, actor.district, mandates);
    if (unknown) return unknown;
    const attached = await attach(tx, actor, { subjectType: "station", subjectId: stationId }, photos, now);
    return isRefusal(attached)
      ? { ...attached, fields: [{ field: "photos", code: "file.gone" }] }
      : late("withdrawnOn", heldOn, withdrawnOn);
  },
  tells: ({ version, ...event }, what) =>
    what === "added"
      ? {
          type: "station.event_held",
          data: { stationId: event["stationId"], function: event["function"], heldOn: event["heldOn"], mandates: event["mandates"] },
        }
      : { type: "station_event.changed", data: { version, withdrawn: event["withdrawnOn"] !== null } },
};

/** Refuses identifiers that are nobody's mandate. */
export async function unknownMandates(
  db: Db,
  district: string,
  mandates: readonly string[],
  field = "mandates",
): Promise<Refusal | undefined> {
  const found = await sql<{ count: number }>`
    select count(*) as count from mandate where district = ${district} and id = any(${[...mandates]}::uuid[])`.execute(db);
  return found.rows[0]?.count === new Set(mandates).size ? undefined : invalid({ field, code: "field.no_such_thing" });
}

const posts: Collection<Actor, typeof PostFields> = {
  ...shared,
  ...{
    name: "station_post",
    path: "/api/station-posts",
    words: "station_post",
    fields: PostFields,
    order: "publishedOn",
    descending: true,
  },
  search: ["title"],
  filters: ["stationId", "kind"],
  references: { stationId: "station" },
  shown: named({
    stationName: stationName("station_post"),
    deputyName: nameOfDeputy(sql`station_post.mandate_id`, "station_post"),
  }),
  check: async (tx, actor, { stationId, publishedOn, withdrawnOn }, id, now) =>
    (await refuseStrangers(tx, actor, "station_post", { stationId, id, now })) ?? late("withdrawnOn", publishedOn, withdrawnOn),
};

/** The plain lists of a station: who works there, who is placed there, its rosters, events and posts. */
export const keptLists = [
  ...collection(staff),
  ...collection(placements),
  ...collection(rosters),
  ...collection(events),
  ...collection(posts),
];
