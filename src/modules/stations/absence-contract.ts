import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";

const Id = z.object({ id: z.uuid() });
const Fields = z.strictObject({
  mandateId: z.uuid(),
  fromOn: z.iso.date(),
  toOn: z.iso.date(),
  reason: z.string().trim().max(200).nullable().default(null),
});

export const AbsenceView = z
  .object({ id: z.uuid(), ...Fields.shape, personName: z.string(), mine: z.boolean(), version: z.int() })
  .meta({ id: "DeputyAbsence" });

const base = { tag: "stations", access: "scope:stations" } as const;

export const absenceContracts = {
  list: contract({
    ...base,
    method: "get",
    path: "/api/deputy-absences",
    name: "list_deputy_absence",
    summary: "My absences, and those of deputies placed at my stations; the latest first",
    query: Paging.extend({ stationId: z.uuid().optional() }),
    output: pageOf(AbsenceView),
    status: 200,
  }),
  add: contract({
    ...base,
    method: "post",
    path: "/api/deputy-absences",
    name: "add_deputy_absence",
    summary: "Say when a deputy cannot receive",
    body: Fields,
    output: AbsenceView,
    status: 201,
  }),
  remove: contract({
    ...base,
    method: "delete",
    path: "/api/deputy-absences/{id}",
    name: "remove_deputy_absence",
    summary: "Take an absence back",
    params: Id,
    status: 204,
  }),
};
