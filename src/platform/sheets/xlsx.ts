import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type exceljs from "exceljs";
import type { Cell, CellKind, Sheet } from "./sheet.ts";

const formats: Readonly<Record<CellKind, string>> = {
  text: "@",
  whole: "0",
  decimal: "0.00",
  day: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm",
};

/** A sheet as an XLSX file, written while it is read: the reader's pace holds back the rows. */
export async function* xlsxOf(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const out = new PassThrough();
  const writing = write(sheet, out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    for await (const chunk of out) yield chunk as Uint8Array;
    await writing;
  } finally {
    out.destroy();
  }
}

async function write(sheet: Sheet, out: PassThrough): Promise<void> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const gone = new Promise<void>((done) => out.once("close", done));
  for (const one of [sheet, ...(sheet.further ?? [])]) {
    await writeSheet(one, book, out, gone);
    if (out.destroyed) return;
  }
  await book.commit();
}

type Book = InstanceType<typeof exceljs.stream.xlsx.WorkbookWriter>;

async function writeSheet({ title, columns, rows }: Sheet, book: Book, out: PassThrough, gone: Promise<void>): Promise<void> {
  const page = book.addWorksheet(sheetName(title), { views: [{ state: "frozen", ySplit: 1 }] });
  page.columns = columns.map(({ key, heading, kind, width }) => ({
    key,
    header: heading,
    width: width ?? 18,
    style: { numFmt: formats[kind] },
  }));
  page.getRow(1).font = { bold: true };
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } };
  page.getRow(1).commit();
  for await (const some of rows) {
    for (const row of some) page.addRow(columns.map(({ key, kind }) => stored(row[key], kind))).commit();
    await setImmediate();
    if (out.destroyed) return;
    if (out.writableNeedDrain) await Promise.race([once(out, "drain").catch(() => {}), gone]);
  }
  page.commit();
}

const chinaOffset = 8 * 3_600_000;

/** A day and a moment are stored as the hands of a clock in China; everything else stands as it is, never as a formula. */
function stored(cell: Cell | undefined, kind: CellKind): string | number | Date | null {
  if (cell === null || cell === undefined || cell === "") return null;
  if (kind === "day") return new Date(`${cell}T00:00:00Z`);
  if (kind === "moment") return new Date(Date.parse(String(cell)) + chinaOffset);
  return cell;
}

/** Excel allows 31 characters and none of these. */
export const sheetName = (title: string): string =>
  title
    .replaceAll(/[*?:\\/[\]']/g, " ")
    .slice(0, 31)
    .trim() || "1";
