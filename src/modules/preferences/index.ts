import type { Module } from "../../platform/module.ts";
import type { Actor } from "../identity/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { preferenceRoutes } from "./server/routes.ts";

/** How each person wants to see the lists: kept here, so that it follows him from desk to desk. */
export const preferences = (): Module<Actor> => ({
  name: "preferences",
  migrations: { module: "preferences", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  routes: preferenceRoutes,
});
