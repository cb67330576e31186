import type { PublicPart } from "../../../platform/module.ts";
import type { Statutes } from "../../calendar/index.ts";
import { figuresKept } from "../server/public-figures.ts";
import en from "./en.json" with { type: "json" };
import { figurePage } from "./figure.ts";
import { figuresPage, homeFigures } from "./figures.ts";
import zh from "./zh-CN.json" with { type: "json" };

/** Published numbers for everybody, each with its definition and the rows behind it. */
export function statisticsPortal(statutes: Statutes): PublicPart {
  const figures = figuresKept();
  return {
    messages: { "zh-CN": zh, en },
    pages: [figuresPage(figures), figurePage(statutes)],
    ways: [{ path: "/portal/statistics", words: "portal.way.statistics", order: 60 }],
    home: { order: 50, part: homeFigures(figures) },
  };
}
