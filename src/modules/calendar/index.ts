import type { Module } from "../../platform/module.ts";
import type { Actor } from "../identity/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { calendarRoutes } from "./server/routes.ts";
import type { Statutes } from "./server/statutes.ts";
import type { RuleDefinition } from "./statute.ts";

export { type ClockRow, type ClockStart, type Clocks, clocksUnder, type Extension, isPaused } from "./clock.ts";
export { addMonths, dueDate, type Period } from "./due-date.ts";
export { clocksOf, clockValues, saveClocks } from "./server/clocks.ts";
export { publishedDays, seededYears } from "./server/published.ts";
export { type RunningClock, runningClocks } from "./server/running.ts";
export { type Statutes, statutes } from "./server/statutes.ts";
export type { CalendarTables } from "./server/tables.ts";
export { type RuleDefinition, type RuleForm, type Statute, statuteOf } from "./statute.ts";
export { type Calendar, dayKind, workingDayFrom, workingDaysBetween } from "./working-days.ts";

export const calendar = (statutes: Statutes, definitions: readonly RuleDefinition[]): Module<Actor> => ({
  name: "calendar",
  migrations: { module: "calendar", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  routes: calendarRoutes(statutes, definitions),
});
