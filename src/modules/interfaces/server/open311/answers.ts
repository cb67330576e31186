import type { SayNo } from "../../../../platform/http/route.ts";
import type { RefusalKind } from "../../../../platform/refusal.ts";
import { type Xml, xmlText } from "../../xml.ts";

/** An answer in the form that was asked for; each JSON list becomes a list of elements of one name (Spark convention). */
export function said(format: string, json: unknown, xml: { readonly [name: string]: Xml }, headers: Record<string, string> = {}): Response {
  const open = { "access-control-allow-origin": "*", "cache-control": "no-store", ...headers };
  return format === "xml"
    ? new Response(xmlText(xml), { headers: { ...open, "content-type": "text/xml; charset=utf-8" } })
    : new Response(JSON.stringify(json), { headers: { ...open, "content-type": "application/json; charset=utf-8" } });
}

/** GeoReport v2 knows 404 for what does not exist, 403 for keys, and 400 for whatever else is wrong; the rest is HTTP's own. */
const statuses: Record<RefusalKind, 400 | 403 | 404 | 413 | 415 | 429 | 503> = {
  unauthenticated: 403,
  forbidden: 403,
  not_found: 404,
  too_large: 413,
  unsupported_type: 415,
  too_many: 429,
  conflict: 400,
  changed_meanwhile: 400,
  invalid: 400,
  missing_precondition: 400,
  overloaded: 503,
};

/** A refusal as GeoReport v2 says it: a list of errors, each with a code and a sentence for whoever sent the request. */
export const sayNo: SayNo = (refusal, { words, format }) => {
  const status = statuses[refusal.refused];
  const sentences = refusal.fields?.length
    ? refusal.fields.map(({ field, code, params }) => `${field}: ${words(code, params)}`)
    : refusal.reasons.map(({ code, params }) => words(code, params));
  const errors = sentences.map((description) => ({ code: status, description }));
  const answer = said(format, errors, { errors: { error: errors } });
  return new Response(answer.body, { status, headers: answer.headers });
};
