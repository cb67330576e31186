import type { z } from "@hono/zod-openapi";
import { type FieldFault, invalid, Refused, refuse } from "../refusal.ts";
import type { Contract } from "./contract.ts";

export interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** Reads a request by its contract. Throws `Refused` naming each wrong field and the rule it breaks. */
export function readInput(contract: Contract, raw: { params: Record<string, string>; url: URL; body: unknown }): Input {
  const faults: FieldFault[] = [];
  const params = parse(contract.params, raw.params, "", faults);
  // An identifier that cannot exist belongs to nothing: the same answer as one that does not.
  if (faults.length > 0) throw new Refused(refuse("not_found", { code: "problem.not_found" }));
  const query = parse(contract.query, several(raw.url.searchParams), "", faults);
  const body = parse(contract.body, raw.body, "", faults);
  if (faults.length > 0) throw new Refused(invalid(...faults));
  return { params, query, body };
}

/** The body of a JSON request. Throws `Refused` when it is no JSON. */
export function readJson(request: Request, text: string): unknown {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) throw new Refused(refuse("unsupported_type", { code: "problem.not_json" }));
  // The database cannot keep U+0000 or half a surrogate pair; they are refused, not dropped.
  if (/\\u0000|\0/i.test(text)) throw new Refused(invalid({ field: "", code: "field.bad_character" }));
  const value = parsed(text);
  if (!JSON.stringify(value).isWellFormed() || /\\ud[89a-f]/.test(JSON.stringify(value)))
    throw new Refused(invalid({ field: "", code: "field.bad_character" }));
  return value;
}

/** The fields of a form without files, by name; one that is given several times has all its values. Throws `Refused` when it is no such form. */
export function readFields(request: Request, text: string): Record<string, string | string[]> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Refused(refuse("unsupported_type", { code: "problem.not_a_form" }));
  return several(new URLSearchParams(text));
}

/** The parts of a form with a file. Throws `Refused` when it is no such form, or too large. */
export async function readForm(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) throw new Refused(refuse("unsupported_type", { code: "problem.not_a_form" }));
  const form = await request.formData().catch((error: unknown) => {
    // The limit on the size of a request speaks through the stream of its body.
    if (error instanceof Error && error.name === "BodyLimitError") throw error;
    throw new Refused(invalid({ field: "", code: "field.not_a_form" }));
  });
  return Object.fromEntries(form);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(invalid({ field: "", code: "field.not_json" }));
  }
}

/** The database cannot keep U+0000; it is refused, not dropped. */
function several(of: URLSearchParams): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const name of new Set(of.keys())) {
    const all = of.getAll(name);
    if (all.some((value) => value.includes("\0"))) throw new Refused(invalid({ field: name, code: "field.bad_character" }));
    found[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return found;
}

/** What of `value` breaks the rules of `schema`, field by field. */
export function faultsOf(schema: z.ZodType, value: unknown): FieldFault[] {
  const faults: FieldFault[] = [];
  parse(schema, value, "", faults);
  return faults;
}

function parse(schema: z.ZodType | undefined, value: unknown, prefix: string, faults: FieldFault[]): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) faults.push(faultOf(issue, prefix, value));
  return undefined;
}

type Issue = z.core.$ZodIssue;

function faultOf(issue: Issue, prefix: string, input: unknown): FieldFault {
  const field = prefix + issue.path.map(String).join(".");
  const at = (code: string, params?: Record<string, string | number>): FieldFault => ({
    field,
    code: `field.${code}`,
    ...(params ? { params } : {}),
  });
  switch (issue.code) {
    case "invalid_type":
      return at(valueAt(input, issue.path) === undefined ? "required" : `type_${issue.expected}`);
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) === 1
        ? at("required")
        : at(`too_small_${issue.origin}`, { limit: String(issue.minimum) });
    case "too_big":
      return at(`too_big_${issue.origin}`, { limit: String(issue.maximum) });
    case "invalid_format":
      return at(`format_${issue.format === "regex" ? "pattern" : issue.format}`);
    case "invalid_value":
      return at("not_in_list", { values: issue.values.map(String).join("、") });
    case "unrecognized_keys":
      return at("unknown", { keys: issue.keys.join("、") });
    case "custom":
      return at(issue.message || "invalid");
    default:
      return at("invalid");
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) at = typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
  return at;
}
