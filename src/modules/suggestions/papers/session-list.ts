import type { DateISO } from "../../../platform/clock/instant.ts";
import { numeral } from "../../../platform/i18n/numeral.ts";
import { listRow, type OfficialPaper, type Row } from "../../../platform/papers/paper.ts";
import type { PartRole } from "../terms.ts";
import { say } from "./chinese.ts";
import { longDate } from "./saying.ts";
import type { SessionListKind } from "./session-list-kinds.ts";

/** One suggestion, as lists tell of it. */
export interface SessionLine {
  readonly label: string;
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  /** How many deputies signed with the lead. */
  readonly cosigners: number;
  readonly field: string;
  readonly units: readonly { readonly name: string; readonly role: PartRole }[];
}

/** The days between which something was submitted, both included. */
export interface Span {
  readonly from: DateISO;
  readonly to: DateISO;
}

export interface SessionHeading {
  readonly congress: string;
  /** Of a session, or out of session (闭会期间). */
  readonly held: { readonly sessionNo: number } | Span;
  readonly on: DateISO;
}

export interface Group {
  readonly name: string;
  readonly lines: readonly SessionLine[];
}

/** The lines in groups, as such lists are read: fields in the order given, or units by how much they handle; what nobody handles comes last. */
export function grouped(kind: SessionListKind, lines: readonly SessionLine[], fields: readonly string[]): Group[] {
  const placed = lines.flatMap((line) => placesOf(kind, line).map((name) => ({ name, line })));
  const groups = [...Map.groupBy(placed, ({ name }) => name)].map(([name, found]) => ({ name, lines: found.map(({ line }) => line) }));
  const unassigned = say("list.unassigned");
  const place = ({ name, lines: { length } }: Group): number =>
    kind === "catalogue"
      ? fields.includes(name)
        ? fields.indexOf(name)
        : fields.length
      : name === unassigned
        ? Number.POSITIVE_INFINITY
        : -length;
  return groups.toSorted((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
}

/** Units that handle separately each find the suggestion under their own name. */
function placesOf(kind: SessionListKind, line: SessionLine): string[] {
  if (kind === "catalogue") return [line.field];
  const answering = line.units.filter((unit) => unit.role !== "CO").map((unit) => unit.name);
  return answering.length > 0 ? answering : [say("list.unassigned")];
}

export const unitsNamed = (line: SessionLine, ...roles: PartRole[]): string =>
  line.units
    .filter((unit) => roles.includes(unit.role))
    .map((unit) => unit.name)
    .join(say("comma"));

/** What a column is called. */
export const headingOf = (key: string): string => say(`list.column.${key}`);

/** A year, half of one, or from day to day. */
export function spanNamed({ from, to }: Span): string {
  const [year, days] = [from.slice(0, 4), `${from.slice(5)} ${to.slice(5)}`];
  const part = from.slice(0, 4) === to.slice(0, 4) ? parts[days] : undefined;
  return part ? say(`list.span.${part}`, { year }) : say("list.span.days", { from: longDate(from), to: longDate(to) });
}

const parts: Readonly<Record<string, string>> = { "01-01 12-31": "year", "01-01 06-30": "first_half", "07-01 12-31": "second_half" };

interface Column {
  readonly key: string;
  readonly width: number;
  of(line: SessionLine): string;
}

/** Out of session numbers begin anew each year: the year stands with them, and takes its room from the title. */
const withYear = (all: readonly Column[]): Column[] =>
  all.map((column) => {
    if (column.key === "number") return { key: "label", width: column.width + yearRoom, of: (line) => line.label };
    return column.key === "title" ? { ...column, width: column.width - yearRoom } : column;
  });
const yearRoom = 10;

const columns: Readonly<Record<SessionListKind, readonly Column[]>> = {
  catalogue: [
    { key: "number", width: 14, of: (line) => String(line.number) },
    { key: "title", width: 87, of: (line) => line.title },
    { key: "lead", width: 20, of: (line) => line.lead },
    { key: "cosigners", width: 20, of: (line) => String(line.cosigners) },
    { key: "units", width: 42, of: (line) => unitsNamed(line, "LEAD", "SEPARATE") },
    { key: "co_units", width: 42, of: (line) => unitsNamed(line, "CO") },
  ],
  assignment: [
    { key: "number", width: 14, of: (line) => String(line.number) },
    { key: "title", width: 89, of: (line) => line.title },
    { key: "lead", width: 20, of: (line) => line.lead },
    { key: "cosigners", width: 20, of: (line) => String(line.cosigners) },
    { key: "co_units", width: 48, of: (line) => unitsNamed(line, "CO") },
    { key: "field", width: 34, of: (line) => line.field },
  ],
};

/** The list as a paper that lies down, with its heading on every page and a line for each group. */
export function sessionList(
  kind: SessionListKind,
  { congress, held, on }: SessionHeading,
  lines: readonly SessionLine[],
  fields: readonly string[],
): OfficialPaper {
  const inSession = "sessionNo" in held;
  const shown = inSession ? columns[kind] : withYear(columns[kind]);
  const heading = listRow(
    shown.map(({ key }) => headingOf(key)),
    true,
  );
  const rows = grouped(kind, lines, fields).flatMap((group, index): Row[] => [
    {
      cells: [
        {
          text: say("list.group", { number: numeral(index + 1), name: group.name, count: group.lines.length }),
          span: shown.length,
          label: true,
        },
      ],
      height: 9,
    },
    ...group.lines.map((line) => listRow(shown.map((column) => column.of(line)))),
  ]);
  const of = inSession ? say("list.session", { congress, session: numeral(held.sessionNo) }) : say("list.between", { congress });
  const called = inSession ? say(`list.title.${kind}`) : say("list.called", { title: say(`list.title.${kind}`), span: spanNamed(held) });
  return {
    ...{ name: `${of}${called}`, title: `${of}\n${called}`, head: null, documentNo: null, mark: null, draft: null, lying: true },
    addressee: null,
    blocks: [
      { kind: "paragraph", text: say("list.count", { count: lines.length, day: longDate(on) }) },
      { kind: "table", columns: shown.map(({ width }) => width), rows: [heading, ...rows], heading: 1 },
    ],
    ...{ signature: null, contact: null, copies: null },
  };
}
