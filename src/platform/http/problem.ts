import { z } from "@hono/zod-openapi";
import type { Words } from "../i18n/words.ts";
import type { Reason, Refusal, RefusalKind } from "../refusal.ts";

/** RFC 9457, with every reason in the reader's language and every wrong field by name. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    reasons: z.array(z.object({ code: z.string(), text: z.string(), source: z.string().optional() })),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

export const statusOf: Record<RefusalKind, 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  changed_meanwhile: 412,
  invalid: 422,
  too_large: 413,
  unsupported_type: 415,
  too_many: 429,
  missing_precondition: 428,
  overloaded: 503,
};

/** A refusal as the body of an answer. */
export function problemOf(refusal: Refusal, words: Words): Problem {
  const first = refusal.reasons[0] ?? { code: `problem.${refusal.refused}` };
  const errors = refusal.fields?.map((fault) => ({ field: fault.field, code: fault.code, message: words(fault.code, fault.params) }));
  return {
    type: `/problems/${refusal.refused}`,
    title: words(`problem.title.${refusal.refused}`),
    status: statusOf[refusal.refused],
    detail: refusal.reasons.map((reason) => words(reason.code, reason.params)).join(words("problem.separator")),
    code: first.code,
    reasons: refusal.reasons.map((reason) => reasonIn(reason, words)),
    ...(errors ? { errors } : {}),
  };
}

export const reasonIn = (reason: Reason, words: Words) => ({
  code: reason.code,
  text: words(reason.code, reason.params),
  ...(reason.source ? { source: reason.source } : {}),
});
