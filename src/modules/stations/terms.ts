/** The words of duty stations (代表之家、站、点; domain.md §9). */

/** What a station is for: the five stations of the source are functions, not places (F2.1). */
export const stationFunctions = ["reception", "work", "learning", "service", "publicity"] as const;
export type StationFunction = (typeof stationFunctions)[number];

/** 站长、副站长、联络员. */
export const posts = ["head", "deputy_head", "liaison"] as const;
export type Post = (typeof posts)[number];

/** 轮值、联络员、片区式、网格式、流动式. */
export const receptionKinds = ["roster", "liaison", "area", "grid", "mobile"] as const;
export type ReceptionKind = (typeof receptionKinds)[number];

export const receptionStates = ["planned", "announced", "held", "missed", "cancelled"] as const;
export type ReceptionState = (typeof receptionStates)[number];

/** What a reception can count as in the figures of its station; planned is each of them. */
export const receptionMeasures = ["planned", "held", "missed", "cancelled", "unrecorded", "announced", "announcedInTime"] as const;
export type ReceptionMeasure = (typeof receptionMeasures)[number];

/**
 * What an actor is to a reception: on its station's side, on duty, asked to stand in, having asked for it,
 * placed at the station. `house` is the product itself.
 */
export const receptionRelations = ["station", "duty", "asked", "asker", "placed", "house"] as const;
export type ReceptionRelation = (typeof receptionRelations)[number];

/** Did the deputy come? */
export const attendances = ["planned", "signed_in", "absent", "excused", "substituted"] as const;
export type Attendance = (typeof attendances)[number];

export const exchangeStates = ["asked", "agreed", "declined", "lapsed"] as const;
export type ExchangeState = (typeof exchangeStates)[number];

/** What happens to a reception day that is no working day. */
export const shifts = ["next_working_day", "previous_working_day", "stay", "skip"] as const;
export type Shift = (typeof shifts)[number];

export const listeningStates = ["planned", "announced", "held", "closed", "cancelled"] as const;
export type ListeningState = (typeof listeningStates)[number];

/** `unit` answers a point; `placed` may look. */
export const listeningRelations = ["station", "unit", "placed"] as const;
export type ListeningRelation = (typeof listeningRelations)[number];

export const pointStates = ["open", "answered", "followed_up"] as const;
export type PointState = (typeof pointStates)[number];

export const outcomes = ["SATISFIED", "BASIC", "DISSATISFIED"] as const;
export type Outcome = (typeof outcomes)[number];

export const ratingStates = ["claimed", "assessed", "published"] as const;
export type RatingState = (typeof ratingStates)[number];

export const ratingRelations = ["station", "office"] as const;
export type RatingRelation = (typeof ratingRelations)[number];

/** 公告、法律法规、学习资料、代表风采. */
export const postKinds = ["notice", "law", "study", "deed"] as const;
export type PostKind = (typeof postKinds)[number];
