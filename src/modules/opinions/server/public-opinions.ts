import { type RawBuilder, sql } from "kysely";
import { type DateISO, type Instant, momentOn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { foundBy, hasWord, standsIn } from "../../../platform/db/search.ts";
import { cursorAt, keysAt, type Page } from "../../../platform/http/paging.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import { areasOfTown } from "../../identity/index.ts";
import type { OpinionState } from "../terms.ts";

/** How far a matter has come, in words for everybody. */
export const publicStates = {
  handling: ["handling", "reassigning"],
  answered: ["answered"],
  upgraded: ["upgraded"],
  closed: ["closed"],
} as const satisfies Record<string, readonly OpinionState[]>;
export type PublicState = keyof typeof publicStates;

const publicStateOf = (status: OpinionState): PublicState =>
  (Object.keys(publicStates) as PublicState[]).find((one) => (publicStates[one] as readonly OpinionState[]).includes(status)) ?? "handling";

/** Handed over to be handled, and not taken back. What was only sent in is between the deputy and who receives it. */
const isPublic = sql<boolean>`(o.received_on is not null and o.status in ('handling', 'reassigning', 'answered', 'upgraded', 'closed'))`;

/** A matter in a public list: what and where; never the words in which it was brought, nor by whom. */
export interface OpinionShown {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly category: string;
  readonly areaName: string;
  readonly state: PublicState;
  readonly receivedOn: DateISO;
}

/** One matter with what was done about it. */
export interface OpinionTold extends OpinionShown {
  readonly unit: string | null;
  /** The number of the suggestion it was made into, where that is public. */
  readonly suggestionId: string | null;
  /** The answer of the last handling, once it was given. */
  readonly result: Result | null;
}

interface Result {
  readonly answer: string;
  readonly solved: boolean;
  readonly answeredOn: DateISO;
  /** In yuan. */
  readonly cost: number;
  readonly households: number;
  readonly people: number;
}

export interface OpinionQuery {
  readonly search?: string | undefined;
  readonly category?: string | undefined;
  /** The code of a town. */
  readonly town?: string | undefined;
  readonly year?: number | undefined;
  readonly state?: PublicState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const line = sql`o.id, o.number_year || '-' || lpad(o.number::text, 4, '0') as label, o.title, o.category, a.name as area_name, o.status, o.received_on`;
type Row = Omit<OpinionShown, "state"> & { status: OpinionState; submittedAt: Instant };

/** Matters that are public, the newest first. */
export async function publicOpinions(db: Db, district: string, query: OpinionQuery): Promise<Page<OpinionShown>> {
  const chosen = [sql`o.district = ${district}`, isPublic, ...filtersOf(district, query)];
  const after = keysAt(query.cursor, 2);
  if (after) chosen.push(sql`(o.submitted_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const found = await sql<Row>`
    select ${line}, o.submitted_at from opinion o join area a on a.district = o.district and a.id = o.area_id
    where ${sql.join(chosen, sql` and `)} order by o.submitted_at desc, o.id desc limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ id, label, title, category, areaName, status, receivedOn }) => ({
      ...{ id, label, title, category, areaName, receivedOn, state: publicStateOf(status) },
    })),
    next: found.rows.length > query.limit && last ? cursorAt([last.submittedAt, last.id]) : null,
  };
}

function filtersOf(district: string, { search, category, town, year, state }: OpinionQuery): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (category) all.push(sql`o.category = ${category}`);
  if (town) all.push(sql`o.area_id in ${areasOfTown(district, town)}`);
  if (year) all.push(sql`o.submitted_at >= ${firstMoment(year)} and o.submitted_at < ${firstMoment(year + 1)}`);
  if (state) all.push(sql`o.status = any(${[...publicStates[state]]}::text[])`);
  for (const word of wordsOf(search ?? "").slice(0, 5)) all.push(shows(district, word));
  return all;
}

const firstMoment = (year: number): Instant => momentOn(`${year}-01-01` as DateISO);

/** A word must stand in the title or the answer: the index knows the matter's own words, too, but they are not shown. */
const shows = (district: string, word: string): RawBuilder<unknown> =>
  sql`o.id = ${foundBy([
    sql`select w.id from opinion w where w.district = ${district} and ${hasWord(sql`w.title || e'\n' || w.content`, word)} and ${standsIn(sql`w.title`, word)}`,
    sql`select r.opinion_id from opinion_result r join opinion w on w.district = r.district and w.id = r.opinion_id and w.round = r.round
      where r.district = ${district} and w.status in ('answered', 'closed') and ${hasWord(sql`r.answer`, word)}`,
  ])}`;

/** One matter that is public; undefined when there is none. */
export async function publicOpinion(db: Db, district: string, id: string): Promise<OpinionTold | undefined> {
  const found = await sql<Omit<OpinionTold, "state"> & { status: OpinionState }>`
    select ${line}, u.name as unit,
      (select s.id from suggestion s where s.district = o.district and s.id = o.suggestion_id and not s.confidential and s.number is not null
        and s.status not in ('draft', 'submitted', 'returned', 'letter', 'merged', 'withdrawn')) as suggestion_id,
      (select jsonb_build_object('answer', r.answer, 'solved', r.solved, 'answeredOn', r.answered_on, 'cost', r.cost, 'households', r.households, 'people', r.people)
        from opinion_result r where r.district = o.district and r.opinion_id = o.id and r.round = o.round and o.status in ('answered', 'closed')) as result
    from opinion o join area a on a.district = o.district and a.id = o.area_id
    left join organisation u on u.district = o.district and u.id = o.unit_id
    where o.district = ${district} and o.id = ${id} and ${isPublic}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { label, title, category, areaName, receivedOn, unit, suggestionId, result } = row;
  return { id, label, title, category, areaName, receivedOn, unit, suggestionId, result, state: publicStateOf(row.status) };
}

/** The year of the first public matter; undefined while there is none. */
export async function firstYear(db: Db, district: string): Promise<number | undefined> {
  const found = await sql<{ at: Instant }>`select o.submitted_at as at from opinion o where o.district = ${district} and ${isPublic}
    order by o.submitted_at, o.id limit 1`.execute(db);
  return found.rows[0] && Number(found.rows[0].at.slice(0, 4));
}

/** How many matters a deputy has brought that were handed over, and how many of them are done. */
export async function broughtBy(db: Db, district: string, mandateId: string): Promise<{ brought: number; closed: number }> {
  const found = await sql<{ brought: number; closed: number }>`
    select count(*) as brought, count(*) filter (where o.status = 'closed') as closed from opinion o
    where o.district = ${district} and o.mandate_id = ${mandateId} and ${isPublic}`.execute(db);
  return found.rows[0] ?? { brought: 0, closed: 0 };
}
