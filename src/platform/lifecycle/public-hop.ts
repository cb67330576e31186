import type { Instant } from "../clock/instant.ts";

/** One step of a thing as a voter may know it whose words began it: by an allow-list of verbs, without notes and without judgements. */
export interface PublicHop {
  readonly at: Instant;
  readonly verb: string;
  /** The key of the sentence for what happened. */
  readonly said: string;
  /** The office, or the deputy, whose doing it was; null for the voter himself and for the house. */
  readonly by: string | null;
  /** What was written to be read by everyone. */
  readonly words: string | null;
}
