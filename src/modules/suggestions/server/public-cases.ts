import { type RawBuilder, sql } from "kysely";
import { type DateISO, type Instant, momentOn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { foundBy, hasWord, isCommon, standsIn } from "../../../platform/db/search.ts";
import { cursorAt, keysAt, type Page } from "../../../platform/http/paging.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import { areasOfTown } from "../../identity/index.ts";
import { labelOf } from "../label.ts";
import type { CaseState } from "../terms.ts";

/** How far a case has come, in words for everybody. What a deputy thinks of an answer cannot be told from it. */
export const publicStates = {
  waiting: ["accepted", "forwarding"],
  handling: ["handling", "reworking", "suspended"],
  answered: ["replied", "appraised", "escalated"],
  closed: ["closed", "struck_off", "archived"],
} as const satisfies Record<string, readonly CaseState[]>;
export type PublicState = keyof typeof publicStates;

/** The state that everybody sees. */
export const publicStateOf = (status: CaseState): PublicState =>
  (Object.keys(publicStates) as PublicState[]).find((one) => (publicStates[one] as readonly CaseState[]).includes(status)) ?? "waiting";

/** Written as in the index. Not the cases whose deputy asked to remain unnamed, nor those that were never taken in. */
export const isPublic = sql<boolean>`(not s.confidential and s.number is not null
  and s.status not in ('draft', 'submitted', 'returned', 'letter', 'merged', 'withdrawn'))`;

/** A suggestion in a public list: its title is public at either level of consent (R2.44). */
export interface CaseLine {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly category: string;
  readonly areaName: string | null;
  readonly state: PublicState;
  readonly submittedAt: Instant;
  readonly leadName: string;
}

export interface CaseQuery {
  readonly search?: string | undefined;
  readonly category?: string | undefined;
  /** The code of a town. */
  readonly town?: string | undefined;
  readonly year?: number | undefined;
  readonly state?: PublicState | undefined;
  readonly lead?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Row = Omit<CaseLine, "label" | "state"> & {
  status: CaseState;
  number: number;
  numberYear: number | null;
  sessionNo: number | null;
  congressNo: number;
};

/** Suggestions that are public, the newest first. */
export async function publicCases(db: Db, district: string, query: CaseQuery): Promise<Page<CaseLine>> {
  const chosen = [sql`s.district = ${district}`, isPublic, ...filtersOf(district, query)];
  for (const word of wordsOf(query.search ?? "").slice(0, 5)) chosen.push(await shows(db, district, word));
  const after = keysAt(query.cursor, 2);
  if (after) chosen.push(sql`(s.submitted_at, s.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  const found = await sql<Row>`
    with hit as materialized (select s.id, s.submitted_at from suggestion s where ${sql.join(chosen, sql` and `)}
      order by s.submitted_at desc, s.id desc limit ${query.limit + 1})
    select s.id, s.title, s.category, a.name as area_name, s.status, s.submitted_at, p.name as lead_name,
      s.number, s.number_year, n.session_no, c.congress_no
    from hit join suggestion s on s.district = ${district} and s.id = hit.id
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    left join area a on a.district = s.district and a.id = s.area_id
    join suggestion_signer g on g.district = s.district and g.suggestion_id = s.id and g.role = 'lead'
    join mandate m on m.district = g.district and m.id = g.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    order by s.submitted_at desc, s.id desc`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ id, title, category, areaName, status, submittedAt, leadName, ...numbered }) => ({
      ...{ id, title, category, areaName, submittedAt, leadName },
      ...{ label: labelOf(numbered), state: publicStateOf(status) },
    })),
    next: found.rows.length > query.limit && last ? cursorAt([last.submittedAt, last.id]) : null,
  };
}

function filtersOf(district: string, { category, town, year, state, lead }: CaseQuery): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  if (category) all.push(sql`s.category = ${category}`);
  if (town) all.push(sql`s.area_id in ${areasOfTown(district, town)}`);
  if (year) all.push(sql`s.submitted_at >= ${firstMoment(year)} and s.submitted_at < ${firstMoment(year + 1)}`);
  if (state) all.push(sql`s.status = any(${[...publicStates[state]]}::text[])`);
  if (lead)
    all.push(
      sql`s.id in (select g.suggestion_id from suggestion_signer g where g.district = ${district} and g.mandate_id = ${lead} and g.role = 'lead')`,
    );
  return all;
}

const firstMoment = (year: number): Instant => momentOn(`${year}-01-01` as DateISO);

/** A word must stand in what is shown: of a case that is public by its title alone, nothing else may give it away. */
async function shows(db: Db, district: string, word: string): Promise<RawBuilder<unknown>> {
  const own = (of: string) => sql`${sql.raw(of)}.title || e'\n' || ${sql.raw(of)}.reason || e'\n' || ${sql.raw(of)}.proposal`;
  const open = (of: string) =>
    sql`(${standsIn(sql`${sql.raw(of)}.title`, word)} or (${sql.raw(of)}.publicity = 'full' and ${standsIn(own(of), word)}))`;
  if (await isCommon(db, word, [{ rows: sql`suggestion w where w.district = ${district}`, text: own("w") }])) return open("s");
  return sql`s.id = ${foundBy([sql`select w.id from suggestion w where w.district = ${district} and ${hasWord(own("w"), word)} and ${open("w")}`])}`;
}

/** The year of the first public suggestion; undefined while there is none. */
export async function firstYear(db: Db, district: string): Promise<number | undefined> {
  const found = await sql<{ at: Instant }>`select s.submitted_at as at from suggestion s where s.district = ${district} and ${isPublic}
    order by s.submitted_at, s.id limit 1`.execute(db);
  return found.rows[0] && Number(found.rows[0].at.slice(0, 4));
}

/** How many public suggestions a deputy has raised, and how many of those of others he has signed. */
export async function raisedBy(db: Db, district: string, mandateId: string): Promise<{ led: number; signed: number; closed: number }> {
  const found = await sql<{ led: number; signed: number; closed: number }>`
    select count(*) filter (where g.role = 'lead') as led, count(*) filter (where g.role = 'cosigner' and g.state = 'confirmed') as signed,
      count(*) filter (where g.role = 'lead' and s.closed_at is not null) as closed
    from suggestion_signer g join suggestion s on s.district = g.district and s.id = g.suggestion_id
    where g.district = ${district} and g.mandate_id = ${mandateId} and ${isPublic}`.execute(db);
  return found.rows[0] ?? { led: 0, signed: 0, closed: 0 };
}
