import type { FileFolder } from "../../platform/files/folder.ts";
import { stepFaults } from "../../platform/ledger/steps.ts";
import { drawn } from "../../platform/lifecycle/diagram.ts";
import type { Module } from "../../platform/module.ts";
import type { Seal } from "../../platform/seal/seal.ts";
import type { Statutes } from "../calendar/index.ts";
import type { Actor } from "../identity/index.ts";
import { receptionVerbs, table } from "./lifecycle.ts";
import { listeningTable, listeningVerbs } from "./listening-lifecycle.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { stationsPortal } from "./portal/index.ts";
import { ratingTable, ratingVerbs } from "./rating-lifecycle.ts";
import { absenceRoutes, forgetAbsences } from "./server/absences.ts";
import { callForAnnouncements, missUnrecorded, waitingFaults } from "./server/due.ts";
import { keptLists } from "./server/kept-lists.ts";
import { listeningRoutes } from "./server/listening-routes.ts";
import { keptListening, listeningFaults } from "./server/listening-store.ts";
import { ratingRoutes } from "./server/rating-routes.ts";
import { keptRating } from "./server/ratings.ts";
import { receptionRoutes } from "./server/reception-routes.ts";
import { stationRoutes } from "./server/station-routes.ts";
import { kept } from "./server/store.ts";
import { listeningStates, pointStates, ratingStates, receptionStates } from "./terms.ts";

export { isStationSide } from "./access.ts";
export { receptionFacts } from "./lifecycle.ts";
export { listeningFacts } from "./listening-lifecycle.ts";
export { dutyOfStations } from "./portal/duty.ts";
export { ratingFacts } from "./rating-lifecycle.ts";
export { stationRules } from "./rule-definitions.ts";
export { countedHappenings } from "./server/balance.ts";
export { concernedWithListening, concernedWithReception, listeningHeadings, receptionHeadings } from "./server/concerned.ts";
export { countedListenings, countedPoints } from "./server/counted-listenings.ts";
export { countedReceptions, countedTurns } from "./server/counted-receptions.ts";
export { listeningLines } from "./server/listening-view.ts";
export { type ReceptionInBrief, receptionsById, type StationInBrief, stationByCode, stationsById } from "./server/look-up.ts";
export { type Overseen, stationKindNames, stationsOverseen } from "./server/overseen.ts";
export { keepersOf, placedAt, stationsStaffedBy } from "./server/sides.ts";
export { type Counting, endOf as endOfCounting, yearUntil } from "./server/span.ts";
export {
  listeningsWith,
  listeningVerb,
  nothingUrgeable,
  receptionBulk,
  receptionLines,
  receptionsWith,
  receptionVerb,
  stationHolders,
} from "./server/waiting.ts";
export { listeningRelations, type ReceptionMeasure, receptionRelations, type StationFunction, stationFunctions } from "./terms.ts";

export const stations = (statutes: Statutes, files: FileFolder, seal: Seal, publicUrl: string): Module<Actor> => ({
  name: "stations",
  migrations: { module: "stations", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  diagram: (words) =>
    [
      drawn({ subject: "reception", states: receptionStates, table }, words),
      drawn({ subject: "listening", states: listeningStates, table: listeningTable, parts: pointStates }, words),
      drawn({ subject: "rating", states: ratingStates, table: ratingTable }, words),
    ].join("\n"),
  portal: stationsPortal(statutes),
  routes: [
    ...stationRoutes(statutes, files, publicUrl),
    ...keptLists,
    ...absenceRoutes,
    ...receptionRoutes(statutes, seal, files, publicUrl),
    ...listeningRoutes(statutes, files),
    ...ratingRoutes(statutes, files),
  ],
  sweeps: [callForAnnouncements, missUnrecorded(statutes, seal), forgetAbsences],
  verify: async (db, district) => [
    ...(await stepFaults(db, kept, district)),
    ...(await stepFaults(db, keptListening, district)),
    ...(await stepFaults(db, keptRating, district)),
    ...(await waitingFaults(db, district)),
    ...(await listeningFaults(db, district)),
  ],
  permits: {
    "scope:stations": () => true,
    // Whose station it is, and what may happen to a thing in its state, only the thing itself can tell.
    ...Object.fromEntries(receptionVerbs.map((verb) => [`verb:receptions.${verb}`, () => true])),
    ...Object.fromEntries(listeningVerbs.map((verb) => [`verb:listening.${verb}`, () => true])),
    ...Object.fromEntries(ratingVerbs.map((verb) => [`verb:ratings.${verb}`, () => true])),
  },
});
