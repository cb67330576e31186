import { sql } from "kysely";
import { countedSuggestions } from "../src/modules/suggestions/index.ts";
import { columnsOf } from "../src/platform/backup/tables.ts";
import type { Database, Db, Tx } from "../src/platform/db/database.ts";
import { district } from "../test/world/places.ts";

/** How large the multiplied world is to be. */
export interface Size {
  readonly suggestions: number;
  readonly deputies: number;
  readonly units: number;
}

/** Words put into the texts: one that hardly anyone uses, and one that every text has anyway. */
export const words = { rare: "榫卯", common: "建设" };

/** The suggestion at work whose copies the bench suspends one by one: there have to be many alike. */
export const suspended = "关于改善农村公共厕所管护的建议";

/** Cases at work are a small share of all there ever were. */
const shares = sql`(values ('resting', 0.94), ('suspended', 0.024), ('at_work', 0.036)) shares(kind, share)`;
const resting = ["struck_off", "closed", "archived", "letter", "withdrawn", "merged"];

/**
 * Multiplies the suggestions of the demonstration world, with their parts, replies, clocks, steps and facts, over more
 * deputies and units, inside the database: real cases in every state, as many as are asked for.
 */
export async function multiply(database: Database, size: Size): Promise<void> {
  const indexes = await indexesTaken(database.read);
  await unchecked(database, async (tx) => {
    for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(tx);
    await addUnits(tx, size.units);
    await addDeputies(tx, size.deputies);
    await planCopies(tx, size.suggestions);
    await sql`create table bench_case as select id, status from suggestion`.execute(tx);
  });
  await inLanes(Object.entries(copied), ([table, copying]) => unchecked(database, (tx) => copy(tx, table, copying)));
  await unchecked(database, async (tx) => {
    await sql`drop table bench_copy, bench_case, bench_unit, bench_mandate`.execute(tx);
    // What is copied counts as linked: the bench measures what comes after it.
    await sql`update chain_head set (xid, seq) = (select pg_current_xact_id(), max(seq) from fact)`.execute(tx);
  });
  await inLanes(indexes, ({ definition }) => sql.raw(definition).execute(database.read));
  await sql`vacuum analyze`.execute(database.read);
  await database.write(async (tx) => {
    await sql`delete from tally where shelf like 'suggestion%'`.execute(tx);
    await sql`insert into tally (district, shelf, book, status, n)
      select ${district}, shelf, book, status, n from (${countedSuggestions(district)}) c`.execute(tx);
  });
}

/** Does something to the tables without their foreign keys being looked at. */
const unchecked = (database: Database, work: (tx: Tx) => Promise<void>): Promise<void> =>
  database.write(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await work(tx);
  });

/** Two at a time, the largest first. */
async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all([lane(), lane()]);
}

const large = ["suggestion", "suggestion_reply", "suggestion_step", "suggestion_part", "suggestion_signer", "fact", "clock", "awaited"];

