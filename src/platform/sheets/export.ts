import { randomUUIDv7 } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { Instant } from "../clock/instant.ts";
import type { Database } from "../db/database.ts";
import type { Account } from "../http/route.ts";
import { record } from "../ledger/record.ts";
import { invalid, type Refusal } from "../refusal.ts";
import { csvOf } from "./csv.ts";
import type { Sheet } from "./sheet.ts";
import { xlsxOf } from "./xlsx.ts";

const Format = z.enum(["xlsx", "csv"]).default("xlsx");
type Format = z.output<typeof Format>;

/** What is asked of every export: a format, and which columns, in which order; all of them where none is named. */
export const exportQuery = {
  format: Format,
  columns: z
    .string()
    .regex(/^[A-Za-z]{1,40}(,[A-Za-z]{1,40}){0,39}$/)
    .optional(),
};

/** What every export has in common: where a list at `path` is exported, and how it answers. */
export const exportOf = (path: string) =>
  ({ method: "get", path: path.replace("/api/", "/api/exports/"), status: 200, bytes: "out", transaction: "own" }) as const;

interface Taken<Wanted extends string> {
  readonly list: string;
  readonly query: Readonly<Record<string, unknown>> & { readonly format: Wanted };
  readonly now: Instant;
}

type Asked = Taken<Format> & { readonly query: { readonly columns?: string | undefined }; readonly sheet: Sheet };

/** Notes who takes a list out of the house, then hands it over as a file that is written while it is read. Refuses columns that it has not. */
export async function sendSheet(database: Database, actor: Account, { sheet, ...taken }: Asked): Promise<Response | Refusal> {
  const names = taken.query.columns?.split(",");
  if (names?.some((name) => !sheet.columns.some(({ key }) => key === name)))
    return invalid({ field: "columns", code: "field.not_in_list", params: { values: sheet.columns.map(({ key }) => key).join("、") } });
  await noteExport(database, actor, taken);
  return fileAnswer(names ? narrowed(sheet, names) : sheet, taken.query.format);
}

/** The sheet with these columns alone, in this order; each once. */
const narrowed = (sheet: Sheet, names: readonly string[]): Sheet => ({
  ...sheet,
  columns: [...new Set(names)].flatMap((name) => sheet.columns.find(({ key }) => key === name) ?? []),
});

/** Notes who takes a list out of the house, and by which filters. */
export async function noteExport(database: Database, actor: Account, { list, query, now }: Taken<string>): Promise<void> {
  const { format, ...filters } = query;
  await database.write((tx) =>
    record(tx, {
      ...{ district: actor.district, id: randomUUIDv7(), at: now, actor: actor.account },
      ...{ subjectType: "export", subjectId: randomUUIDv7(), type: "export.begun", version: 1 },
      data: { list, format, filters: told(filters) },
    }),
  );
}

/** A sheet as a file to be saved under its title. */
export function fileAnswer(sheet: Sheet, format: Format): Response {
  const bytes = format === "csv" ? csvOf(sheet) : xlsxOf(sheet);
  return new Response(streamOf(bytes), {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.title}.${format}`).replaceAll(/['()*]/g, "_")}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** What is searched for can be a person's name; a fact keeps that there was a search, and not for what. */
const told = (filters: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, name === "search" ? true : value]])),
  );
