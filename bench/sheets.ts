import { readFileSync } from "node:fs";
import exceljs from "exceljs";

/**
 * How long people take to come in by a sheet, and whether going out grows the memory of the product.
 * `BASE=http://localhost:8080 SERVER=<process id> node bench/sheets.ts`, against a demonstration world on Linux.
 * With `out` it only exports: on a server just started, what an import left behind does not hide what an export takes.
 */
const base = process.env["BASE"] ?? "http://localhost:8080";
const server = process.env["SERVER"];

const signedIn = await fetch(`${base}/api/demo/sign-in`, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ persona: "administrator" }),
});
const headers = { cookie: signedIn.headers.get("set-cookie")?.split(";")[0] ?? "" };

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

async function sheetOf(count: number, mark: string): Promise<FormData> {
  const book = new exceljs.Workbook();
  const page = book.addWorksheet("people");
  page.addRow(["姓名", "性别", "民族", "出生年月", "学历", "工作单位及职务"]);
  for (let at = 0; at < count; at++)
    page.addRow([`试${mark}${at}`, at % 2 ? "男" : "女", "汉族", `19${60 + (at % 30)}-05`, "本科", "某镇某村村民委员会委员"]);
  const form = new FormData();
  form.set("file", new File([new Uint8Array(await book.xlsx.writeBuffer())], "people.xlsx"));
  return form;
}

async function bringIn(count: number, mark: string): Promise<void> {
  const body = await sheetOf(count, mark);
  const draft = await timed(`preview of ${count} people`, async () => {
    const answer = await fetch(`${base}/api/import-drafts?kind=person`, { method: "POST", headers, body });
    return (await answer.json()) as { id: string; counts: unknown };
  });
  console.log(JSON.stringify(draft.counts));
  await timed(`import of ${count} people`, async () => {
    const answer = await fetch(`${base}/api/import-drafts/${draft.id}/applications`, { method: "POST", headers });
    if (answer.status !== 201) throw new Error(await answer.text());
  });
}

const memory = (): number =>
  server ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server}/status`, "utf8"))?.[1] ?? 0) / 1024 : Number.NaN;

async function takeOut(format: string): Promise<void> {
  const before = memory();
  let most = before;
  let size = 0;
  await timed(`export as ${format}`, async () => {
    const answer = await fetch(`${base}/api/exports/people?format=${format}`, { headers });
    for await (const chunk of answer.body ?? []) {
      size += chunk.length;
      most = Math.max(most, memory());
    }
  });
  console.log(`${size} bytes; memory ${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB, ${memory().toFixed(0)} MB after`);
}

const run = Date.now().toString(36);
if (process.argv[2] !== "out") {
  await bringIn(5000, `${run}a`);
  for (const mark of ["b", "c", "d"]) await bringIn(15_000, run + mark);
}
for (const format of ["csv", "xlsx", "xlsx"]) await takeOut(format);
