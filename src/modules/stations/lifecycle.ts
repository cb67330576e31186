import { type Offers, offersOf, refusalBy, type Transition } from "../../platform/lifecycle/table.ts";
import type { Refusal } from "../../platform/refusal.ts";
import * as needs from "./needs.ts";
import type { At, Reception } from "./reception.ts";
import type { ReceptionRelation, ReceptionState } from "./terms.ts";

export type Row = Transition<ReceptionState, ReceptionRelation, At<Reception>>;

/** The life cycle of a reception (接待): announced in time, held, and recorded once. */
export const table = {
  announce: {
    path: "announcements",
    from: ["planned"],
    to: ["announced"],
    by: ["station"],
    needs: [needs.someoneReceives, needs.notOver],
    tells: "reception.announced",
    source: "domain §9.3",
    awaited: true,
  },
  reschedule: {
    path: "reschedulings",
    from: ["planned", "announced"],
    by: ["station"],
    needs: [needs.nobodySignedIn],
    tells: "reception.rescheduled",
    source: "domain §9.3",
  },
  staff: {
    path: "staffings",
    from: ["planned", "announced"],
    by: ["station"],
    needs: [needs.nobodySignedIn],
    tells: "reception.staffed",
    source: "domain §9.3",
  },
  replan: {
    path: "replannings",
    from: ["planned"],
    by: ["house"],
    tells: "reception.replanned",
    source: "F2.3",
  },
  ask_exchange: {
    path: "exchange-requests",
    from: ["planned", "announced"],
    by: ["duty"],
    needs: [needs.notBegun],
    tells: "reception.exchange_asked",
    source: "F2.3",
  },
  answer_exchange: {
    path: "exchange-answers",
    from: ["planned", "announced"],
    by: ["asked"],
    needs: [needs.notBegun],
    tells: "reception.exchange_answered",
    source: "F2.3",
    awaited: true,
  },
  swap: {
    path: "swaps",
    from: ["planned", "announced"],
    by: ["house"],
    tells: "reception.swapped",
    source: "F2.3",
  },
  sign_in: {
    path: "sign-ins",
    from: ["announced"],
    by: ["duty", "station"],
    needs: [needs.openForSignIn, needs.someoneExpected],
    tells: "reception.signed_in",
    source: "F2.3",
  },
  excuse: {
    path: "excuses",
    from: ["announced", "held"],
    by: ["station"],
    needs: [needs.someoneNotThere],
    tells: "reception.excused",
    source: "domain §9.4",
  },
  mark_absent: {
    path: "absences",
    from: ["announced", "held"],
    by: ["station"],
    needs: [needs.someoneExpected, needs.begun],
    tells: "reception.marked_absent",
    source: "domain §9.4",
  },
  hold: {
    path: "records",
    from: ["announced"],
    to: ["held"],
    by: ["station"],
    attaches: true,
    needs: [needs.begun, needs.someoneCame],
    tells: "reception.held",
    source: "domain §9.3",
    awaited: true,
  },
  miss: {
    path: "misses",
    from: ["announced"],
    to: ["missed"],
    by: ["station", "house"],
    needs: [needs.over, needs.nobodySignedIn],
    tells: "reception.missed",
    source: "domain §9.4",
  },
  cancel: {
    path: "cancellations",
    from: ["planned", "announced"],
    to: ["cancelled"],
    by: ["station"],
    needs: [needs.nobodySignedIn],
    tells: "reception.cancelled",
    source: "domain §9.3",
  },
} as const satisfies Record<string, Row>;

export type ReceptionVerb = keyof typeof table;
export const receptionVerbs = Object.keys(table) as ReceptionVerb[];
/** Every kind of fact that a reception leaves in the ledger. */
export const receptionFacts: readonly string[] = ["reception.planned", ...Object.values(table).map((row) => row.tells)];
export const transitionOf = (verb: ReceptionVerb): Row => table[verb];

/** Nothing when `verb` may happen now; else why not. */
export const may = (of: At<Reception>, verb: ReceptionVerb, relations: readonly ReceptionRelation[]): Refusal | undefined =>
  refusalBy(transitionOf(verb), of, relations, { subject: "reception", verb });

export const offers = (of: At<Reception>, relations: readonly ReceptionRelation[]): Offers<ReceptionVerb> =>
  offersOf(receptionVerbs, (verb) => may(of, verb, relations));
