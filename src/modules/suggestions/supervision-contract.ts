import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { exportOf, exportQuery } from "../../platform/sheets/export.ts";
import { caseStates, supervisionResults } from "./terms.ts";

const text = z.string();
const maybe = z.string().nullable();
const read = { tag: "suggestions", access: "scope:suggestions", method: "get", status: 200 } as const;
/** The year in which the suggestions were submitted, and their congress and session. */
const raised = {
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  congressId: z.uuid().optional(),
  sessionId: z.uuid().optional(),
};

const led = { leader: text, governmentLeader: maybe, decidedOn: text, documentNo: maybe };
/** What is planned, and until when. */
const planned = { nextOn: maybe, nextStep: maybe };
const reported = { reportedOn: maybe, meeting: maybe, result: z.enum(supervisionResults).nullable(), opinion: maybe };

/** The supervision of a key suggestion, as it stands in the case. */
export const SupervisionView = z.object({
  ...{ id: z.uuid(), ...led, ...planned, ...reported },
  body: z.object({ id: z.uuid(), name: text }).nullable(),
});

export const SupervisionLine = z
  .object({
    ...{ id: z.uuid(), suggestionId: z.uuid(), label: text, title: text, status: z.enum(caseStates), units: z.array(text) },
    ...{ ...led, bodyName: maybe, ...planned, ...reported },
    /** How often and when it was last supervised. */
    ...{ times: z.int(), lastOn: maybe },
  })
  .meta({ id: "SupervisionLine" });

const listQuery = z.object({
  search: z.string().max(100).optional(),
  ...raised,
  leader: z.string().max(60).optional(),
  state: z.enum(["open", "reported"]).optional(),
  status: z.enum(caseStates).optional(),
  /** The next step is due between these days: the lamps. */
  ...{ dueFrom: z.iso.date().optional(), dueBy: z.iso.date().optional() },
  sort: z.enum(["next", "decided"]).default("next"),
});
const path = "/api/supervisions";

export const supervisionContracts = {
  list: contract({
    ...read,
    path,
    name: "list_supervision",
    summary: "Key suggestions under supervision that my office has to do with, the nearest next step first",
    query: Paging.extend(listQuery.shape),
    output: pageOf(SupervisionLine).extend({
      counts: z.object({ open: z.int(), reported: z.int() }),
      leaders: z.array(text),
    }),
  }),
  export: contract({
    ...{ ...exportOf(path), tag: read.tag, access: read.access },
    name: "export_supervision",
    summary: "The supervision list as a sheet, as filtered",
    query: listQuery.extend(exportQuery),
  }),
};
