import { autumnSources, otherSources, sessionThreeSources } from "./suggestions/index.ts";
import type { SuggestionSource, SuggestionText } from "./suggestions/source.ts";

export { answersOf, extensionReason, handbackReason, type SuggestionHandling, suggestionHandling } from "./suggestion-handling.ts";
export type { SuggestionText } from "./suggestions/source.ts";

const pleas = [
  "以上建议，请区政府及有关部门研究办理，办理情况请告知代表。",
  "建议由区政府统筹，明确责任单位和完成时限，分步组织实施。",
  "请有关部门深入调研，充分听取群众意见，尽早拿出具体方案。",
  "希望列入年度工作计划，定期通报进展，接受代表和群众监督。",
];

/** The 37 suggestions of the third session of the eleventh congress. */
export const sessionThreeSuggestions: readonly SuggestionText[] = sessionThreeSources.map(asText);

/** Suggestions of other sessions, and between sessions. */
export const otherSuggestions: readonly SuggestionText[] = otherSources.map(asText);

/** What is on the desks this autumn: to be reviewed, to be assigned, and with the transport bureau. */
export const autumnSuggestions = {
  review: autumnSources.review.map(asText),
  accepted: autumnSources.accepted.map(asText),
  transport: autumnSources.transport.map(asText),
};

function asText(source: SuggestionSource, index: number): SuggestionText {
  const { category, title, reason, unit, co = [], points } = source;
  const numbers = index % 3 === 2 ? ["1. ", "2. ", "3. "] : ["一、", "二、", "三、"];
  const asked = points.map(([head, ask], at) => `${numbers[at]}${head}。${ask}`).join("\n");
  const proposal = asked.length < 105 ? `${asked}\n${pleas[index % pleas.length]}` : asked;
  return { category, title, reason, proposal, unitKey: unit, coUnitKeys: co };
}
