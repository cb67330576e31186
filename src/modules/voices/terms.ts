/** The words of a voter's voice (社情民意, domain.md §10). */

export const voiceStates = [
  "received",
  "directed",
  "joined",
  "handling",
  "taken_up",
  "answered",
  "escalated",
  "closed",
  "withdrawn",
] as const;
export type VoiceState = (typeof voiceStates)[number];

/** States in which nothing is waited for any more. */
export const endStates = ["directed", "closed", "withdrawn"] as const satisfies readonly VoiceState[];

/**
 * What an actor is to a voice. `station`: staff of the station where it was spoken. `addressed`: a deputy to whom it was spoken, or
 * who is placed at that station. `taker`: the deputy who took it up. `visitor`: whoever of receiver, station and office had no hand
 * in the answer. `trusted`: the handler whom the receiver lets call the voter. `house` is the product itself.
 */
export const voiceRelations = [
  "receiver",
  "station",
  "office",
  "unit",
  "addressed",
  "taker",
  "visitor",
  "trusted",
  "voter",
  "house",
] as const;
export type VoiceRelation = (typeof voiceRelations)[number];

/** How a voice came (domain.md §10.1). */
export const channels = ["portal", "qr", "reception", "visit", "phone", "letter", "hotline", "activity"] as const;
export type Channel = (typeof channels)[number];

/** Channels by which someone writes down what he was told. */
export const enteredChannels = ["reception", "visit", "phone", "letter", "activity"] as const satisfies readonly Channel[];

export const voiceGrades = ["SATISFIED", "BASIC", "DISSATISFIED", "UNREACHABLE"] as const;
export type VoiceGrade = (typeof voiceGrades)[number];

/** What a voter can say; nobody says of himself that he cannot be reached. */
export const spokenGrades = ["SATISFIED", "BASIC", "DISSATISFIED"] as const satisfies readonly VoiceGrade[];

/** How a voice ended. `heard`: somebody judged the answer; `unheard`: there was nobody to ask. */
export const endings = ["directed", "heard", "unreachable", "unheard", "withdrawn"] as const;
export type Ending = (typeof endings)[number];

/** What a voice grew into. */
export const escalations = ["opinion", "suggestion", "project", "lead"] as const;
export type Escalation = (typeof escalations)[number];

/** What a voice can count as in the figures of the station at which it was heard: how it came, which way it went, how it was answered. */
export const voiceMeasures = [
  ...(["heard", "heardAtReceptions", "heardByLiaison", "heardByCode", "heardOnPortal", "heardByVisit", "heardByPhone"] as const),
  ...(["heardByHotline", "heardAtActivities"] as const),
  ...(["awaiting", "answeredAtOnce", "routed", "takenUp", "toldElsewhere", "joined", "becameOpinion", "becameSuggestion"] as const),
  ...(["becameProject", "withdrawn"] as const),
  ...(["answered", "answersDue", "answeredInTime", "overdue"] as const),
  ...(["asked", "satisfied", "basic", "satisfiedOrBasic", "dissatisfied", "unreachable"] as const),
] as const;
export type VoiceMeasure = (typeof voiceMeasures)[number];

export const publicities = ["none", "public"] as const;
export type Publicity = (typeof publicities)[number];

export const visitWays = ["visit", "phone", "message"] as const;
