import type { PublicPart } from "../../../platform/module.ts";
import { scriptPage } from "../../../portal/asset.ts";
import type { Parts } from "../server/public-doors.ts";
import en from "./en.json" with { type: "json" };
import { followPages } from "./follow.ts";
import { privacy } from "./privacy.ts";
import { speakPages } from "./speak.ts";
import zh from "./zh-CN.json" with { type: "json" };

/** A voter speaks in three steps, and follows what becomes of it by his receipt, without an account (F2.4). */
export function voicesPortal(parts: Parts): PublicPart {
  const script = scriptPage(new URL("./speak.js", import.meta.url), "speak");
  return {
    messages: { "zh-CN": zh, en },
    pages: [...speakPages(parts, script.path), ...followPages(parts), script],
    ways: [
      { path: "/portal/speak", words: "portal.way.speak", order: 10 },
      { path: "/portal/follow", words: "portal.way.follow", order: 20 },
    ],
    privacy,
  };
}
