import type { Cell, Sheet } from "./sheet.ts";

/** Programs of tables would run a cell that begins like this; behind apostrophes of its own it would lose one when it is read back. */
const runs = /^'*[=+\-@\t\r]/;

/** One cell after RFC 4180; text that a program could run is marked as text by an apostrophe. */
export function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const safe = runs.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** UTF-8 with a byte order mark, so that Chinese is read as Chinese; lines end with CR LF. */
export async function* csvOf({ columns, rows }: Sheet): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const line = (cells: readonly (Cell | undefined)[]) => `${cells.map(csvCell).join(",")}\r\n`;
  yield encoder.encode(`\uFEFF${line(columns.map((column) => column.heading))}`);
  for await (const some of rows) yield encoder.encode(some.map((row) => line(columns.map(({ key }) => row[key]))).join(""));
}
