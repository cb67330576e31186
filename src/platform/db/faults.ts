import { invalid, type Refusal, refuse } from "../refusal.ts";

interface DatabaseFault {
  code: string;
  constraint?: string;
  table?: string;
}

/** A broken rule of the database as a refusal that names the field; undefined for anything that is our own mistake. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!isDatabaseFault(error)) return undefined;
  const { code, constraint = "", table = "" } = error;
  if (code === "23505") return refuse("conflict", { code: `constraint.${constraint}` });
  if (code === "23503") return invalid({ field: fieldOf(constraint, table, "fkey"), code: "field.no_such_thing" });
  if (code === "23514") return invalid({ field: fieldOf(constraint, table, "check"), code: "field.invalid" });
  // Data that no column can hold: out of range, not in the encoding.
  if (code.startsWith("22")) return invalid({ field: "", code: "field.invalid" });
  if (code === "40001" || code === "40P01") return refuse("conflict", { code: "problem.busy" });
  return undefined;
}

/** Constraints are named by the database after their columns: `person_district_area_id_fkey`. */
function fieldOf(constraint: string, table: string, ending: string): string {
  const columns = constraint
    .replace(`${table}_`, "")
    .replace("district_", "")
    .replace(new RegExp(`_?${ending}\\d*$`), "");
  return columns.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Did the database itself say no? */
export function isDatabaseFault(error: unknown): error is Error & DatabaseFault {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code);
}
