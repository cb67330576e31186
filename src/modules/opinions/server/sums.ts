import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { figuredRows } from "../../../platform/ledger/figures.ts";
import { addedUp, type Counts, tallied, tallyFaults } from "../../../platform/ledger/tally.ts";
import { figureShelf } from "../../../platform/lifecycle/figured.ts";
import { type Actor, organisationsAs, worksIn } from "../../identity/index.ts";
import { figuresBy } from "../figures.ts";
import { subjectType } from "../opinion.ts";
import { districtBook, officeBook, sightShelf } from "../tallied.ts";

/**
 * How many opinions in the actor's sight stand in each state, those of one unit when it is named: from sums kept ready, and from the
 * few rows that he has raised himself.
 */
export async function preparedCounts(db: Db, actor: Actor, unitId?: string): Promise<Counts> {
  const { district } = actor;
  const on = (books: readonly string[]): Promise<Counts> => tallied(db, district, sightShelf, books);
  if (worksIn(actor, "deputy_office")) return on([districtBook(unitId)]);
  const offices = [...new Set(organisationsAs(actor, "officer", "leader"))];
  const sums = await on(offices.map((office) => officeBook(office, unitId)));
  // Received by one of his offices and handled by another, an opinion counts in the books of both.
  const handling = offices.filter((unit) => unit === (unitId ?? unit));
  const twice = handling.flatMap((unit) => offices.filter((office) => office !== unit).map((office) => officeBook(office, unit)));
  return addedUp([sums, await ownCounts(db, actor, offices, unitId)], await on(twice));
}

/** Of the actor's own opinions, the ones that are not in the sight of these offices of his. */
async function ownCounts(db: Db, actor: Actor, offices: readonly string[], unitId?: string): Promise<Counts> {
  const mandates = actor.mandates.map((mandate) => mandate.id);
  if (mandates.length === 0) return {};
  const found = await sql<{ status: string; n: number }>`
    select o.status, count(*)::integer as n from opinion o
    where o.district = ${actor.district} and o.mandate_id = any(${mandates}::uuid[])
      and o.receiver_id <> all(${[...offices]}::uuid[]) and coalesce(o.unit_id <> all(${[...offices]}::uuid[]), true)
      ${unitId === undefined ? sql`` : sql`and o.unit_id = ${unitId}`}
    group by o.status`.execute(db);
  return Object.fromEntries(found.rows.map(({ status, n }) => [status, n]));
}

/** Holds the sums against the opinions. */
export const sumFaults = (db: Db, district: string): Promise<string[]> =>
  tallyFaults(db, district, [sightShelf, ...figuresBy.map((by) => figureShelf(subjectType, by))], countedOpinions(district));

/** What the sums of a district must be, counted from the opinions: rows of `shelf`, `book`, `status`, `n`. The SQL twin of `talliedIn`. */
export const countedOpinions = (district: string) => sql`
  with figures as (${figures(district)}), sight as (
    select b.book || w.unit as book, o.status
    from opinion o
    cross join lateral (select 'district' union select 'office:' || o.receiver_id union select 'office:' || o.unit_id where o.unit_id is not null) b (book)
    cross join lateral (select '' union all select '/unit:' || o.unit_id where o.unit_id is not null) w (unit)
    where o.district = ${district}
  ), counted as (select shelf, book, status from figures union all select ${sightShelf}::text, book, status from sight)
  select shelf, book, status, count(*) as n from counted group by 1, 2, 3`;

/** The SQL twin of `figuresIn`. */
const figures = (district: string) =>
  figuredRows(subjectType, {
    things: sql`
      select o.*, to_char(o.received_on, 'YYYY') as year, o.closed_at is not null as closed, r.solved, r.grade
      from opinion o left join opinion_result r on r.district = o.district and r.opinion_id = o.id and r.round = o.round
      where o.district = ${district} and o.received_on is not null`,
    groups: sql`
      values ('month', to_char(t.received_on, 'YYYY-MM')), ('category', t.category), ('area', t.area_id::text),
        ('unit', coalesce(t.unit_id::text, '')), ('campaign', coalesce(t.campaign_id::text, '')), ('whole', '')`,
    measures: {
      count: sql`true`,
      closed: sql`t.closed`,
      solved: sql`t.closed and t.solved`,
      heard: sql`t.closed and t.grade is not null`,
      satisfied: sql`t.closed and t.grade = 'SATISFIED'`,
      satisfiedOrBasic: sql`t.closed and t.grade <> 'DISSATISFIED'`,
    },
  });
