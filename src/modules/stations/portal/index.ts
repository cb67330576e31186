import type { PublicPart } from "../../../platform/module.ts";
import { scriptPage } from "../../../portal/asset.ts";
import type { Statutes } from "../../calendar/index.ts";
import en from "./en.json" with { type: "json" };
import { postPage, postsPage } from "./posts.ts";
import { shortStationPage, stationPage } from "./station.ts";
import { stationsPage } from "./stations.ts";
import zh from "./zh-CN.json" with { type: "json" };

/** Where deputies are to be met, when, and what the places publish (F2.4, F2.6). */
export function stationsPortal(statutes: Statutes): PublicPart {
  const near = scriptPage(new URL("./near.js", import.meta.url), "near");
  return {
    messages: { "zh-CN": zh, en },
    pages: [stationsPage(statutes, near.path), stationPage(statutes), shortStationPage, postsPage, postPage, near],
    ways: [{ path: "/portal/stations", words: "portal.way.stations", order: 30 }],
  };
}
