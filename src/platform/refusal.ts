/** Why something may not happen, as a message key with its parameters and the rule it stands on. */
export interface Reason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Where the rule is written: `DL-51`, `R2.12`. */
  readonly source?: string;
}

/** A wrong field of an input: its path, the rule it breaks, and what the rule measures by. */
export interface FieldFault extends Reason {
  readonly field: string;
}

export type RefusalKind =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "changed_meanwhile"
  | "invalid"
  | "too_large"
  | "unsupported_type"
  | "too_many"
  | "missing_precondition"
  | "overloaded";

/** A "no" is a value: the same one greys out the button and answers the request. */
export interface Refusal {
  readonly refused: RefusalKind;
  readonly reasons: readonly Reason[];
  readonly fields?: readonly FieldFault[];
  /** Seconds after which asking again makes sense. */
  readonly retryAfter?: number;
}

export const refuse = (refused: RefusalKind, ...reasons: Reason[]): Refusal => ({ refused, reasons });

/** Refuses an input for the fields named. */
export const invalid = (...fields: FieldFault[]): Refusal => ({ refused: "invalid", reasons: [{ code: "problem.invalid" }], fields });

export const notFound: Refusal = refuse("not_found", { code: "problem.not_found" });
export const forbidden: Refusal = refuse("forbidden", { code: "problem.forbidden" });
/** It is nobody's fault: a little later it will do. */
export const overloaded: Refusal = { ...refuse("overloaded", { code: "problem.overloaded" }), retryAfter: 5 };

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refused" in value;
}

export const isReason = (value: unknown): value is Reason => typeof value === "object" && value !== null && "code" in value;

/** Carries a refusal out of a transaction, so that everything done so far is undone. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reasons.map((reason) => reason.code).join(", "));
    this.refusal = refusal;
  }
}

/** The value itself, or a throw that carries the refusal. */
export function granted<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Refused(value);
  return value;
}
