import { type Offers, offersOf, refusalBy, type Transition } from "../../platform/lifecycle/table.ts";
import type { Refusal } from "../../platform/refusal.ts";
import * as needs from "./needs.ts";
import type { VoiceRelation, VoiceState } from "./terms.ts";
import type { Voice } from "./voice.ts";

export interface Row extends Transition<VoiceState, VoiceRelation, Voice> {
  /** Kept from whoever answered until the round is over: he must not know how the asking goes. */
  readonly hiddenFromHandlers?: true;
}

const receivers = ["receiver", "office"] as const;
const desk = ["receiver", "station", "office"] as const;
const underway = ["handling", "taken_up"] as const;
const open = ["received", "handling", "taken_up"] as const;
const spoken = ["received", "joined", "handling", "taken_up", "answered", "escalated"] as const;

/** The life cycle of a voter's voice. Permission, buttons, tests and diagram are all read off this table. */
export const table = {
  direct: {
    path: "directions",
    from: ["received"],
    to: ["directed"],
    by: desk,
    tells: "voice.directed",
    source: "domain §10.2",
  },
  join: {
    path: "joinings",
    from: ["received", "handling"],
    to: ["joined"],
    by: receivers,
    needs: [needs.nobodyJoined],
    tells: "voice.joined",
    source: "domain §10.3",
  },
  separate: {
    path: "separations",
    from: ["joined"],
    to: ["received"],
    by: [...receivers, "house"],
    tells: "voice.separated",
    source: "domain §10.3",
  },
  answer_at_once: {
    path: "instant-answers",
    from: ["received"],
    to: ["answered"],
    by: [...desk, "addressed"],
    attaches: true,
    tells: "voice.answered_at_once",
    source: "domain §9.3",
  },
  route: {
    path: "routings",
    from: ["received"],
    to: ["handling"],
    by: receivers,
    tells: "voice.routed",
    source: "domain §10.4",
    // One entry on the to-do list stands for every way of triage.
    awaited: true,
    within: ["voice.triage"],
  },
  take_up: {
    path: "take-ups",
    from: ["received"],
    to: ["taken_up"],
    by: ["addressed"],
    tells: "voice.taken_up",
    source: "mission F2.4",
    awaited: true,
    within: ["voice.triage"],
  },
  put_back: {
    path: "put-backs",
    from: ["taken_up"],
    to: ["received"],
    by: ["taker"],
    tells: "voice.put_back",
    source: "mission F2.4",
  },
  hand_back: {
    path: "handbacks",
    from: ["handling"],
    to: ["received"],
    by: ["unit"],
    attaches: true,
    tells: "voice.handed_back",
    source: "domain §10.4",
  },
  report_progress: {
    path: "progress-reports",
    from: underway,
    by: ["unit", "taker"],
    attaches: true,
    tells: "voice.progressed",
    source: "domain §10.3",
  },
  extend: {
    path: "extensions",
    from: ["handling"],
    by: ["unit"],
    needs: [needs.notExtended],
    tells: "voice.extended",
    source: "domain §10.4",
  },
  answer: {
    path: "answers",
    from: underway,
    to: ["answered"],
    by: ["unit", "taker"],
    attaches: true,
    tells: "voice.answered",
    source: "domain §10.4",
    awaited: true,
    within: ["voice.handle.simple", "voice.handle.other", "voice.handle.urgent"],
  },
  urge: { path: "urgings", from: underway, by: receivers, tells: "voice.urged", source: "domain §10.4" },
  try_visit: {
    path: "visit-tries",
    from: ["answered"],
    by: ["visitor"],
    tells: "voice.visit_tried",
    source: "domain §10.5",
    hiddenFromHandlers: true,
  },
  revisit: {
    path: "return-visits",
    from: ["answered"],
    to: ["closed", "handling", "taken_up", "received"],
    by: ["visitor"],
    attaches: true,
    tells: "voice.revisited",
    source: "domain §10.5",
    awaited: true,
    within: ["voice.revisit"],
    hiddenFromHandlers: true,
  },
  appraise: {
    path: "appraisals",
    from: ["answered"],
    to: ["closed", "handling", "taken_up", "received"],
    by: ["voter"],
    tells: "voice.appraised",
    source: "domain §10.5",
    hiddenFromHandlers: true,
  },
  end_unreached: {
    path: "unreached-endings",
    from: ["answered"],
    to: ["closed"],
    by: ["visitor"],
    needs: [needs.triedOften],
    tells: "voice.ended_unreached",
    source: "domain §10.5",
    hiddenFromHandlers: true,
  },
  end_unheard: {
    path: "unheard-endings",
    from: ["answered"],
    to: ["closed"],
    by: ["house"],
    needs: [needs.nobodyToAsk],
    tells: "voice.ended_unheard",
    source: "domain §10.5",
  },
  add_words: {
    path: "additions",
    from: spoken,
    by: ["voter", "receiver", "station"],
    attaches: true,
    tells: "voice.added_to",
    source: "domain §10.3",
  },
  reopen: {
    path: "reopenings",
    from: ["closed"],
    to: ["received"],
    by: ["voter"],
    needs: [needs.notReopened],
    tells: "voice.reopened",
    source: "domain §10.5",
  },
  become_opinion: {
    path: "opinions",
    from: open,
    to: ["escalated"],
    by: ["addressed", "taker"],
    tells: "voice.became_opinion",
    source: "mission F5.1",
  },
  become_suggestion: {
    path: "suggestions",
    from: open,
    to: ["escalated"],
    by: ["addressed", "taker"],
    tells: "voice.became_suggestion",
    source: "domain §10.4",
  },
  propose_project: {
    path: "project-proposals",
    from: open,
    to: ["escalated"],
    by: receivers,
    tells: "voice.proposed_as_project",
    source: "domain §10.4",
  },
  propose_lead: {
    path: "lead-proposals",
    from: open,
    to: ["escalated"],
    by: receivers,
    tells: "voice.proposed_as_lead",
    source: "domain §10.4",
  },
  conclude: {
    path: "conclusions",
    from: ["escalated"],
    to: ["answered"],
    by: receivers,
    needs: [needs.nothingToFollow],
    tells: "voice.concluded",
    source: "domain §10.4",
    awaited: true,
  },
  follow_end: {
    path: "followed-endings",
    from: ["escalated"],
    to: ["answered"],
    by: ["house"],
    tells: "voice.end_followed",
    source: "mission “what none has” 1",
  },
  withdraw: {
    path: "withdrawals",
    from: open,
    to: ["withdrawn"],
    by: ["voter"],
    tells: "voice.withdrawn",
    source: "domain §11.1",
  },
  correct: {
    path: "corrections",
    from: ["received"],
    by: desk,
    tells: "voice.corrected",
    source: "domain §10.1",
  },
  clear_public: {
    path: "publications",
    from: ["handling", "taken_up", "answered", "escalated", "closed"],
    by: receivers,
    tells: "voice.cleared_for_all",
    source: "domain §10.5",
  },
  open_contact: {
    path: "contact-openings",
    from: ["received", "joined", "handling", "taken_up", "answered", "escalated", "closed"],
    by: [...desk, "trusted"],
    needs: [needs.hasContact],
    tells: "voice.contact_opened",
    source: "domain §11.1",
    hiddenFromHandlers: true,
  },
} as const satisfies Record<string, Row>;

export type VoiceVerb = keyof typeof table;
export const voiceVerbs = Object.keys(table) as VoiceVerb[];
/** Every kind of fact that a voice leaves in the ledger. */
export const voiceFacts: readonly string[] = ["voice.received", ...Object.values(table).map((row) => row.tells)];
export const transitionOf = (verb: VoiceVerb): Row => table[verb];

/** Nothing when `verb` may happen now; else why not. */
export const may = (of: Voice, verb: VoiceVerb, relations: readonly VoiceRelation[]): Refusal | undefined =>
  refusalBy(transitionOf(verb), of, relations, { subject: "voice", verb });

export const offers = (of: Voice, relations: readonly VoiceRelation[]): Offers<VoiceVerb> =>
  offersOf(voiceVerbs, (verb) => may(of, verb, relations));
