import { type DateISO, shift } from "../../../platform/clock/instant.ts";
import { dueDate, type Statute } from "../../calendar/index.ts";
import { announceDays, recordDays } from "../rule-definitions.ts";
import type { Limits } from "../verbs.ts";

/** How long before a day its announcement comes onto the to-do list: that long before it would be late. */
export const callDays = 14;

/** The days by which a reception is announced and recorded, by the rules in force on its day. */
export const limitsUnder =
  (statute: Statute): Limits =>
  (day) => ({
    announceBy: shift(day, -statute.rule(announceDays, day).value.max),
    recordBy: dueDate(statute.calendar, day, { amount: statute.rule(recordDays, day).value.max, unit: "working_day" }).dueOn,
  });

/** Has the time come to announce it? */
export const isCalled = (announceBy: DateISO, today: DateISO): boolean => announceBy <= shift(today, callDays);
