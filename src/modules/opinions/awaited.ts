import { type Awaited, runningClock } from "../../platform/lifecycle/awaited.ts";
import { may, opinionVerbs, transitionOf } from "./lifecycle.ts";
import type { Opinion } from "./opinion.ts";
import type { OpinionRelation } from "./terms.ts";

/** What an opinion waits for and from whom, read off the life-cycle table. */
export function awaitedIn(of: Opinion): Awaited[] {
  const holders: [OpinionRelation, string | null][] = [
    ["deputy", of.mandateId],
    ["receiver", of.receiverId],
    ["unit", of.unitId],
  ];
  return opinionVerbs.flatMap((verb) => {
    const { awaited, within = [] } = transitionOf(verb);
    if (!awaited) return [];
    return holders.flatMap(([relation, holder]): Awaited[] => {
      if (holder === null || may(of, verb, [relation]) !== undefined) return [];
      const clockId = runningClock(of.clocks, within, null)?.id ?? null;
      return [{ verb, holder, leadersOnly: false, partId: null, clockId, dueOn: null }];
    });
  });
}
