import type { Module } from "../../platform/module.ts";
import type { Statutes } from "../calendar/index.ts";
import type { Actor } from "../identity/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { statisticsPortal } from "./portal/index.ts";
import { statisticsRoutes } from "./server/routes.ts";
import { looksAtUnits } from "./server/unit-routes.ts";

/** Definitions of every published number: numerator, denominator, cut-off, and the rows behind it. */
export const statistics = (statutes: Statutes): Module<Actor> => ({
  name: "statistics",
  messages: { "zh-CN": zh, en },
  routes: statisticsRoutes(statutes),
  portal: statisticsPortal(statutes),
  permits: {
    "duty:statistics.units": looksAtUnits,
    // On whose side a station is, only the station can tell.
    "scope:statistics.stations": () => true,
  },
});
