import type { DateISO } from "../../platform/clock/instant.ts";
import type { Case } from "./case.ts";
import { open, rightWindows } from "./clockwork.ts";

/** The limits of the appraisal: a handler must not learn from a due day that one runs. */
export const appraisalLimits: readonly string[] = ["suggestion.feedback", "suggestion.feedback_grace"];

/** The nearest due day that runs, and the nearest that handlers may know of; the window of a right is none. */
export function nearestDue(of: Pick<Case, "clocks">): { dueOn: DateISO | null; handlersDueOn: DateISO | null } {
  const owed = open(of).filter((clock) => !rightWindows.includes(clock.key));
  const nearest = (clocks: typeof owed) => clocks.map((clock) => clock.dueOn).sort()[0] ?? null;
  return { dueOn: nearest(owed), handlersDueOn: nearest(owed.filter((clock) => !appraisalLimits.includes(clock.key))) };
}
