import type { FileFolder } from "../../platform/files/folder.ts";
import { drawn } from "../../platform/lifecycle/diagram.ts";
import type { Module } from "../../platform/module.ts";
import type { Statutes } from "../calendar/index.ts";
import type { Actor } from "../identity/index.ts";
import { receptionVerbs, table } from "./lifecycle.ts";
import { listeningTable, listeningVerbs } from "./listening-lifecycle.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { ratingTable, ratingVerbs } from "./rating-lifecycle.ts";
import { keptLists } from "./server/kept-lists.ts";
import { stationRoutes } from "./server/station-routes.ts";
import { listeningStates, pointStates, ratingStates, receptionStates } from "./terms.ts";

export { isStationSide } from "./access.ts";
export { receptionFacts } from "./lifecycle.ts";
export { listeningFacts } from "./listening-lifecycle.ts";
export { ratingFacts } from "./rating-lifecycle.ts";
export { stationRules } from "./rule-definitions.ts";
export { type ReceptionInBrief, receptionsById, type StationInBrief, stationByCode, stationsById } from "./server/look-up.ts";
export { keepersOf, placedAt, stationsStaffedBy } from "./server/sides.ts";
export { listeningRelations, receptionRelations, type StationFunction, stationFunctions } from "./terms.ts";

export const stations = (statutes: Statutes, files: FileFolder): Module<Actor> => ({
  name: "stations",
  migrations: { module: "stations", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  diagram: (words) =>
    [
      drawn({ subject: "reception", states: receptionStates, table }, words),
      drawn({ subject: "listening", states: listeningStates, table: listeningTable, parts: pointStates }, words),
      drawn({ subject: "rating", states: ratingStates, table: ratingTable }, words),
    ].join("\n"),
  routes: [...stationRoutes(statutes, files), ...keptLists],
  permits: {
    "scope:stations": () => true,
    // Whose station it is, and what may happen to a thing in its state, only the thing itself can tell.
    ...Object.fromEntries(receptionVerbs.map((verb) => [`verb:receptions.${verb}`, () => true])),
    ...Object.fromEntries(listeningVerbs.map((verb) => [`verb:listening.${verb}`, () => true])),
    ...Object.fromEntries(ratingVerbs.map((verb) => [`verb:ratings.${verb}`, () => true])),
  },
});
