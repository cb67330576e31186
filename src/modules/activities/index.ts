import { stepFaults } from "../../platform/ledger/steps.ts";
import { drawn } from "../../platform/lifecycle/diagram.ts";
import type { Module } from "../../platform/module.ts";
import type { Statutes } from "../calendar/index.ts";
import type { Actor } from "../identity/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { planTable, planVerbs } from "./plan-lifecycle.ts";
import { activitiesPortal } from "./portal/index.ts";
import { planRoutes } from "./server/plan-routes.ts";
import { keptPlan, planFaults } from "./server/plan-store.ts";
import { planStates } from "./terms.ts";

export { planFacts } from "./plan-lifecycle.ts";
export { dutyOfActivities } from "./portal/duty.ts";
export { activityKinds, activityRules } from "./rule-definitions.ts";
export { concernedWithPlan, planHeadings, plansWith, planVerb } from "./server/concerned.ts";
export { planLines } from "./server/plan-list.ts";
export { type ItemOfGroup, publicItems } from "./server/public-plans.ts";
export { planRelations } from "./terms.ts";

/** What deputies' groups do between sessions (代表活动, F3): for now their yearly plans. */
export const activities = (statutes: Statutes): Module<Actor> => ({
  name: "activities",
  migrations: { module: "activities", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  diagram: (words) => drawn({ subject: "activity_plan", states: planStates, table: planTable }, words),
  portal: activitiesPortal(statutes),
  routes: planRoutes(statutes),
  verify: async (db, district) => [...(await stepFaults(db, keptPlan, district)), ...(await planFaults(db, district))],
  permits: {
    "scope:activities": () => true,
    // Whose plan it is, and what may happen to it in its state, only the plan itself can tell.
    ...Object.fromEntries(planVerbs.map((verb) => [`verb:activity_plans.${verb}`, () => true])),
  },
});
