import type { FileFolder } from "../../platform/files/folder.ts";
import { stepFaults } from "../../platform/ledger/steps.ts";
import { drawn } from "../../platform/lifecycle/diagram.ts";
import type { Module } from "../../platform/module.ts";
import type { Statutes } from "../calendar/index.ts";
import { type Actor, mandatesInForce } from "../identity/index.ts";
import { opinionVerbs, table } from "./lifecycle.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { opinionsPortal } from "./portal/index.ts";
import { followSuggestions, lapseAppraisals } from "./server/following.ts";
import { opinionRoutes } from "./server/routes.ts";
import { kept } from "./server/store.ts";
import { sumFaults } from "./server/sums.ts";
import { keepWaiting, waitingFaults } from "./server/waiting.ts";
import { opinionStates } from "./terms.ts";

export { awaitedIn as awaitedOfOpinion } from "./awaited.ts";
export { opinionFacts } from "./lifecycle.ts";
export type { Opinion, Result } from "./opinion.ts";
export { begun as begunOpinion, type Played, play as playOpinion } from "./play.ts";
export { dutyOfOpinions } from "./portal/duty.ts";
export { opinionRules } from "./rule-definitions.ts";
export { concernedWithOpinion, opinionHeadings } from "./server/concerned.ts";
export { opinionFigures } from "./server/figures.ts";
export { opinionsWith } from "./server/list.ts";
export { raise as raiseOpinion } from "./server/perform.ts";
export { publicThreadOfOpinion } from "./server/public-view.ts";
export { receiverFor } from "./server/receiver.ts";
export { countedOpinions } from "./server/sums.ts";
export { opinionLines, opinionVerb, urgeableOpinions } from "./server/waiting.ts";
export { talliedIn as talliedInOpinion } from "./tallied.ts";
export { opinionRelations } from "./terms.ts";

export const opinions = (statutes: Statutes, files: FileFolder): Module<Actor> => ({
  name: "opinions",
  migrations: { module: "opinions", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  diagram: (words) => drawn({ subject: "opinion", states: opinionStates, table }, words),
  routes: opinionRoutes(statutes, files),
  portal: opinionsPortal(statutes),
  subscribers: [followSuggestions(statutes)],
  sweeps: [lapseAppraisals(statutes), keepWaiting()],
  verify: async (db, district) => [
    ...(await stepFaults(db, kept, district)),
    ...(await waitingFaults(db, district)),
    ...(await sumFaults(db, district)),
  ],
  permits: {
    "scope:opinions": () => true,
    "verb:opinions.raise": (actor) => mandatesInForce(actor).length > 0,
    // Who may perform a verb depends on the opinion: the life cycle answers.
    ...Object.fromEntries(opinionVerbs.map((verb) => [`verb:opinions.${verb}`, () => true])),
  },
});
