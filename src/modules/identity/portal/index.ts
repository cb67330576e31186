import type { PublicPart } from "../../../platform/module.ts";
import { deputiesPage } from "./deputies.ts";
import { type Duty, deputyPage, shortDeputyPage } from "./deputy.ts";
import en from "./en.json" with { type: "json" };
import zh from "./zh-CN.json" with { type: "json" };

export type { Duty } from "./deputy.ts";

/** Who the deputies are, for everybody (DL-58). `duties` are what other modules have to tell of a deputy's work. */
export const identityPortal = (duties: readonly Duty[]): PublicPart => ({
  messages: { "zh-CN": zh, en },
  pages: [deputiesPage, deputyPage(duties), shortDeputyPage],
  ways: [{ path: "/portal/deputies", words: "portal.way.deputies", order: 40 }],
});
