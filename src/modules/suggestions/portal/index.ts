import type { PublicPart } from "../../../platform/module.ts";
import type { Statutes } from "../../calendar/index.ts";
import { casePage } from "./case.ts";
import { casesPage } from "./cases.ts";
import en from "./en.json" with { type: "json" };
import zh from "./zh-CN.json" with { type: "json" };

/** What deputies have suggested and what became of it, as far as it is public (R2.44). */
export const suggestionsPortal = (statutes: Statutes): PublicPart => ({
  messages: { "zh-CN": zh, en },
  pages: [casesPage(statutes), casePage(statutes)],
  ways: [
    { path: "/portal/cases", words: "portal.way.cases", order: 50 },
    { path: "/portal/cases", words: "portal.way.suggestions", order: 51, under: "/portal/cases" },
  ],
});
