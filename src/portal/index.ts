import type { Db } from "../platform/db/database.ts";
import type { PublicFace, PublicPage } from "../platform/http/page.ts";
import type { PublicPart } from "../platform/module.ts";
import { style } from "./frame.ts";
import { homePage } from "./home.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { accessibilityPage, privacyPage } from "./privacy.ts";
import { failedPage, refusedPage } from "./refused.ts";

export const portalMessages = { "zh-CN": zh, en };

/** The public face: its own pages and those that the modules bring. Throws when two of them want one address. */
export function publicFace(parts: readonly PublicPart[], district: (db: Db) => ReturnType<PublicFace["district"]>): PublicFace {
  const pages = [homePage(parts), privacyPage(parts), accessibilityPage, styleSheet, ...parts.flatMap((part) => part.pages)];
  const seen = new Set<string>();
  for (const { method, path } of pages) {
    const key = `${method} ${path.replaceAll(/\{\w+\}/g, "{}")}`;
    if (seen.has(key)) throw new Error(`two public pages want ${key}`);
    seen.add(key);
  }
  const home = { path: "/portal", words: "portal.way.home", order: 0 };
  const ways = [home, ...parts.flatMap((part) => part.ways ?? [])].toSorted((a, b) => a.order - b.order);
  return { pages, ways, district, refused: refusedPage, failed: failedPage };
}

const styleSheet: PublicPage = {
  method: "get",
  path: style.path,
  handle: async () =>
    new Response(style.css, {
      headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=31536000, immutable" },
    }),
};
