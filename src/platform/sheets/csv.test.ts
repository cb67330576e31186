import { Readable } from "node:stream";
import exceljs from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";
import type { Cell } from "./sheet.ts";

const columns = ["a", "b", "c"].map((key) => ({ key, heading: key, kind: "text" as const }));

async function written(rows: readonly (readonly Cell[])[]): Promise<string> {
  const sheet = {
    title: "t",
    columns,
    rows: (async function* () {
      yield rows.map(([a = null, b = null, c = null]) => ({ a, b, c }));
    })(),
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of csvOf(sheet)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** Read back by a program that we did not write. */
async function readBack(text: string): Promise<string[][]> {
  const book = new exceljs.Workbook();
  const page = await book.csv.read(Readable.from([text.replace(/^\uFEFF/, "")]), { map: (value: unknown) => value });
  const rows: string[][] = [];
  page.eachRow({ includeEmpty: true }, (row) => void rows.push([1, 2, 3].map((at) => String(row.getCell(at).value ?? ""))));
  return rows;
}

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ maxLength: 20 }),
  fc.constantFrom('a"b', "第一行\r\n第二行", "a,b", "=1+1", "@SUM(A1)", "\t=1", "'=1"),
);

test("whatever is written is read back the same, but for the mark on text that could run", async () => {
  const row = fc.tuple(text, text, text).filter((cells) => cells.some((cell) => cell.trim() !== ""));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const marked = rows.map((cells) => cells.map((cell) => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
      expect((await readBack(await written(rows))).slice(1)).toEqual(marked);
    }),
    { numRuns: 200 },
  );
});

test("no cell of text begins with what a program of tables would run; numbers stay numbers", async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), text), async ([first, rest]) => {
      const [, line] = await readBack(await written([[first + rest, "x", -3]]));
      expect(line?.[0]?.startsWith("'")).toBe(true);
      expect(line?.[2]).toBe("-3");
    }),
  );
});

test("begins with the mark that tells Excel it is UTF-8, and ends lines with CR LF", async () => {
  expect(await written([["王伟", null, 5]])).toBe("\uFEFFa,b,c\r\n王伟,,5\r\n");
});
