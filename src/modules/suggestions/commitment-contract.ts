import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { exportOf, exportQuery } from "../../platform/sheets/export.ts";
import { promiseStates } from "./terms.ts";

const text = z.string();
const maybe = z.string().nullable();

export const CommitmentLine = z
  .object({
    id: z.uuid(),
    suggestion: z.object({ id: z.uuid(), title: text }),
    /** The number of the suggestion. */
    label: text,
    /** What is promised. */
    title: text,
    unitName: text,
    owner: text,
    /** The day it is promised for now, after it was carried on. */
    promisedFor: text,
    carried: z.boolean(),
    status: z.enum(promiseStates),
    /** The same day while it is open. */
    dueOn: maybe,
    settledOn: maybe,
    evidence: maybe,
    /** Where a search found it. */
    match: z
      .object({ field: z.enum(["title", "suggestion", "owner", "evidence"]), text })
      .nullable()
      .optional(),
  })
  .meta({ id: "CommitmentLine" });

const listQuery = z.object({
  search: z.string().max(100).optional(),
  status: z.enum(promiseStates).optional(),
  overdue: z.enum(["true", "false"]).optional(),
  carried: z.enum(["true", "false"]).optional(),
  unitId: z.uuid().optional(),
  /** What is open first, the nearest day first; or the latest day first, whatever became of it. */
  sort: z.enum(["due", "latest"]).default("due"),
});

const read = { tag: "suggestions", access: "scope:suggestions", method: "get", status: 200 } as const;
const path = "/api/commitments";

export const commitmentContracts = {
  list: contract({
    ...read,
    path,
    name: "list_commitment",
    summary: "Promises of signed replies in my sight, across years",
    query: Paging.extend(listQuery.shape),
    /** `counts`: how many in each state, under the same filters. */
    output: pageOf(CommitmentLine).extend({ counts: z.record(z.string(), z.int()) }),
  }),
  export: contract({
    ...read,
    ...exportOf(path),
    name: "export_commitment",
    summary: "The ledger of promises as a sheet, as filtered",
    query: listQuery.extend(exportQuery),
  }),
};
