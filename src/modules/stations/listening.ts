import type { DateISO, Instant } from "../../platform/clock/instant.ts";
import type { Hand } from "../../platform/lifecycle/evidence.ts";
import type { ClockRow } from "../calendar/index.ts";
import type { ListeningRelation, ListeningState, Outcome, PointState } from "./terms.ts";

export interface ListeningColumns {
  readonly id: string;
  readonly stationId: string;
  /** The state organ that listens. */
  readonly organId: string;
  readonly topic: string;
  readonly about: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly day: DateISO;
  readonly status: ListeningState;
  readonly announcedAt: Instant | null;
  readonly heldAt: Instant | null;
  /** How many took part. */
  readonly present: number | null;
  /** Deputies who took part. */
  readonly mandates: readonly string[];
  readonly summary: string | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

/** Something raised at a session; its answer is due within `listening.answer` (F2.5). */
export interface Point {
  readonly id: string;
  readonly position: number;
  readonly content: string;
  /** The deputy who raised it; null for someone of the people. */
  readonly mandateId: string | null;
  /** Who answers: the organ that listened, or one of its departments. */
  readonly unitId: string;
  readonly status: PointState;
  readonly answer: string | null;
  readonly answeredOn: DateISO | null;
  readonly outcome: Outcome | null;
  readonly followUp: string | null;
  readonly followedUpOn: DateISO | null;
}

export interface Listening extends ListeningColumns {
  readonly points: readonly Point[];
  readonly clocks: readonly ClockRow[];
}

export interface Listener extends Hand {
  readonly relations: readonly ListeningRelation[];
  /** Organisations for which points can be answered. */
  readonly offices: readonly string[];
}

export const listeningType = "listening";
