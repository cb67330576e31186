import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Actor, Person } from "../../identity/index.ts";
import { mandatesOf, officesOf } from "../access.ts";

/** The town or sub-district `t` in which group `g` lies; nothing for a group formed by field. */
export const townOfGroup = sql`left join area x on x.district = g.district and x.id = g.area_id
  left join area t on t.district = g.district and t.id = case when x.kind in ('town', 'subdistrict') then x.id else x.parent_id end
    and t.kind in ('town', 'subdistrict')`;

/** Groups of a town stand in the order of their numbers: 第一、第二、第三. */
export const groupOrder = sql`translate(g.name, '一二三四五六七八九', '123456789')`;

/** The organ that reviews plans of group `g` in town `t`: the presidium or working committee there, else the liaison office. */
const reviewer = sql<string | null>`(select o.id from organisation o where o.district = g.district and o.dissolved_on is null
  and ((o.kind in ('presidium', 'subdistrict_committee') and o.area_id = t.id) or o.kind = 'deputy_office')
  order by o.kind = 'deputy_office', o.sort_key, o.id limit 1)`;

/** A group for which plans are made, and who reviews them; undefined when there is no such group, or nobody to review. */
export async function groupToPlan(db: Db, district: string, groupId: string): Promise<{ name: string; reviewerId: string } | undefined> {
  const found = await sql<{ name: string; reviewerId: string | null }>`
    select g.name, ${reviewer} as reviewer_id from deputy_group g ${townOfGroup}
    where g.district = ${district} and g.id = ${groupId} and g.dissolved_on is null`.execute(db);
  const row = found.rows[0];
  return row?.reviewerId ? { name: row.name, reviewerId: row.reviewerId } : undefined;
}

/** Those of the actor's mandates in force that belong to a group. */
export async function membersAmong(db: Db, actor: Person, groupId: string): Promise<string[]> {
  const mandates = mandatesOf(actor);
  if (mandates.length === 0) return [];
  const found = await sql<{ id: string }>`
    select id from mandate where district = ${actor.district} and group_id = ${groupId} and id = any(${mandates}::uuid[])`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** Every mandate in force of a group. */
export async function membersOf(db: Db, district: string, groupId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from mandate where district = ${district} and group_id = ${groupId} and status = 'in_force'`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** Groups of the actor's mandates in force. */
export const ownGroups = (actor: Person): RawBuilder<unknown> => sql`(select m.group_id from mandate m
  where m.district = ${actor.district} and m.id = any(${mandatesOf(actor)}::uuid[]) and m.group_id is not null)`;

/** Groups for which the actor can begin a plan: his own, and those whose plans his organ reviews. */
export async function groupsToPlan(db: Db, actor: Actor): Promise<{ id: string; name: string; years: number[] }[]> {
  const found = await sql<{ id: string; name: string; years: number[] }>`
    select g.id, g.name, coalesce((select jsonb_agg(p.year order by p.year) from activity_plan p
      where p.district = g.district and p.group_id = g.id and p.status <> 'discarded'), '[]') as years
    from deputy_group g ${townOfGroup}
    where g.district = ${actor.district} and g.dissolved_on is null
      and (g.id in ${ownGroups(actor)} or ${reviewer} = any(${officesOf(actor)}::uuid[]))
    order by ${groupOrder}, g.id limit 500`.execute(db);
  return found.rows;
}

/** The district's liaison office (代表联络室); undefined before one is set up. */
export async function liaisonOffice(db: Db, district: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select id from organisation where district = ${district} and kind = 'deputy_office' and dissolved_on is null
    order by sort_key, id limit 1`.execute(db);
  return found.rows[0]?.id;
}
