import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { type FigureBy, figureShelf } from "../figures.ts";

/** How many cases of a group, submitted in a year, have come to what. */
export interface Figure {
  readonly group: string;
  readonly measure: string;
  readonly n: number;
}

/** The figures as everything recorded so far makes them, from sums kept ready; of one year of submission, or of all. */
export async function suggestionFigures(db: Db, district: string, by: FigureBy, year?: number): Promise<Figure[]> {
  const found = await sql<Figure>`
    select substr(book, 6) as group, status as measure, sum(n)::integer as n from tally
    where district = ${district} and shelf = ${figureShelf(by)} ${year === undefined ? sql`` : sql`and left(book, 4) = ${String(year)}`}
    group by 1, 2 having sum(n) <> 0`.execute(db);
  return found.rows;
}
