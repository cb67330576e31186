import type { Words } from "../../platform/i18n/words.ts";
import { transitionOf, verbNames } from "./lifecycle.ts";
import { caseStates, partStates } from "./terms.ts";

/** The life cycle as a page of Markdown with two Mermaid diagrams, drawn from the table alone. */
export function diagram(words: Words): string {
  const verb = (name: string) => words(`suggestion.verb.${name}`);
  const cases = caseStates.map((state) => `  ${state} : ${words(`suggestion.status.${state}`)}`);
  const moves = verbNames.flatMap((name) => {
    const { from, to } = transitionOf(name);
    return (to ?? []).flatMap((next) => from.filter((state) => state !== next).map((state) => `  ${state} --> ${next} : ${verb(name)}`));
  });
  const parts = partStates.map((state) => `  ${state} : ${words(`suggestion.part.status.${state}`)}`);
  const partMoves = verbNames.flatMap((name) => {
    const part = transitionOf(name).part;
    return (part?.to ?? []).flatMap((next) => part?.from.map((state) => `  ${state} --> ${next} : ${verb(name)}`) ?? []);
  });
  return [
    `# ${words("suggestion.page.list")}`,
    `> ${words("suggestion.diagram.generated")}`,
    `## ${words("suggestion.diagram.case")}`,
    mermaid(["  [*] --> draft", ...cases, ...moves]),
    `## ${words("suggestion.diagram.part")}`,
    mermaid(["  [*] --> offered", ...parts, ...partMoves]),
    `## ${words("suggestion.diagram.table")}`,
    tableOf(words),
    "",
  ].join("\n\n");
}

const mermaid = (lines: readonly string[]): string => ["```mermaid", "stateDiagram-v2", ...lines, "```"].join("\n");

function tableOf(words: Words): string {
  const heads = ["verb", "from", "to", "by", "needs", "fact", "source"].map((head) => words(`suggestion.diagram.${head}`));
  const states = (list: readonly string[]) => list.map((state) => words(`suggestion.status.${state}`)).join("、");
  const rows = verbNames.map((name) => {
    const { from, to, by, needs = [], partNeeds = [], tells, source } = transitionOf(name);
    const people = by.map((relation) => words(`suggestion.relation.${relation}`)).join("、");
    return [
      words(`suggestion.verb.${name}`),
      states(from),
      to ? states(to) : "—",
      people,
      [...needs, ...partNeeds].map((need) => `\`${need.name}\``).join(" ") || "—",
      `\`${tells}\``,
      source,
    ];
  });
  return [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
