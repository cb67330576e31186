import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { paperFormats } from "../../platform/papers/paper.ts";
import { exportOf, exportQuery } from "../../platform/sheets/export.ts";
import {
  breakdownSubjects,
  measures,
  type Rate as RateKey,
  rates,
  type UnitRate as UnitRateKey,
  unitMeasures,
  unitRates,
  unitSorts,
  yearlyBy,
  yearlyPromises,
} from "./terms.ts";

const text = z.string();
const rateKeys = Object.keys(rates) as RateKey[];
const unitRateKeys = Object.keys(unitRates) as UnitRateKey[];
const cut = {
  asOf: z.iso.date().optional(),
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
};

/** Which suggestions, beside the cut-off day. */
const narrow = {
  /** The year in which they were submitted. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  congressId: z.uuid().optional(),
  sessionId: z.uuid().optional(),
};

export const Figure = z
  .object({
    key: text,
    label: text,
    numerator: z.int(),
    denominator: z.int().nullable(),
    /** A count, or a percentage rounded half up to two places. */
    value: z.number().nullable(),
    definition: text,
    /** Where the rows behind the number are. */
    rows: text,
  })
  .meta({ id: "Figure" });

const Rate = z.object({ key: z.enum(rateKeys), numerator: z.int(), denominator: z.int(), value: z.number().nullable() });
const Group = z.object({ key: text, label: text, counts: z.record(z.enum(measures), z.int()), rates: z.array(Rate) });
const Of = z.object({ of: z.enum(breakdownSubjects), by: z.enum(["month", "category", "area", "unit", "campaign", "class", "session"]) });

export const Breakdown = z
  .object({ asOf: text, definition: text, groups: z.array(Group), whole: Group.omit({ key: true, label: true }) })
  .meta({ id: "Breakdown" });

const Counted = z.object({ id: z.uuid(), label: text, about: text, place: text, since: text, until: text.nullable() });
const UnitFigures = z.object({
  counts: z.record(z.enum(unitMeasures), z.int()),
  rates: z.array(z.object({ key: z.enum(unitRateKeys), numerator: z.int(), denominator: z.int(), value: z.number().nullable() })),
  /** Days from assignment to the first signed reply, over the cases replied to. */
  averageDays: z.number().nullable(),
});

/** One handling unit among all; `place` is by what was solved. */
export const UnitLine = UnitFigures.extend({ id: z.uuid(), name: text, place: z.int().nullable() }).meta({ id: "UnitLine" });

/** A case or a promise behind a number of a unit. */
export const UnitRow = z
  .object({
    ...{ id: z.uuid(), suggestionId: z.uuid(), label: text, about: text, place: text, since: text, until: text.nullable() },
    dueOn: text.nullable(),
    /** May I open the case, and may I urge whoever is waited for? */
    ...{ seen: z.boolean(), urgeable: z.boolean() },
  })
  .meta({ id: "UnitRow" });

const unitQuery = z.object({
  ...{ asOf: cut.asOf, ...narrow },
  search: z.string().max(60).optional(),
  sort: z.enum(unitSorts).default("solved_rate"),
});
const unitsPath = "/api/statistics/units";
/** A unit looks at itself; the offices that hand out and supervise look at all. */
const supervising = { tag: "statistics", access: "duty:statistics.units", method: "get", status: 200 } as const;

const Compared = Group.omit({ key: true, label: true });
const PromiseCounts = z.object({ year: z.int(), counts: z.record(z.enum(yearlyPromises), z.int()), rate: z.number().nullable() });

/** The tables of a year's report (R2.45), each number beside that of the year before by the same day of its year. */
export const Yearly = z
  .object({
    ...{ year: z.int(), asOf: text, asOfBefore: text, congressName: text.nullable() },
    ...{ whole: Compared, before: Compared },
    tables: z.array(z.object({ by: z.enum(yearlyBy), groups: z.array(Group.extend({ before: Compared })) })),
    /** What was promised in the replies of this year and of the year before, as it stands on the cut-off day. */
    promises: z.array(PromiseCounts),
    keys: z.object({ whole: Compared, before: Compared }),
  })
  .meta({ id: "Yearly" });

const yearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100), congressId: narrow.congressId, asOf: cut.asOf });
const yearlyPath = "/api/statistics/yearly";

