import type { Reason } from "../../../../platform/refusal.ts";
import { invalid, type Refusal } from "../../../../platform/refusal.ts";
import type { ReadCell, ReadSheet } from "../../../../platform/sheets/read.ts";
import { dayIn, monthIn, saidIn, type Typed, yesNoIn } from "../../../../platform/sheets/typed.ts";
import type { Intake, IntakeColumn, Read } from "./kind.ts";
import type { References } from "./references.ts";
import { sayings as ownSayings } from "./words.ts";

const wrongFile = (code: string, params: Reason["params"]): Refusal =>
  invalid({ field: "file", code: `identity.intake.${code}`, ...(params ? { params } : {}) });

const bare = (heading: string): string => heading.replaceAll(/[\s*＊]/g, "");

/** Which column stands where. Refuses headings that nobody knows, that come twice, or that are missing. */
export function columnsIn({ headings }: ReadSheet, { columns, sayings }: Intake): (IntakeColumn | undefined)[] | Refusal {
  const known = new Map(columns.flatMap((column) => sayings(column.heading).map((heading) => [bare(heading), column] as const)));
  const remarks = new Set(ownSayings("identity.intake.reason_heading").map(bare));
  const found = headings.map((heading) => known.get(bare(heading)));
  const unknown = headings.filter((heading, at) => !found[at] && heading !== "" && !remarks.has(bare(heading)));
  const said = (some: readonly IntakeColumn[]) => some.map(({ heading }) => sayings(heading)[0]).join("、");
  if (unknown.length > 0) return wrongFile("unknown_headings", { headings: unknown.join("、"), known: said(columns) });
  const twice = found.filter((column, at) => column && found.indexOf(column) !== at);
  if (twice.length > 0) return wrongFile("heading_twice", { headings: said(twice.flatMap((column) => column ?? [])) });
  const missing = columns.filter((column) => column.required && !found.includes(column));
  return missing.length > 0 ? wrongFile("missing_headings", { headings: said(missing) }) : found;
}

/** What words of a sheet are looked up in. */
interface Lookup extends Pick<Intake, "sayings"> {
  readonly references: References;
}

/** The rows of a sheet as values of their columns. What is left empty is not given: an import never erases. */
export function take({ rows }: ReadSheet, columns: readonly (IntakeColumn | undefined)[], known: Lookup): Read[] {
  // What is looked up within something else comes after it, wherever it stands in the sheet.
  const within = (column: IntakeColumn | undefined): number => (column?.reads.as === "reference" && column.reads.within ? 1 : 0);
  const inOrder = columns.map((column, at) => ({ column, at })).sort((a, b) => within(a.column) - within(b.column));
  return rows.map(({ no, cells }) => {
    const texts: Record<string, string> = {};
    const given: Record<string, unknown> = {};
    const faults: (Reason & { field: string })[] = [];
    for (const { column, at } of inOrder) {
      const cell = cells[at];
      if (!column || !(cell || column.required)) continue;
      if (!cell) {
        faults.push({ field: column.field, code: "field.required" });
        continue;
      }
      texts[column.field] = saidIn(cell);
      const taken = valueIn(cell, column, given, known);
      if ("fault" in taken) faults.push({ field: column.field, ...taken.fault });
      else given[column.field] = taken.value;
    }
    return { no, texts, given, faults };
  });
}

function valueIn(
  cell: Exclude<ReadCell, undefined>,
  { reads }: IntakeColumn,
  given: object,
  { references, sayings }: Lookup,
): Typed<unknown> {
  if ("fault" in cell) return cell;
  switch (reads.as) {
    case "day":
      return dayIn(cell);
    case "month":
      return monthIn(cell);
    case "yes_no":
      return yesNoIn(cell);
    case "choice": {
      const value = reads.values.find((one) => one === saidIn(cell) || sayings(`${reads.words}.${one}`).includes(saidIn(cell)));
      const values = reads.values.map((one) => sayings(`${reads.words}.${one}`)[0]).join("、");
      return value === undefined ? { fault: { code: "field.not_in_list", params: { values } } } : { value };
    }
    case "reference": {
      const found = references.idOf(reads.table, saidIn(cell), { ...given }, reads.within);
      return "id" in found ? { value: found.id } : { fault: found };
    }
    default:
      return { value: saidIn(cell) };
  }
}
