import type { Words } from "../i18n/words.ts";

interface Drawn {
  readonly from: readonly string[];
  readonly to?: readonly string[];
  readonly by: readonly string[];
  readonly needs?: readonly { readonly name: string }[];
  readonly partNeeds?: readonly { readonly name: string }[];
  readonly part?: { readonly from: readonly string[]; readonly to?: readonly string[] };
  readonly tells: string;
  readonly source: string;
}

export interface Drawing {
  /** The top-level key of the sentences: `suggestion`. */
  readonly subject: string;
  readonly states: readonly string[];
  readonly table: Readonly<Record<string, Drawn>>;
  /** States of a part of the thing, where its units have a life of their own. */
  readonly parts?: readonly string[];
}

/** A life cycle as a page of Markdown with Mermaid diagrams and its table, drawn from the table alone. */
export function drawn({ subject, states, table, parts }: Drawing, words: Words): string {
  const verb = (name: string) => words(`${subject}.verb.${name}`);
  const rows = Object.entries(table);
  const moves = rows.flatMap(([name, { from, to = [] }]) =>
    to.flatMap((next) => from.filter((state) => state !== next).map((state) => `  ${state} --> ${next} : ${verb(name)}`)),
  );
  const partMoves = rows.flatMap(([name, { part }]) =>
    (part?.to ?? []).flatMap((next) => part?.from.map((state) => `  ${state} --> ${next} : ${verb(name)}`) ?? []),
  );
  const named = (all: readonly string[], key: string) => all.map((state) => `  ${state} : ${words(`${key}.${state}`)}`);
  return [
    `# ${words(`${subject}.page.list`)}`,
    `> ${words("lifecycle.diagram.generated")}`,
    mermaid([`  [*] --> ${states[0]}`, ...named(states, `${subject}.status`), ...moves]),
    ...(parts
      ? [
          `## ${words("lifecycle.diagram.part")}`,
          mermaid([`  [*] --> ${parts[0]}`, ...named(parts, `${subject}.part.status`), ...partMoves]),
        ]
      : []),
    `## ${words("lifecycle.diagram.table")}`,
    tableOf(subject, table, words),
    "",
  ].join("\n\n");
}

const mermaid = (lines: readonly string[]): string => ["```mermaid", "stateDiagram-v2", ...new Set(lines), "```"].join("\n");

function tableOf(subject: string, table: Drawing["table"], words: Words): string {
  const heads = ["verb", "from", "to", "by", "needs", "fact", "source"].map((head) => words(`lifecycle.diagram.${head}`));
  const list = (all: readonly string[], key: string) => all.map((one) => words(`${subject}.${key}.${one}`)).join("、");
  const rows = Object.entries(table).map(([name, { from, to, by, needs = [], partNeeds = [], tells, source }]) => {
    const conditions = [...needs, ...partNeeds].map((need) => `\`${need.name}\``).join(" ") || "—";
    return [
      words(`${subject}.verb.${name}`),
      list(from, "status"),
      to ? list(to, "status") : "—",
      list(by, "relation"),
      conditions,
      `\`${tells}\``,
      source,
    ];
  });
  return [heads, heads.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
