import exceljs from "exceljs";

/** A sheet as someone fills it in. `touch` does to it what people do. */
export async function sheetFile(
  rows: readonly (readonly unknown[])[],
  touch: (page: exceljs.Worksheet) => void = () => {},
  name = "表.xlsx",
): Promise<File> {
  const book = new exceljs.Workbook();
  const page = book.addWorksheet("表");
  for (const row of rows) page.addRow([...row]);
  touch(page);
  return new File([new Uint8Array(await book.xlsx.writeBuffer())], name);
}

/** The rows of a file that the product made, as text. */
export async function rowsIn(bytes: Uint8Array): Promise<string[][]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text));
  });
  return rows;
}
