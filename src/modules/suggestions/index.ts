import type { FileFolder } from "../../platform/files/folder.ts";
import { stepFaults } from "../../platform/ledger/steps.ts";
import { drawn } from "../../platform/lifecycle/diagram.ts";
import type { Module } from "../../platform/module.ts";
import type { Statutes } from "../calendar/index.ts";
import { type Actor, mandatesInForce } from "../identity/index.ts";
import { table, verbNames } from "./lifecycle.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { suggestionsPortal } from "./portal/index.ts";
import { followAppraisals, followCalendars, followMandates } from "./server/following.ts";
import { suggestionRoutes } from "./server/routes.ts";
import { kept } from "./server/store.ts";
import { sortingFaults } from "./server/sums.ts";
import { keepWaiting, waitingFaults } from "./server/waiting.ts";
import { caseStates, partStates } from "./terms.ts";

export { awaitedIn as awaitedOfSuggestion } from "./awaited.ts";
export { begun as begunSuggestion } from "./beginning.ts";
export type { Case as Suggestion } from "./case.ts";
export type { Doer as SuggestionDoer } from "./context.ts";
export { suggestionBulk, suggestionFacts, type VerbName as SuggestionVerb } from "./lifecycle.ts";
export { beginning as suggestionBeginning, play as playSuggestion, type Stage as SuggestionStage } from "./play.ts";
export { dutyOfSuggestions } from "./portal/duty.ts";
export { categories, documentMarks, suggestionRules } from "./rule-definitions.ts";
export { concernedWithSuggestion, suggestionHeadings } from "./server/concerned.ts";
export { draftSuggestion } from "./server/drafting.ts";
export { suggestionFigures } from "./server/figures.ts";
export { earlierSuggestions } from "./server/intake/intake.ts";
export { publicThreadOfSuggestion } from "./server/public-view.ts";
export { scopeOf as suggestionsInSight } from "./server/scope.ts";
export { suggestionsWith } from "./server/search.ts";
export { listRows as suggestionRows, listTables as suggestionTables, ownRow as suggestionRow } from "./server/store.ts";
export { countedSuggestions } from "./server/sums.ts";
export { suggestionLines, suggestionVerb, urgeableSuggestions } from "./server/waiting.ts";
export { keyWords, type Likeness, likeness, wordsToLookUp } from "./similarity.ts";
export { talliedIn as talliedInSuggestion } from "./tallied.ts";
export { relations as suggestionRelations } from "./terms.ts";

export const suggestions = (statutes: Statutes, files: FileFolder): Module<Actor> => ({
  name: "suggestions",
  migrations: { module: "suggestions", folder: new URL("./migrations", import.meta.url).pathname },
  messages: { "zh-CN": zh, en },
  diagram: (words) => drawn({ subject: "suggestion", states: caseStates, table, parts: partStates }, words),
  routes: suggestionRoutes(statutes, files),
  portal: suggestionsPortal(statutes),
  subscribers: [followMandates(statutes), followCalendars],
  sweeps: [followAppraisals(statutes), keepWaiting()],
  verify: async (db, district) => [
    ...(await stepFaults(db, kept, district)),
    ...(await waitingFaults(db, district)),
    ...(await sortingFaults(db, district)),
  ],
  permits: {
    "scope:suggestions": () => true,
    "scope:reply_templates": () => true,
    "verb:suggestions.draft": (actor) => mandatesInForce(actor).length > 0,
    // Who may perform a verb depends on the case: the life cycle answers.
    ...Object.fromEntries(verbNames.map((verb) => [`verb:suggestions.${verb}`, () => true])),
  },
});
