import type { DateISO } from "../../platform/clock/instant.ts";
import type { ClockRow } from "../calendar/index.ts";
import type { Case } from "./case.ts";
import type { Context } from "./context.ts";

export const subjectType = "suggestion";

/** Windows of a right: letting one pass is nobody's delay, so it is never overdue. */
export const rightWindows: readonly string[] = ["suggestion.handback"];

/** Starts a limit of the case, or of one of its parts, today unless another day is named. */
export function start(of: Case, context: Context, key: string, { partId, on }: { partId?: string; on?: DateISO } = {}): ClockRow {
  const what = { id: context.newId(), subjectType, subjectId: of.id, key: `suggestion.${key}`, startsOn: on ?? context.today };
  return context.clocks.start(partId === undefined ? what : { ...what, partId });
}

/** The running or standing clocks of these kinds, stopped today. */
export function stop(of: Case, context: Context, by: string, keys: readonly string[], partId?: string): ClockRow[] {
  return open(of)
    .filter((clock) => keys.includes(clock.key.replace("suggestion.", "")) && (partId === undefined || clock.partId === partId))
    .map((clock) => context.clocks.stop(clock, context.today, by));
}

/** All clocks of the case that have not been stopped. */
export const open = (of: Pick<Case, "clocks">): ClockRow[] => of.clocks.filter((clock) => clock.stoppedOn === null);

/** Every open clock stopped: nothing is owed any more. */
export const stopAll = (of: Case, context: Context, by: string): ClockRow[] =>
  open(of).map((clock) => context.clocks.stop(clock, context.today, by));
