import type { Instant } from "../../../platform/clock/instant.ts";

/** Where a public request comes from, and when. */
export interface Calling {
  readonly address: string;
  readonly now: Instant;
}
