import type { Db } from "../db/database.ts";
import type { Language, Words } from "../i18n/words.ts";

/** What stands in a column. Identifiers and numbers that nobody calculates with are text. */
export type CellKind = "text" | "whole" | "decimal" | "day" | "moment";
export type Cell = string | number | null;

export interface SheetColumn {
  readonly key: string;
  /** In the reader's language. */
  readonly heading: string;
  readonly kind: CellKind;
  /** In characters of the sheet. */
  readonly width?: number;
}

export type SheetRow = Readonly<Record<string, Cell>>;

/** A table on its way out: rows come in portions, so that nobody has to hold them all. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly SheetRow[]>;
  /** Further sheets of the same book; a CSV file holds the first alone. */
  readonly further?: readonly Sheet[];
}

/** What a list needs in order to be turned into a sheet for one reader. */
export interface Reading {
  readonly db: Db;
  readonly words: Words;
  readonly language: Language;
}

/** Rows that are there already. */
export async function* rowsOf(rows: readonly SheetRow[]): AsyncGenerator<readonly SheetRow[]> {
  yield rows;
}

interface Portion<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Everything a list gives, a page after the other by its own cursor, as rows. */
export async function* pages<Item>(
  page: (cursor: string | undefined) => Promise<Portion<Item>>,
  told: (items: readonly Item[]) => Promise<SheetRow[]> | SheetRow[],
): AsyncGenerator<SheetRow[]> {
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await page(cursor);
    yield await told(items);
    if (next === null) return;
    cursor = next;
  }
}

/** The size of the portions in which a list is read out. */
export const portion = 200;
