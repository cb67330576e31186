import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt, type Page } from "../../../platform/http/paging.ts";
import { percentage } from "../rates.ts";
import type { Counts } from "./breakdown.ts";
import { asOfBy, type Cut } from "./cut.ts";
import { type Definition, definitions } from "./definitions.ts";
import type { Counted, OpinionPart, Population } from "./population.ts";
import { preparedWhole } from "./prepared.ts";

export { asOfBy } from "./cut.ts";

/** A published number, not yet in anyone's language. */
export interface Measured {
  readonly key: string;
  /** Its words stand in the catalogue under `statistics.figure.` and this. */
  readonly words: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly numerator: number;
  readonly denominator: number | null;
  /** A count, or a percentage. */
  readonly value: number | null;
}

/** Every published number as of a day. */
export async function measuredAll(db: Db, cut: Cut): Promise<Measured[]> {
  const ready = await preparedWhole(db, cut, "opinions");
  return await Promise.all((await definitions(db, cut)).map((definition) => measured(db, cut, definition, ready)));
}

/** One number: of opinions from the sums that are ready, where they are; else by counting its rows. */
async function measured(db: Db, cut: Cut, { key, words, params, ofOpinions, ...of }: Definition, ready?: Counts): Promise<Measured> {
  const size = async (population: Population, part?: OpinionPart) => (part && ready ? ready[part] : await sizeOf(db, population));
  const numerator = await size(of.numerator(cut), ofOpinions?.numerator);
  const denominator = of.denominator ? await size(of.denominator(cut), ofOpinions?.denominator) : null;
  return { key, words, params, numerator, denominator, value: denominator === null ? numerator : percentage(numerator, denominator) };
}

async function sizeOf(db: Db, population: Population): Promise<number> {
  const found = await sql<{ size: number }>`select count(*) as size from (${population}) rows`.execute(db);
  return found.rows[0]?.size ?? 0;
}

/** The rows behind a number, in the order of their beginning. */
export async function rowsOf(
  db: Db,
  population: Population,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page<Counted>> {
  const after = keysAt(query.cursor, 2);
  const found = await sql<Counted>`
    select * from (${population}) rows ${after ? sql`where (since, id) > (${after[0]}, ${after[1]})` : sql``}
    order by since, id limit ${query.limit + 1}`.execute(db);
  const items = found.rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.since, last.id]) : null };
}

/** How long a number that many people look at may be behind what happened, in milliseconds. */
const behind = 60_000;

/** Today's numbers, counted anew once a minute however many people look; other days are counted when they are asked for. */
export function figuresKept(): (db: Db, cut: Cut, now: Instant) => Promise<Measured[]> {
  let kept: { readonly of: string; readonly at: number; readonly figures: Promise<Measured[]> } | undefined;
  return async (db, cut, now) => {
    if (cut.asOf !== asOfBy(undefined, now)) return await measuredAll(db, cut);
    const [of, at] = [`${cut.district} ${cut.asOf}`, Date.parse(now)];
    if (kept?.of === of && Math.abs(at - kept.at) < behind) return await kept.figures;
    const figures = measuredAll(db, cut);
    kept = { of, at, figures };
    figures.catch(() => {
      kept = undefined;
    });
    return await figures;
  };
}

/** One number with the rows on one of its sides; undefined for a key that nothing is published under. */
export async function figureBehind(
  db: Db,
  cut: Cut,
  key: string,
  of: "numerator" | "denominator",
  paging: { limit: number; cursor?: string | undefined },
): Promise<{ figure: Measured; page: Page<Counted> } | undefined> {
  const definition = (await definitions(db, cut)).find((one) => one.key === key);
  const population = of === "denominator" ? definition?.denominator : definition?.numerator;
  if (!definition || !population) return undefined;
  const ready = definition.ofOpinions && (await preparedWhole(db, cut, "opinions"));
  return { figure: await measured(db, cut, definition, ready), page: await rowsOf(db, population(cut), paging) };
}
