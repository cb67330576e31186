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
  review: autumnSources.review.map(pointByPoint),
  accepted: autumnSources.accepted.map(pointByPoint),
  transport: autumnSources.transport.map(pointByPoint),
};

/** Short papers end with a plea. */
function asText(source: SuggestionSource, index: number): SuggestionText {
  const text = pointByPoint(source, index);
  return text.proposal.length < 105 ? { ...text, proposal: `${text.proposal}\n${pleas[index % pleas.length]}` } : text;
}

function pointByPoint({ category, title, reason, unit, co = [], points }: SuggestionSource, index: number): SuggestionText {
  const numbers = index % 3 === 2 ? ["1. ", "2. ", "3. "] : ["一、", "二、", "三、"];
  const proposal = points.map(([head, ask], at) => `${numbers[at]}${head}。${ask}`).join("\n");
  return { category, title, reason, proposal, unitKey: unit, coUnitKeys: co };
}
