import type exceljs from "exceljs";
import { fileTypeFromBuffer } from "file-type";
import { invalid, type Reason, type Refusal } from "../refusal.ts";
import { csvRows, decoded, unmarked } from "./read-csv.ts";
import { unfolded } from "./unfolded.ts";

/** A cell as it was filled in; a fault is something that is not taken at its word. */
export type ReadCell = { readonly text: string } | { readonly day: string } | { readonly fault: Reason } | undefined;

export interface ReadRow {
  /** Its number in the sheet, as the program of tables shows it. */
  readonly no: number;
  readonly cells: readonly ReadCell[];
}

export interface ReadSheet {
  readonly headings: readonly string[];
  readonly rows: readonly ReadRow[];
}

/** In bytes: as handed in, and unfolded. */
export const sheetLimit = 20 * 1024 * 1024;
const unfoldedLimit = 80 * 1024 * 1024;
const mostRows = 20_000;
const mostColumns = 100;
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const refused = (code: string, params?: Reason["params"]): Refusal =>
  invalid({ field: "file", code: `sheet.${code}`, ...(params ? { params } : {}) });

/** The first page of an XLSX file, or a CSV file: a row of headings, then rows. Rows whose first cell begins with `#` are remarks. */
export async function readSheet(file: File): Promise<ReadSheet | Refusal> {
  if (file.size === 0) return refused("empty");
  if (file.size > sheetLimit) return refused("too_large", { limit: sheetLimit / 1024 / 1024 });
  const bytes = Buffer.from(await file.arrayBuffer());
  if (/\.csv$/i.test(file.name)) return textOf(bytes);
  const kind = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  if (kind === "application/x-cfb") return refused("old_or_locked");
  const size = bytes.readUInt16BE(0) === 0x504b ? unfolded(bytes, unfoldedLimit) : undefined;
  if (size === "too_large") return refused("unfolds_too_large", { limit: unfoldedLimit / 1024 / 1024 });
  if (size === "broken") return refused("broken");
  if (kind !== xlsx) return refused("not_a_sheet");
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  try {
    await book.xlsx.load(bytes as never);
  } catch {
    return refused("broken");
  }
  const page = book.worksheets[0];
  return page ? rowsOf(page) : refused("empty");
}

function rowsOf(page: exceljs.Worksheet): ReadSheet | Refusal {
  const head = page.getRow(1);
  if (head.cellCount > mostColumns) return refused("too_many_columns", { limit: mostColumns });
  const headings: string[] = [];
  for (let at = 1; at <= head.cellCount; at++) {
    const cell = read(head.getCell(at));
    if (cell && "fault" in cell) return refused("bad_heading", { column: head.getCell(at).address });
    headings.push(cell && "text" in cell ? cell.text : "");
  }
  const rows: ReadRow[] = [];
  page.eachRow((row, no) => {
    if (no > 1 && rows.length <= mostRows) rows.push({ no, cells: headings.map((_, at) => read(row.getCell(at + 1))) });
  });
  return sheetOf(headings, rows);
}

function textOf(bytes: Uint8Array): ReadSheet | Refusal {
  const text = decoded(bytes);
  const [head, ...lines] = (text === undefined ? undefined : csvRows(text)) ?? [];
  if (!head) return refused(text === "" ? "empty" : "broken_text");
  if (head.length > mostColumns) return refused("too_many_columns", { limit: mostColumns });
  const headings = head.map((cell) => cell.trim());
  return sheetOf(
    headings,
    lines
      .slice(0, mostRows + 1)
      .map((cells, at) => ({ no: at + 2, cells: headings.map((_, column) => textIn(unmarked(cells[column] ?? ""))) })),
  );
}

/** What stands in a sheet beside remarks and empty rows, within its limits. */
function sheetOf(heads: readonly string[], all: readonly ReadRow[]): ReadSheet | Refusal {
  const headings = heads.slice(0, heads.findLastIndex((heading) => heading !== "") + 1);
  if (headings.length === 0) return refused("no_headings");
  if (all.length > mostRows) return refused("too_many_rows", { limit: mostRows });
  const rows = all
    .map(({ no, cells }) => ({ no, cells: cells.slice(0, headings.length) }))
    .filter(({ cells: [first] }) => !(first && "text" in first && first.text.startsWith("#")))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
  return rows.length === 0 ? refused("no_rows") : { headings, rows };
}

const fault = (code: string): ReadCell => ({ fault: { code: `sheet.cell.${code}` } });
const unfit = /[\p{Cc}]/u;

const has = (value: exceljs.CellValue, key: string): boolean => typeof value === "object" && value !== null && key in value;

function read(cell: exceljs.Cell): ReadCell {
  if (cell.isMerged) return fault("merged");
  const { value } = cell;
  if (value === null || value === undefined) return undefined;
  if (has(value, "formula") || has(value, "sharedFormula")) return fault("formula");
  if (has(value, "error")) return fault("error");
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? fault("date") : { day: value.toISOString().slice(0, 10) };
  if (typeof value === "number" && Math.abs(value) >= 1e15) return fault("long_number");
  return textIn(typeof value === "object" ? cell.text : String(value));
}

function textIn(said: string): ReadCell {
  const text = said.trim();
  if (text === "") return undefined;
  return unfit.test(text.replaceAll(/[\r\n\t]/g, "")) || !text.isWellFormed() ? fault("bad_character") : { text };
}
