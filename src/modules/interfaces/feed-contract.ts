import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";

const code = z.string().regex(/^[A-Za-z0-9_]{2,40}$/);
const Code = z.object({ code });
const Id = z.object({ id: z.uuid() });

const open = { tag: "feeds", access: "public", method: "get", status: 200, bytes: "out" } as const;
const ics = { ...open, endings: ["ics"], media: ["text/calendar"] } as const;
const atom = { ...open, endings: ["atom"], media: ["application/atom+xml"] } as const;
const csv = { ...open, endings: ["csv"], media: ["text/csv"] } as const;
const known = { hidden: true } as const;

const Ending = <const E extends string>(ending: E) => z.object({ format: z.literal(ending) });

export const feedContracts = {
  stationCalendar: contract({
    ...ics,
    path: "/feeds/stations/{code}",
    name: "station_calendar",
    summary: "Receptions of a station, to be subscribed to",
    params: Code.extend(Ending("ics").shape),
  }),
  deputyCalendar: contract({
    ...ics,
    path: "/feeds/deputies/{code}",
    name: "deputy_calendar",
    summary: "Receptions of a deputy, to be subscribed to",
    params: Code.extend(Ending("ics").shape),
  }),
  groupCalendar: contract({
    ...ics,
    path: "/feeds/deputy-groups/{id}",
    name: "deputy_group_calendar",
    summary: "Receptions of the deputies of a group, to be subscribed to",
    params: Id.extend(Ending("ics").shape),
  }),
  districtCalendar: contract({
    ...{ ...ics, ...known },
    path: "/feeds/receptions",
    name: "district_calendar",
    summary: "Every reception of the district, to be subscribed to",
    params: Ending("ics"),
  }),
  stationFeed: contract({
    ...atom,
    path: "/feeds/stations/{code}",
    name: "station_feed",
    summary: "What a station published and announced",
    params: Code.extend(Ending("atom").shape),
  }),
  townFeed: contract({
    ...atom,
    path: "/feeds/towns/{code}",
    name: "town_feed",
    summary: "Public voices, answered opinions and suggestions of a town",
    params: Code.extend(Ending("atom").shape),
  }),
  categoryFeed: contract({
    ...atom,
    path: "/feeds/categories/{code}",
    name: "category_feed",
    summary: "Public voices, answered opinions and suggestions of a category",
    params: Code.extend(Ending("atom").shape),
  }),
  stations: contract({
    ...{ ...csv, ...known },
    path: "/open-data/stations",
    name: "open_stations",
    summary: "Stations that are open, as a sheet",
    params: Ending("csv"),
    transaction: "own",
  }),
  deputies: contract({
    ...{ ...csv, ...known },
    path: "/open-data/deputies",
    name: "open_deputies",
    summary: "Deputies in force, as a sheet",
    params: Ending("csv"),
    transaction: "own",
  }),
  receptions: contract({
    ...{ ...csv, ...known },
    path: "/open-data/receptions",
    name: "open_receptions",
    summary: "Receptions announced, from a month ago to a year ahead, as a sheet",
    params: Ending("csv"),
    transaction: "own",
  }),
  voices: contract({
    ...{ ...csv, ...known },
    path: "/open-data/voices",
    name: "open_voices",
    summary: "Voices cleared for everybody, of a year, as a sheet",
    params: Ending("csv"),
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    transaction: "own",
  }),
  opinions: contract({
    ...{ ...csv, ...known },
    path: "/open-data/opinions",
    name: "open_opinions",
    summary: "Livelihood opinions answered in a year, as a sheet",
    params: Ending("csv"),
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    transaction: "own",
  }),
  activityPlans: contract({
    ...{ ...csv, ...known },
    path: "/open-data/activity-plans",
    name: "open_activity_plans",
    summary: "Activities in the published yearly plans of deputies' groups, of a year, as a sheet",
    params: Ending("csv"),
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    transaction: "own",
  }),
  suggestions: contract({
    ...{ ...csv, ...known },
    path: "/open-data/suggestions",
    name: "open_suggestions",
    summary: "Suggestions whose deputies agreed to publication, answered in a year, as a sheet",
    params: Ending("csv"),
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    transaction: "own",
  }),
};
