import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { exportOf, Format } from "../../platform/sheets/export.ts";
import { breakdownSubjects, measures, type Rate as RateKey, rates } from "./terms.ts";

const text = z.string();
const rateKeys = Object.keys(rates) as RateKey[];
const cut = {
  asOf: z.iso.date().optional(),
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
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
    query: z.object({ asOf: cut.asOf }),
    output: Breakdown,
  }),
  breakdownRows: contract({
    ...inside,
    path: "/api/statistics/{of}/breakdowns/{by}/rows",
    name: "list_breakdown_rows",
    summary: "The rows behind one count of one group",
    params: Of,
    query: Paging.extend({ asOf: cut.asOf, group: z.string().max(100), measure: z.enum(measures).default("count") }),
    output: pageOf(Counted),
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
    query: z.object({ ...cut, of: z.enum(["numerator", "denominator"]).default("numerator"), format: Format }),
  }),
};
