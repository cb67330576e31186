import type { PublicPart } from "../../../platform/module.ts";
import type { Statutes } from "../../calendar/index.ts";
import en from "./en.json" with { type: "json" };
import { planPage } from "./plan.ts";
import { homePlans, plansPage } from "./plans.ts";
import zh from "./zh-CN.json" with { type: "json" };

/** What deputies' groups have planned for the year, for everybody (DL-43). */
export const activitiesPortal = (statutes: Statutes): PublicPart => ({
  messages: { "zh-CN": zh, en },
  pages: [plansPage, planPage(statutes)],
  ways: [
    { path: "/portal/deputies", words: "portal.way.roll", order: 40, under: "/portal/deputies" },
    { path: "/portal/plans", words: "portal.way.plans", order: 41, under: "/portal/deputies" },
  ],
  home: { order: 60, part: homePlans },
});
