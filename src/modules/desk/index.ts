import type { Module } from "../../platform/module.ts";
import type { Statutes } from "../calendar/index.ts";
import type { Actor } from "../identity/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { deskRoutes } from "./server/routes.ts";
import type { Subject } from "./subject.ts";

export { deskRules, lamps } from "./rule-definitions.ts";

/** Everyone's desk: what waits for him, what he did, whom he may urge. */
export const desk = (statutes: Statutes, subjects: readonly Subject[]): Module<Actor> => ({
  name: "desk",
  messages: { "zh-CN": zh, en },
  routes: deskRoutes(statutes, subjects),
  permits: { "scope:desk": () => true },
});
