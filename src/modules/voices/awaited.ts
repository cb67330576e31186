import { type Awaited, runningClock } from "../../platform/lifecycle/awaited.ts";
import { may, transitionOf, voiceVerbs } from "./lifecycle.ts";
import type { VoiceRelation } from "./terms.ts";
import type { Voice } from "./voice.ts";

/** What a voice waits for and from whom, read off the life-cycle table. */
export function awaitedIn(of: Voice): Awaited[] {
  const holders: [VoiceRelation, string | null][] = [
    ["receiver", of.receiverId],
    ["unit", of.unitId],
    ["taker", of.takerId],
    ["addressed", of.mandateId],
    // Whoever received it sees to it that somebody asks the speaker.
    ["visitor", of.receiverId],
    // Whoever works at the station where it was spoken is nearer, and may ask as well.
    ["visitor", of.stationId],
  ];
  return voiceVerbs.flatMap((verb) => {
    const { awaited, within = [] } = transitionOf(verb);
    if (!awaited) return [];
    return holders.flatMap(([relation, holder]): Awaited[] => {
      if (holder === null || may(of, verb, [relation]) !== undefined) return [];
      const clockId = runningClock(of.clocks, within, null)?.id ?? null;
      return [{ verb, holder, leadersOnly: false, partId: null, clockId, dueOn: null }];
    });
  });
}
