import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import type { Actor } from "../../identity/index.ts";

interface Asked {
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly stationId?: string | undefined;
}
type Row = { id: string; name: string; line: string | null; version: number; sortKey: string };

const staff = (today: DateISO) => sql`
  select p.id, p.name, p.version, p.sort_key,
    (select string_agg(distinct o.short_name, '、') from role r join organisation o on o.district = r.district and o.id = r.organisation_id
      where r.district = p.district and r.person_id = p.id and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})) as line
  from person p`;

/** People by name, with where they work: whoever says who is posted at a station picks among them. */
export async function listPeople(db: Db, actor: Actor, query: Asked, now: Instant) {
  return page(db, staff(dateIn(now)), [sql`p.district = ${actor.district}`], query, sql`p.id`);
}

export async function findPerson(db: Db, actor: Actor, id: string, now: Instant): Promise<Row | undefined> {
  const found = await sql<Row>`${staff(dateIn(now))} where p.district = ${actor.district} and p.id = ${id}`.execute(db);
  return found.rows[0];
}

const deputies = sql`
  select m.id, p.name, m.version, p.sort_key, c.name as line
  from mandate m
  join person p on p.district = m.district and p.id = m.person_id
  join congress c on c.district = m.district and c.id = m.congress_id`;

/** Deputies of every level whose mandate is in force, by name; of one station, those placed there today. */
export async function listMandatesByName(db: Db, actor: Actor, query: Asked, now: Instant) {
  const conditions = [sql`m.district = ${actor.district}`, sql`m.status = 'in_force'`];
  const today = dateIn(now);
  if (query.stationId)
    conditions.push(sql`m.id in (select d.mandate_id from station_deputy d where d.district = ${actor.district}
      and d.station_id = ${query.stationId} and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on >= ${today}))`);
  return page(db, deputies, conditions, query, sql`m.id`);
}

export async function findMandate(db: Db, actor: Actor, id: string): Promise<Row | undefined> {
  const found = await sql<Row>`${deputies} where m.district = ${actor.district} and m.id = ${id}`.execute(db);
  return found.rows[0];
}

async function page(
  db: Db,
  select: RawBuilder<unknown>,
  conditions: readonly RawBuilder<unknown>[],
  query: Asked,
  id: RawBuilder<unknown>,
) {
  const all = [...conditions];
  if (query.search?.trim()) {
    const pattern = containing(query.search.trim());
    all.push(sql`(p.name ilike ${pattern} or p.sort_key ilike ${pattern})`);
  }
  const after = keysAt(query.cursor, 2);
  if (after) all.push(sql`(p.sort_key, ${id}) > (${after[0]}, ${after[1]})`);
  const found = await sql<Row>`
    ${select} where ${sql.join(all, sql` and `)} order by p.sort_key, ${id} limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    items: rows.map(brief),
    next: found.rows.length > query.limit && last ? cursorAt([last.sortKey, last.id]) : null,
  };
}

export const brief = ({ id, name, line, version }: Row) => ({ id, name, line, version });