const rowsPath = "/api/public/statistics/{key}/rows";
const open = { tag: "statistics", access: "public", method: "get", status: 200, hidden: true } as const;

const inside = { tag: "statistics", access: "signed-in", method: "get", status: 200 } as const;

export const statisticsContracts = {
  breakdown: contract({
    ...inside,
    path: "/api/statistics/{of}/breakdowns/{by}",
    name: "get_breakdown",
    summary: "Figures by month, field, area, unit, class and the like, each group reconciling with the whole",
    params: Of,
    query: z.object({ asOf: cut.asOf, ...narrow }),
    output: Breakdown,
  }),
  breakdownRows: contract({
    ...inside,
    path: "/api/statistics/{of}/breakdowns/{by}/rows",
    name: "list_breakdown_rows",
    summary: "The rows behind one count, of one group or of the whole",
    params: Of,
    query: Paging.extend({
      asOf: cut.asOf,
      ...narrow,
      key: z.enum(["true", "false"]).optional(),
      group: z.string().max(100).optional(),
      measure: z.enum(measures).default("count"),
    }),
    output: pageOf(Counted),
  }),
  units: contract({
    ...supervising,
    path: unitsPath,
    name: "list_unit_figures",
    summary: "All handling units at a glance: what they have, how they answer, what they solve and keep",
    query: unitQuery,
    output: z.object({ asOf: text, yellowDays: z.int(), all: z.boolean(), units: z.array(UnitLine), whole: UnitFigures }),
  }),
  unitRows: contract({
    ...supervising,
    path: "/api/statistics/units/{id}/rows",
    name: "list_unit_rows",
    summary: "The cases or promises behind one number of a unit, the nearest due day first",
    params: z.object({ id: z.uuid() }),
    query: Paging.extend({ asOf: cut.asOf, ...narrow, measure: z.enum(unitMeasures).default("count") }),
    output: pageOf(UnitRow),
  }),
  exportUnits: contract({
    ...supervising,
    ...exportOf(unitsPath),
    name: "export_unit_figures",
    summary: "All handling units at a glance as a sheet",
    query: unitQuery.extend(exportQuery),
  }),
  yearly: contract({
    ...inside,
    path: yearlyPath,
    name: "get_yearly_report",
    summary: "The tables of a year's report: by field, unit and class, promises of this and last year, key suggestions",
    query: yearQuery,
    output: Yearly,
  }),
  yearlyPromises: contract({
    ...inside,
    path: `${yearlyPath}/promises`,
    name: "list_yearly_promises",
    summary: "The promises behind a number of the report, by the year in which they were made",
    query: Paging.extend({ ...yearQuery.shape, measure: z.enum(yearlyPromises).default("promised") }),
    output: pageOf(Counted),
  }),
  exportYearly: contract({
    ...inside,
    ...exportOf(yearlyPath),
    name: "export_yearly_report",
    summary: "The tables of a year's report as a book of sheets",
    query: yearQuery.extend({ format: z.enum(["xlsx"]).default("xlsx") }),
  }),
  paperYearly: contract({
    ...inside,
    path: `${yearlyPath}/paper`,
    name: "print_yearly_report",
    summary: "The tables of a year's report as an official paper",
    query: yearQuery.extend({ format: z.enum(paperFormats).default("docx") }),
    bytes: "out",
  }),
  list: contract({
    ...open,
    path: "/api/public/statistics",
    name: "public_statistics",
    summary: "Published numbers, each with its definition",
    query: z.object(cut),
    output: z.object({ asOf: text, figures: z.array(Figure) }),
  }),
  rows: contract({
    ...open,
    path: rowsPath,
    name: "public_statistics_rows",
    summary: "The rows behind a number",
    params: z.object({ key: z.string().max(80) }),
    query: Paging.extend({ ...cut, of: z.enum(["numerator", "denominator"]).default("numerator") }),
    output: pageOf(Counted),
  }),
  exportRows: contract({
    ...open,
    ...exportOf(rowsPath),
    name: "export_public_statistics_rows",
    summary: "The rows behind a number as a sheet",
    params: z.object({ key: z.string().max(80) }),
    query: z.object({ ...cut, of: z.enum(["numerator", "denominator"]).default("numerator"), ...exportQuery }),
  }),
};
