import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { Words } from "../i18n/words.ts";
import { type Cell, type CellKind, pages, type Sheet, type SheetRow } from "../sheets/sheet.ts";
import type { Page } from "./paging.ts";

type Thing = Readonly<Record<string, unknown>>;

/** As much of a collection as a sheet of it needs. */
interface Listed {
  readonly words: string;
  readonly fields: z.ZodObject;
  readonly references?: Readonly<Record<string, string>>;
}

interface Asked {
  readonly of: Listed;
  readonly db: Db;
  readonly district: string;
  readonly words: Words;
  readonly page: (cursor: string | undefined) => Promise<Page<Thing>>;
}

/** A collection as a sheet: a column for each thing that is typed in, in words instead of codes and identifiers. */
export function collectionSheet({ of, db, district, words, page }: Asked): Sheet {
  const fields = Object.entries(of.fields.shape).map(([name, schema]) => ({ name, type: typeOf(schema as z.ZodType) }));
  const say = (name: string, type: string, value: unknown): Cell => {
    if (value === null || value === undefined) return null;
    if (type === "boolean") return words(value ? "sheet.yes" : "sheet.no");
    if (type === "enum") return words(`${of.words}.${name}.${value}`);
    return typeof value === "number" ? value : String(value);
  };
  const rowsOf = async (things: readonly Thing[]): Promise<SheetRow[]> => {
    const names = new Map<string, ReadonlyMap<unknown, string>>();
    for (const [column, table] of Object.entries(of.references ?? {}))
      names.set(column, await namesIn(db, district, table, things, column));
    return things.map((thing) =>
      Object.fromEntries(
        fields.map(({ name, type }) => [
          name,
          names.has(name) ? (names.get(name)?.get(thing[name]) ?? null) : say(name, type, thing[name]),
        ]),
      ),
    );
  };
  return {
    title: words(`${of.words}.title`),
    columns: fields.map(({ name, type }) => ({ key: name, heading: words(`${of.words}.field.${name}`), kind: kinds[type] ?? "text" })),
    rows: pages(page, rowsOf),
  };
}

const kinds: Readonly<Record<string, CellKind>> = { date: "day", int: "whole", number: "whole" };

/** What a field is underneath its defaults and its "or nothing". */
export function typeOf(schema: z.ZodType): string {
  const def = schema.def as { type: string; innerType?: z.ZodType; format?: string };
  if (def.innerType) return typeOf(def.innerType);
  return def.type === "string" && def.format === "date" ? "date" : def.type;
}

async function namesIn(
  db: Db,
  district: string,
  table: string,
  things: readonly Thing[],
  column: string,
): Promise<ReadonlyMap<unknown, string>> {
  const ids = [...new Set(things.map((thing) => thing[column]).filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(table)} where district = ${district} and id = any(${ids}::uuid[])`.execute(db);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}
