import type { Instant } from "../../src/platform/clock/instant.ts";
import type { Area } from "./places.ts";
import type { Sitting } from "./receptions.ts";
import type { Speech } from "./voice-stage.ts";

/** Somebody who is going to speak: where, when, by which way. */
export interface Plan {
  readonly key: string;
  readonly at: Instant;
  readonly run: (before: readonly Speech[]) => Speech;
}

/** A held reception, with as many visitors as have not spoken yet. */
export interface Seat {
  readonly sitting: Sitting;
  readonly area: Area;
  readonly township: string;
  /** Deputies who were there. */
  readonly mandates: readonly string[];
  free: number;
}
