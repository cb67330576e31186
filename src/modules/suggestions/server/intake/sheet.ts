import { z } from "zod";
import type { IntakeColumn, Reads, Values } from "../../../identity/index.ts";
import { type Earlier, earlier, earlierStates } from "../../earlier.ts";
import { grades, outcomes } from "../../terms.ts";

const column = (field: string, reads: Reads["as"] | Reads, more: Partial<IntakeColumn> = {}): IntakeColumn => ({
  ...{ field, heading: `suggestion.import.column.${field}`, required: false, ...more },
  reads: typeof reads === "string" ? ({ as: reads } as Reads) : reads,
});
const must = { required: true };
const hinted = (field: string) => ({ wants: `suggestion.import.wants.${field}` });

/** The columns of a sheet of earlier suggestions. */
export const columns: readonly IntakeColumn[] = [
  column("congressId", { as: "reference", table: "congress" }, must),
  column("series", "text", { ...must, ...hinted("series") }),
  column("number", "text", { ...must, ...hinted("number") }),
  column("title", "text", must),
  column("reason", "text"),
  column("proposal", "text"),
  column("category", "text", { ...must, ...hinted("category") }),
  column("lead", "text", { ...must, ...hinted("lead") }),
  column("leadCard", "text", hinted("leadCard")),
  column("leadDistrict", "text", hinted("leadDistrict")),
  column("cosigners", "text", hinted("cosigners")),
  column("leadUnitId", { as: "reference", table: "organisation" }, must),
  column("coUnits", "text", hinted("coUnits")),
  column("submittedOn", "day", must),
  column("assignedOn", "day"),
  column("repliedOn", "day", must),
  column("documentNo", "text"),
  column("resultClass", "text", { ...must, ...hinted("resultClass") }),
  column("outcome", { as: "choice", values: outcomes, words: "suggestion.outcome" }, hinted("outcome")),
  column("reply", "text"),
  column("satisfaction", { as: "choice", values: grades, words: "suggestion.grade" }),
  column("closedOn", "day", must),
  column("status", { as: "choice", values: earlierStates, words: "suggestion.status" }, { once: true }),
];

/** Several identifiers in one value, in an order that does not depend on the sheet. */
export const manyIn = (value: unknown): string[] => (typeof value === "string" && value !== "" ? value.split(" ") : []);
export const many = (ids: readonly string[]): string => [...new Set(ids)].sort().join(" ");

const { mandateIds: _m, unitIds: _u, ...told } = earlier.shape;

/** A row when everything named in it has been looked up. */
const whole = z.strictObject({
  ...told,
  congressId: z.uuid(),
  /** `session …` with its identifier, or `year 2019`. */
  series: z.string(),
  number: z.int().min(1).max(999_999),
  lead: z.uuid(),
  cosigners: z.string(),
  leadUnitId: z.uuid(),
  coUnits: z.string(),
  status: z.enum(earlierStates),
});

/** The same where its outcome may still have to be asked for, because its class can mean several. */
export const fields = whole.extend({ outcome: whole.shape.outcome.nullable() });

/** What an earlier suggestion has where nothing was filled in. */
export const initial: Values = {
  ...{ reason: "", proposal: "", cosigners: "", coUnits: "", assignedOn: null, documentNo: null },
  ...{ reply: "", outcome: null, satisfaction: null, status: earlierStates[0] },
};

/** Throws on a row that has not passed `fields`, or has no outcome. */
export function earlierIn(body: Values): { told: Earlier; series: string; number: number; congressId: string; status: Status } {
  const { congressId, series, number, lead, cosigners, leadUnitId, coUnits, status, ...rest } = whole.parse(body);
  const [mandateIds, unitIds] = [
    [lead, ...manyIn(cosigners).filter((one) => one !== lead)],
    [leadUnitId, ...manyIn(coUnits).filter((one) => one !== leadUnitId)],
  ];
  return { told: { ...rest, mandateIds, unitIds }, series, number, congressId, status };
}

type Status = (typeof earlierStates)[number];

/** Which suggestion a row speaks of. */
export const keyOf = (given: Values): string => `${given["congressId"]} ${given["series"]} ${given["number"]}`;
