import { stepFaults } from "../../platform/ledger/steps.ts";
import { drawn } from "../../platform/lifecycle/diagram.ts";
import type { Module } from "../../platform/module.ts";
import type { Actor } from "../identity/index.ts";
import { table, voiceVerbs } from "./lifecycle.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { voicesPortal } from "./portal/index.ts";
import { endUnheard, followWhatGrew } from "./server/following.ts";
import { forgetLimits } from "./server/limits.ts";
import { eraseContacts } from "./server/retention.ts";
import { voiceRoutes } from "./server/routes.ts";
import { kept } from "./server/store.ts";
import { sumFaults } from "./server/sums.ts";
import { waitingFaults } from "./server/waiting.ts";
import type { Parts } from "./server/writing.ts";
import { voiceStates } from "./terms.ts";

export { awaitedIn as awaitedOfVoice } from "./awaited.ts";
export { voiceFacts } from "./lifecycle.ts";
export { begun as begunVoice, type Played as PlayedVoice, play as playVoice, type Spoken } from "./play.ts";
export { receiptBits, spelled as spelledReceipt } from "./receipt.ts";
export { voiceRules } from "./rule-definitions.ts";
export { addWords, appraise, type ByReceipt, type Held, held, reopen, unknownReceipt, withdraw } from "./server/by-receipt.ts";
export type { Calling } from "./server/calling.ts";
export { concernedWithVoice, voiceHeadings } from "./server/concerned.ts";
export { countedVoices } from "./server/counted.ts";
export { hotlineVoices } from "./server/intake.ts";
export { voicesWith } from "./server/list.ts";
export { takePhoto } from "./server/photos.ts";
export { type Thread, threadOf } from "./server/public-view.ts";
export { type Speech, speak } from "./server/speaking.ts";
export { talliedVoices } from "./server/sums.ts";
export { answeredForBy, urgeableVoices, voiceLines, voiceVerb } from "./server/waiting.ts";
export type { Parts as VoiceParts } from "./server/writing.ts";
export { talliedIn as talliedInVoice } from "./tallied.ts";
export { type VoiceMeasure, voiceRelations } from "./terms.ts";
export type { Voice } from "./voice.ts";

export const voices = (parts: Parts): Module<Actor> => ({
  name: "voices",
  migrations: { module: "voices", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  diagram: (words) => drawn({ subject: "voice", states: voiceStates, table }, words),
  routes: voiceRoutes(parts),
  portal: voicesPortal(parts),
  subscribers: [followWhatGrew(parts.statutes)],
  sweeps: [endUnheard(parts.statutes), eraseContacts(parts.statutes), forgetLimits],
  verify: async (db, district) => [
    ...(await stepFaults(db, kept, district)),
    ...(await waitingFaults(db, district)),
    ...(await sumFaults(db, district)),
  ],
  permits: {
    "scope:voices": () => true,
    // Who may write down what was said depends on the place and the station: whoever works at one alone has neither office nor mandate.
    "verb:voices.enter": () => true,
    // Who may perform a verb depends on the voice: the life cycle answers.
    ...Object.fromEntries(voiceVerbs.map((verb) => [`verb:voices.${verb}`, () => true])),
  },
});
