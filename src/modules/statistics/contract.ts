import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { exportOf, Format } from "../../platform/sheets/export.ts";

const text = z.string();
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

const Counted = z.object({ id: z.uuid(), label: text, about: text, place: text, since: text, until: text.nullable() });
const rowsPath = "/api/public/statistics/{key}/rows";
const open = { tag: "statistics", access: "public", method: "get", status: 200, hidden: true } as const;

export const statisticsContracts = {
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
