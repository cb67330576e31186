import type { PublicPart } from "../../../platform/module.ts";
import type { Statutes } from "../../calendar/index.ts";
import en from "./en.json" with { type: "json" };
import { opinionPage } from "./opinion.ts";
import { opinionsPage } from "./opinions.ts";
import zh from "./zh-CN.json" with { type: "json" };

/** Small matters that deputies have brought, and what was done about them. */
export const opinionsPortal = (statutes: Statutes): PublicPart => ({
  messages: { "zh-CN": zh, en },
  pages: [opinionsPage(statutes), opinionPage(statutes)],
  ways: [{ path: "/portal/cases/opinions", words: "portal.way.opinions", order: 52, under: "/portal/cases" }],
});
