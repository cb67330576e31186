import type { DateISO, Instant } from "../../platform/clock/instant.ts";
import type { Hand } from "../../platform/lifecycle/evidence.ts";
import type { Attendance, ExchangeState, ReceptionKind, ReceptionRelation, ReceptionState } from "./terms.ts";

export interface ReceptionColumns {
  readonly id: string;
  readonly stationId: string;
  readonly rosterId: string | null;
  /** The day that the roster names; a day off is shifted from it. */
  readonly plannedFor: DateISO | null;
  readonly kind: ReceptionKind;
  readonly areaId: string | null;
  readonly grid: string | null;
  /** Where it is not held at the station itself. */
  readonly place: string | null;
  readonly theme: string | null;
  /** The liaison officer who receives, where no deputy does. */
  readonly liaisonId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly day: DateISO;
  /** The last day on which it is announced in time. */
  readonly announceBy: DateISO;
  /** The last day on which it is recorded in time. */
  readonly recordBy: DateISO;
  /** Its announcement has come onto the to-do list. */
  readonly called: boolean;
  readonly status: ReceptionState;
  readonly announcedAt: Instant | null;
  readonly heldAt: Instant | null;
  readonly visitors: number | null;
  readonly summary: string | null;
  readonly version: number;
}

/** A deputy on duty at a reception. */
export interface OnDuty {
  readonly id: string;
  readonly mandateId: string;
  readonly state: Attendance;
  readonly standsInFor: string | null;
  readonly signedInAt: Instant | null;
  readonly signedInBy: "code" | "station" | null;
}

export interface Exchange {
  readonly id: string;
  readonly asker: string;
  readonly asked: string;
  /** The reception that the one asked gives in return; null when he stands in. */
  readonly swapReceptionId: string | null;
  readonly status: ExchangeState;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly note: string | null;
}

export interface Reception extends ReceptionColumns {
  readonly deputies: readonly OnDuty[];
  readonly exchanges: readonly Exchange[];
}

/** A reception at a moment: some things can be done only at their time. */
export type At<Thing> = Thing & { readonly now: Instant };

/** Who acts on a reception, seen from it, and under which mandates. */
export interface Doer extends Hand {
  readonly relations: readonly ReceptionRelation[];
  readonly mandates: readonly string[];
}

/** The house itself, for what time alone makes due. */
export const house: Doer = { account: null, person: null, actingFor: null, relations: ["house"], mandates: [] };

/** Deputies who are expected or have come. */
export const serving = (of: Pick<Reception, "deputies">): readonly OnDuty[] =>
  of.deputies.filter(({ state }) => state === "planned" || state === "signed_in");

export const openExchanges = (of: Pick<Reception, "exchanges">): readonly Exchange[] =>
  of.exchanges.filter(({ status }) => status === "asked");

export const subjectType = "reception";
