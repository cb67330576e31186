import { createHash } from "node:crypto";
import type { Instant } from "../clock/instant.ts";

/** Something that happened, told once and never changed. `type` is `module.past_participle`; `data` holds no personal data. */
export interface Fact {
  readonly district: string;
  readonly id: string;
  readonly at: Instant;
  /** The account that did it; null when the house itself did. */
  readonly actor: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly type: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export const algorithm = "sm3";

/** The digest of `fact` linked to the digest before it; hexadecimal. */
export function link(previous: string, fact: Fact, by: string = algorithm): string {
  return createHash(by).update(previous).update("\n").update(canonical(fact)).digest("hex");
}

/** The same fact gives the same text, whatever order its keys came in. */
function canonical(fact: Fact): string {
  const { district, id, at, actor, subjectType, subjectId, type, version, data } = fact;
  return JSON.stringify([district, id, at, actor, subjectType, subjectId, type, version, data], (_, value) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
