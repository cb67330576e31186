/**
 * The rows of a CSV text after RFC 4180, with comma, semicolon or tab between the cells, whichever the first line has most.
 * Undefined where a quote is never closed.
 */
export function csvRows(text: string): string[][] | undefined {
  const between = separatorIn(text.slice(0, text.search(/[\r\n]|$/)));
  const rows: string[][] = [];
  let [row, cell, quoted, at]: [string[], string, boolean, number] = [[], "", false, 0];
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === between) endCell();
    else if (sign === "\n") endRow();
    else if (sign !== "\r" || text[at + 1] !== "\n") cell += sign === "\r" ? "" : sign;
  }
  if (quoted) return undefined;
  if (cell !== "" || row.length > 0) endRow();
  return rows;
}

const separatorIn = (line: string): string =>
  [",", ";", "\t"].reduce((best, sign) => (line.split(sign).length > line.split(best).length ? sign : best));

/** Text of UTF-8 or, as Chinese Excel writes it, of GB 18030; undefined for what is neither. */
export function decoded(bytes: Uint8Array): string | undefined {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/[\0\uFFFD]/.test(text)) return text;
    } catch {
      // Not this encoding; the next may be.
    }
  }
  return undefined;
}

/** A cell without the apostrophe by which an export marks text that a program could run. */
export const unmarked = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
