import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { exportOf, exportQuery } from "../../platform/sheets/export.ts";
import { stationMeasures, stationRateKeys, stationSorts } from "./station-terms.ts";

const text = z.string();

const Figures = z.object({
  counts: z.record(z.enum(stationMeasures), z.int()),
  rates: z.array(z.object({ key: z.enum(stationRateKeys), numerator: z.int(), denominator: z.int(), value: z.number().nullable() })),
  /** Of the five functions, how many were seen at all. */
  functionsSeen: z.int(),
});

/** One duty station among those in my sight. */
export const StationFigures = Figures.extend({
  id: z.uuid(),
  code: text,
  kind: text,
  name: text,
  townName: text,
  organisationName: text,
  /** Of the newest rating published by the cut-off day, and of which year that is. */
  ...{ stars: z.int().nullable(), starsOf: z.int().nullable(), ratingId: z.uuid().nullable() },
}).meta({ id: "StationFigures" });

/** A reception, turn, voice, session, point, event or post behind a number. */
export const StationFigureRow = z
  .object({
    id: z.uuid(),
    kind: z.enum(["reception", "turn", "voice", "listening", "point", "event", "post"]),
    opens: z.uuid(),
    ...{ stationId: z.uuid(), stationName: text, day: text, about: text, place: text, who: text, state: text },
    amount: z.int().nullable(),
  })
  .meta({ id: "StationFigureRow" });

export const StationDefinition = z
  .object({
    key: text,
    ...{ label: text, definition: text, cutOff: text, source: text },
    /** What is counted, and for a rate what it is held against. */
    ...{ numerator: z.enum(stationMeasures), denominator: z.enum(stationMeasures).nullable() },
  })
  .meta({ id: "StationDefinition" });

const span = {
  /** This year where none is named. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  asOf: z.iso.date().optional(),
};
const which = {
  ...span,
  search: z.string().max(60).optional(),
  kind: z.string().max(40).optional(),
  /** A town, a sub-district or a village: stations that lie in it. */
  areaId: z.uuid().optional(),
};
const sorted = { sort: z.enum(stationSorts).default("name"), order: z.enum(["asc", "desc"]).default("asc") };
const behind = { ...which, stationId: z.uuid().optional(), measure: z.enum(stationMeasures).default("planned") };
const dated = { asOf: text, year: z.int() };

const path = "/api/statistics/stations";
const rowsPath = "/api/statistics/station-rows";
/** Whoever is on a station's side sees its figures: the district's office all, a town its own, those who work there their own. */
const inScope = { tag: "statistics", access: "scope:statistics.stations", method: "get", status: 200 } as const;

export const stationFigureContracts = {
  list: contract({
    ...inScope,
    path,
    name: "list_station_figures",
    summary: "Duty stations of mine with their figures of a year, and the sum of all as filtered",
    query: Paging.extend({ ...which, ...sorted }),
    output: pageOf(StationFigures).extend({ ...dated, stations: z.int(), whole: Figures }),
  }),
  get: contract({
    ...inScope,
    path: `${path}/{id}`,
    name: "get_station_figures",
    summary: "The figures of one station in a year, beside those of the year before by the same day",
    params: z.object({ id: z.uuid() }),
    query: z.object(span),
    output: z.object({ ...dated, asOfBefore: text, station: StationFigures, before: Figures }).meta({ id: "OneStationFigures" }),
  }),
  rows: contract({
    ...inScope,
    path: rowsPath,
    name: "list_station_figure_rows",
    summary: "The rows behind one number of a station, or of all as filtered, the newest first",
    query: Paging.extend(behind),
    output: pageOf(StationFigureRow),
  }),
  definitions: contract({
    ...inScope,
    path: "/api/statistics/station-definitions",
    name: "list_station_definition",
    summary: "What each figure of a station counts, against what, until when and from where",
    output: z.object({ items: z.array(StationDefinition) }),
  }),
  export: contract({
    ...{ ...inScope, ...exportOf(path) },
    name: "export_station_figures",
    summary: "The figures of duty stations as a sheet, as filtered, with the sum",
    query: z.object({ ...which, ...sorted, ...exportQuery }),
  }),
  exportRows: contract({
    ...{ ...inScope, ...exportOf(rowsPath) },
    name: "export_station_figure_rows",
    summary: "The rows behind one number as a sheet",
    query: z.object({ ...behind, ...exportQuery }),
  }),
};
