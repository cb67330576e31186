import { dateIn } from "../../platform/clock/instant.ts";
import { type Offers, offersOf, refusalBy, type Transition } from "../../platform/lifecycle/table.ts";
import type { Reason, Refusal } from "../../platform/refusal.ts";
import type { Listening } from "./listening.ts";
import type { At } from "./reception.ts";
import type { ListeningRelation, ListeningState, PointState } from "./terms.ts";

/** A row of the table; what is done to a point also says in which state the point must be. */
export interface ListeningRow extends Transition<ListeningState, ListeningRelation, At<Listening>> {
  readonly part?: { readonly from: readonly PointState[]; readonly to?: readonly PointState[] };
}

const source = "F2.5";

const begun = (of: At<Listening>): Reason | undefined =>
  Date.parse(of.now) >= Date.parse(of.startsAt) ? undefined : { code: "listening.need.begun", source };
const notOver = (of: At<Listening>): Reason | undefined =>
  dateIn(of.now) <= of.day ? undefined : { code: "listening.need.not_over", source };
const somethingOpen = (of: Listening): Reason | undefined =>
  of.points.some(({ status }) => status === "open") ? undefined : { code: "listening.need.something_open", source };
const somethingAnswered = (of: Listening): Reason | undefined =>
  of.points.some(({ status }) => status === "answered") ? undefined : { code: "listening.need.something_answered", source };
const everythingFollowedUp = (of: Listening): Reason | undefined =>
  of.points.every(({ status }) => status === "followed_up") ? undefined : { code: "listening.need.everything_followed_up", source };

/** The life cycle of a listening session (听取意见) of a state organ at a station. */
export const listeningTable = {
  announce: {
    path: "announcements",
    from: ["planned"],
    to: ["announced"],
    by: ["station"],
    needs: [notOver],
    tells: "listening.announced",
    source,
    awaited: true,
  },
  reschedule: { path: "reschedulings", from: ["planned", "announced"], by: ["station"], tells: "listening.rescheduled", source },
  hold: {
    path: "records",
    from: ["announced"],
    to: ["held"],
    by: ["station"],
    needs: [begun],
    attaches: true,
    tells: "listening.held",
    source,
    awaited: true,
  },
  add_point: { path: "points", from: ["held"], by: ["station"], tells: "listening.point_added", source },
  answer: {
    path: "answers",
    from: ["held"],
    by: ["unit"],
    needs: [somethingOpen],
    part: { from: ["open"], to: ["answered"] },
    attaches: true,
    tells: "listening.answered",
    source,
    awaited: true,
    within: ["listening.answer"],
  },
  follow_up: {
    path: "follow-ups",
    from: ["held"],
    by: ["station"],
    needs: [somethingAnswered],
    part: { from: ["answered"], to: ["followed_up"] },
    tells: "listening.followed_up",
    source,
    awaited: true,
  },
  close: {
    path: "closings",
    from: ["held"],
    to: ["closed"],
    by: ["station"],
    needs: [everythingFollowedUp],
    tells: "listening.closed",
    source,
    awaited: true,
  },
  cancel: {
    path: "cancellations",
    from: ["planned", "announced"],
    to: ["cancelled"],
    by: ["station"],
    tells: "listening.cancelled",
    source,
  },
} as const satisfies Record<string, ListeningRow>;

export type ListeningVerb = keyof typeof listeningTable;
export const listeningVerbs = Object.keys(listeningTable) as ListeningVerb[];
export const listeningFacts: readonly string[] = ["listening.planned", ...Object.values(listeningTable).map((row) => row.tells)];
export const listeningRow = (verb: ListeningVerb): ListeningRow => listeningTable[verb];

/** Nothing when `verb` may happen now; else why not. */
export const mayListening = (of: At<Listening>, verb: ListeningVerb, relations: readonly ListeningRelation[]): Refusal | undefined =>
  refusalBy(listeningRow(verb), of, relations, { subject: "listening", verb });

export const listeningOffers = (of: At<Listening>, relations: readonly ListeningRelation[]): Offers<ListeningVerb> =>
  offersOf(listeningVerbs, (verb) => mayListening(of, verb, relations));