/** Indexes that are quicker made after the rows. */
async function indexesTaken(db: Db) {
  const found = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = current_schema() and tablename = any(${large}) and indexdef not like 'CREATE UNIQUE%'`.execute(db);
  return found.rows;
}

async function addUnits(tx: Db, units: number): Promise<void> {
  await sql`insert into organisation (district, id, kind, name, short_name, area_id, parent_id, sort_key)
    select district, gen_random_uuid(), kind, name || n, short_name || n, area_id, parent_id, sort_key || n
    from (select *, row_number() over (order by name, n) as at from organisation, generate_series(2, 4) n where kind = 'department') o
    where at <= ${units} - (select count(distinct unit_id) from suggestion_part)`.execute(tx);
  await sql`create table bench_unit as select id, (row_number() over (order by name, id) - 1)::int as at from organisation
    where id in (select unit_id from suggestion_part) or name ~ '[2-4]$'`.execute(tx);
}

async function addDeputies(tx: Db, deputies: number): Promise<void> {
  await sql`create table bench_person as select m.id as old, m.person_id as old_person, k, gen_random_uuid() as mandate, gen_random_uuid() as person
    from (select *, (select count(*) from mandate) as have from mandate) m, generate_series(2, 100) k
    where k <= ceil(${deputies}::numeric / m.have) order by k, m.id limit greatest(0, ${deputies} - (select count(*) from mandate))`.execute(
    tx,
  );
  await sql`insert into person select (jsonb_populate_record(p, jsonb_build_object('id', b.person, 'name', p.name || b.k))).*
    from person p join bench_person b on b.old_person = p.id`.execute(tx);
  await sql`insert into mandate select (jsonb_populate_record(m, jsonb_build_object('id', b.mandate, 'person_id', b.person, 'card_no', m.card_no || '-' || b.k))).*
    from mandate m join bench_person b on b.old = m.id`.execute(tx);
  await sql`drop table bench_person`.execute(tx);
  await sql`create table bench_mandate as select id, congress_id, (row_number() over (partition by congress_id order by id) - 1)::int as at,
    count(*) over (partition by congress_id)::int as all_of_them from mandate`.execute(tx);
  await sql`create index on bench_mandate (id)`.execute(tx);
  await sql`create index on bench_mandate (congress_id, at)`.execute(tx);
}

/** Which case is copied how often. */
async function planCopies(tx: Db, suggestions: number): Promise<void> {
  await sql`create table bench_copy as
    with kinds as (select id, case when status = any(${resting}) then 'resting' when title = ${suspended} then 'suspended' else 'at_work' end as kind
      from suggestion where merged_into_id is null),
    times as (select kind, ceil(share * ${suggestions} / count(*))::int - 1 as k from kinds join ${shares} using (kind) group by kind, share)
    select kinds.id as old, n as k, (${copyOf(sql`kinds.id`, sql`n`)}) as fresh
    from kinds join times on times.kind = kinds.kind cross join lateral generate_series(1, times.k) n`.execute(tx);
  await sql`create index on bench_copy (old)`.execute(tx);
  await sql`analyze bench_copy`.execute(tx);
}

type Sql = ReturnType<typeof sql>;
/** The identifier of a copy follows from that of the original (version 8: made by a rule of one's own). */
const copyOf = (id: Sql, k: Sql): Sql => sql`overlay(overlay(md5(${id}::text || ${k}) placing '8' from 13) placing '8' from 17)::uuid`;
const another = sql`b.k`;
/** Every fifth case stays with the units that everybody writes about; the others go round. */
const unit = (
  column: Sql,
): Sql => sql`coalesce((select u.id from bench_unit u where u.at = ((select o.at from bench_unit o where o.id = ${column})
  + case when b.k % 5 = 0 then 0 else b.k end) % (select count(*) from bench_unit)), ${column})`;
const deputy = (column: Sql): Sql => sql`(select n.id from bench_mandate o
  join bench_mandate n on n.congress_id = o.congress_id and n.at = (o.at + b.k * 7) % o.all_of_them where o.id = ${column})`;
const earlier = (column: Sql): Sql => sql`${column} - make_interval(hours => b.k % 9000)`;
const text = (column: Sql): Sql =>
  sql`${column} || '（' || substr('东西南北上下左右前后大小新老长短高低红白', 1 + b.k % 20, 1) || substr('村社区街路桥河湖山岭园林田井塘坝站所院校', 1 + (b.k / 20) % 20, 1) || b.k || '号）'
    || case when b.k % 997 = 7 and s.status = 'struck_off' then ${words.rare} else '' end`;

interface Copying {
  /** Which case a row `t` belongs to. */
  readonly of: Sql;
  readonly columns: Readonly<Record<string, Sql>>;
}

const own = (column: string): Sql => copyOf(sql`t.${sql.ref(column)}`, another);
const listed = (columns: Record<string, Sql> = {}): Copying => ({
  of: sql`t.suggestion_id`,
  columns: { id: own("id"), suggestion_id: sql`b.fresh`, ...columns },
});
const subject = sql`case when t.subject_type = 'suggestion' then t.subject_id end`;

/** What becomes of each table's columns; all others stay as they are. The largest come first. */
const copied: Readonly<Record<string, Copying>> = {
  fact: { of: subject, columns: { id: own("id"), subject_id: sql`b.fresh` } },
  suggestion_step: { of: sql`t.subject_id`, columns: { id: own("id"), subject_id: sql`b.fresh`, part_id: own("part_id") } },
  clock: {
    of: subject,
    columns: { id: own("id"), subject_id: sql`b.fresh`, part_id: own("part_id"), due_on: sql`t.due_on + b.k % 90` },
  },
  suggestion: {
    of: sql`t.id`,
    columns: {
      ...{ id: sql`b.fresh`, title: text(sql`t.title`), number: sql`t.number + b.k * 1000` },
      ...{ due_on: sql`t.due_on + b.k % 90`, handlers_due_on: sql`t.handlers_due_on + b.k % 90` },
      ...{ created_at: earlier(sql`t.created_at`), submitted_at: earlier(sql`t.submitted_at`), closed_at: earlier(sql`t.closed_at`) },
    },
  },
  suggestion_signer: listed({ mandate_id: deputy(sql`t.mandate_id`) }),
  suggestion_part: listed({ unit_id: unit(sql`t.unit_id`) }),
  suggestion_contact: listed({ part_id: own("part_id") }),
  suggestion_reply: listed({ part_id: own("part_id") }),
  suggestion_commitment: listed({ part_id: own("part_id"), reply_id: own("reply_id") }),
  suggestion_feedback: listed({ mandate_id: deputy(sql`t.mandate_id`) }),
  suggestion_request: listed({ part_id: own("part_id") }),
  awaited: {
    of: subject,
    columns: {
      ...{ subject_id: sql`b.fresh`, part_id: own("part_id"), clock_id: own("clock_id"), due_on: sql`t.due_on + b.k % 90` },
      holder: sql`case when t.part_id is null then t.holder else ${unit(sql`t.holder`)} end`,
    },
  },
};

async function copy(tx: Db, table: string, { of, columns }: Copying): Promise<void> {
  const names = (await columnsOf(tx, table)).filter(({ identity }) => !identity).map(({ name }) => name);
  const values = names.map((name) => columns[name] ?? sql`t.${sql.ref(name)}`);
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from ${sql.table(table)} t join bench_copy b on b.old = ${of} join bench_case s on s.id = b.old`.execute(tx);
}
