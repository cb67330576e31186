import type { Reason } from "../../platform/refusal.ts";
import type { Voice } from "./voice.ts";

/** So many return visits in vain, and the speaker counts as unreachable (domain.md §10.5). */
export const triesWanted = 3;

type Need = (of: Voice) => Reason | undefined;
const unless = (holds: boolean, code: string, source: string): Reason | undefined => (holds ? undefined : { code, source });

/** Voices that have joined follow one that stands for itself. */
export const nobodyJoined: Need = (of) => unless(of.joiners === 0, "voice.need.nobody_joined", "domain §10.3");
export const triedOften: Need = (of) => unless(of.tries >= triesWanted, "voice.need.three_tries", "domain §10.5");
export const nobodyToAsk: Need = (of) => unless(!of.reachable, "voice.need.nobody_to_ask", "domain §10.5");
export const notReopened: Need = (of) => unless(!of.reopened, "voice.need.not_reopened", "domain §10.5");
export const notExtended: Need = (of) =>
  unless(!of.clocks.some((clock) => clock.stoppedOn === null && clock.extension !== null), "voice.need.not_extended", "domain §10.4");
export const hasContact: Need = (of) => unless(of.hasContact, "voice.need.contact", "domain §11.1");
/** A project or a lead is answered for by the office; an opinion or a suggestion ends by itself. */
export const nothingToFollow: Need = (of) =>
  unless(of.opinionId === null && of.suggestionId === null, "voice.need.nothing_to_follow", "domain §10.4");
