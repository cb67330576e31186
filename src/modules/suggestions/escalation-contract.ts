import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { exportOf, exportQuery } from "../../platform/sheets/export.ts";
import { caseStates, grades } from "./terms.ts";

const text = z.string();
const maybe = z.string().nullable();
const read = { tag: "suggestions", access: "scope:suggestions", method: "get", status: 200 } as const;

const meeting = {
  ...{ id: z.uuid(), round: z.int(), reason: text, askedOn: text, plannedOn: maybe, place: maybe, invited: maybe },
  ...{ heldOn: maybe, participants: maybe, minutes: maybe, conclusion: maybe, rework: z.boolean().nullable() },
};

/** A meeting over dissatisfaction, as it stands in the case. */
export const MeetingView = z.object(meeting);

export const EscalationLine = z
  .object({
    ...meeting,
    ...{ suggestionId: z.uuid(), label: text, title: text, status: z.enum(caseStates), units: z.array(text) },
    /** Who is dissatisfied, and why; empty for those who may not know it yet. */
    dissatisfied: z.array(z.object({ name: text, attitude: z.enum(grades).nullable(), result: z.enum(grades).nullable(), reasons: maybe })),
    /** May I record the meeting now? */
    mine: z.boolean(),
  })
  .meta({ id: "EscalationLine" });

const listQuery = z.object({
  search: z.string().max(100).optional(),
  /** The year in which the meeting was called. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  state: z.enum(["open", "concluded"]).optional(),
});
const path = "/api/escalations";

export const escalationContracts = {
  list: contract({
    ...read,
    path,
    name: "list_escalation",
    summary: "Meetings over dissatisfaction that my office has to do with, the latest called first",
    query: Paging.extend(listQuery.shape),
    output: pageOf(EscalationLine).extend({ counts: z.object({ open: z.int(), concluded: z.int() }) }),
  }),
  export: contract({
    ...{ ...exportOf(path), tag: read.tag, access: read.access },
    name: "export_escalation",
    summary: "The meetings over dissatisfaction as a sheet, as filtered",
    query: listQuery.extend(exportQuery),
  }),
};
