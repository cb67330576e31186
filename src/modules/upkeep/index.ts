import type { Module } from "../../platform/module.ts";
import type { Actor } from "../identity/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { upkeepRoutes } from "./server/routes.ts";

/** What the administrator watches: is everything read, done in time and kept? */
export const houseUpkeep = (): Module<Actor> => ({ name: "upkeep", messages: { "zh-CN": zh, en }, routes: upkeepRoutes });
