import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt, type Page } from "../../../platform/http/paging.ts";
import { groupOrder, townOfGroup } from "./plan-groups.ts";

/** A published plan in a public list. */
export interface PlanInBrief {
  readonly id: string;
  readonly groupName: string;
  /** The town; null for a group formed by field. */
  readonly townName: string | null;
  readonly year: number;
  readonly items: number;
  readonly publishedAt: Instant;
}

/** What everybody may know of an activity that is planned, field by field. */
export interface ItemShown {
  readonly id: string;
  readonly theme: string;
  /** A code of `activity.kinds`. */
  readonly kind: string;
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly place: string | null;
  readonly campaign: string | null;
  readonly concern: string | null;
  readonly deputies: number | null;
  readonly remarks: string | null;
}

export interface PlanShown extends Omit<PlanInBrief, "items"> {
  readonly edition: number;
  readonly aim: string | null;
  readonly items: readonly ItemShown[];
}

export interface PlanQuery {
  readonly search?: string | undefined;
  /** The code of a town. */
  readonly town?: string | undefined;
  readonly year?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const source = sql`activity_plan p
  join activity_plan_edition e on e.district = p.district and e.plan_id = p.id and e.edition = p.public_edition
  join deputy_group g on g.district = p.district and g.id = p.group_id ${townOfGroup}`;

/** Groups by town, those formed by field last. */
const place = sql`coalesce(t.sort_key, '~')`;

/** Published plans of a year, or of all years, by year, town and group. */
export async function publicPlans(db: Db, district: string, { search, town, year, cursor, limit }: PlanQuery): Promise<Page<PlanInBrief>> {
  const chosen: RawBuilder<unknown>[] = [sql`p.district = ${district}`];
  if (year) chosen.push(sql`p.year = ${year}`);
  if (town) chosen.push(sql`t.code = ${town}`);
  if (search) {
    const pattern = containing(search);
    chosen.push(sql`(g.name ilike ${pattern} or exists (select 1 from jsonb_array_elements(e.items) i
      where i ->> 'theme' ilike ${pattern} or i ->> 'concern' ilike ${pattern}))`);
  }
  const after = keysAt(cursor, 4);
  if (after)
    chosen.push(
      sql`(9999 - p.year, ${place}, ${groupOrder}, p.id::text) > (${after[0]}::int, ${after[1]}::text, ${after[2]}::text, ${after[3]}::text)`,
    );
  const found = await sql<PlanInBrief & { place: string; number: string }>`
    select p.id, g.name as group_name, t.name as town_name, p.year, jsonb_array_length(e.items) as items, p.published_at, ${place} as place, ${groupOrder} as number
    from ${source} where ${sql.join(chosen, sql` and `)}
    order by 9999 - p.year, ${place}, ${groupOrder}, p.id::text limit ${limit + 1}`.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ id, groupName, townName, year, items, publishedAt }) => ({ id, groupName, townName, year, items, publishedAt })),
    next: found.rows.length > limit && last ? cursorAt([9999 - last.year, last.place, last.number, last.id]) : null,
  };
}

/** One published plan; undefined when there is none. */
export async function publicPlan(db: Db, district: string, id: string): Promise<PlanShown | undefined> {
  const found = await sql<Omit<PlanShown, "items">>`
    select p.id, g.name as group_name, t.name as town_name, p.year, p.published_at, e.edition, e.aim
    from ${source} where p.district = ${district} and p.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const items = await sql<ItemShown>`select ${itemShown} from ${source} ${eachItem}
    where p.district = ${district} and p.id = ${id} order by i.place`.execute(db);
  return { ...row, items: items.rows };
}

const eachItem = sql`cross join lateral jsonb_array_elements(e.items) with ordinality i (item, place)
  left join campaign c on c.district = p.district and c.id = (i.item ->> 'campaignId')::uuid`;
const itemShown = sql`i.item ->> 'id' as id, i.item ->> 'theme' as theme, i.item ->> 'kind' as kind, (i.item ->> 'fromMonth')::int as from_month,
  (i.item ->> 'toMonth')::int as to_month, i.item ->> 'place' as place, c.name as campaign, i.item ->> 'concern' as concern,
  (i.item ->> 'deputies')::int as deputies, i.item ->> 'remarks' as remarks`;

/** An activity with the group that plans it. */
export interface ItemOfGroup extends ItemShown {
  readonly planId: string;
  readonly groupName: string;
  readonly townName: string | null;
}

/** Every activity of the published plans of a year, by plan; `after` is the plan where the portion before ended. */
export async function publicItems(
  db: Db,
  district: string,
  year: number,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<ItemOfGroup>> {
  const found = await sql<{ id: string }>`
    select p.id from activity_plan p where p.district = ${district} and p.year = ${year} and p.public_edition is not null
      ${after ? sql`and p.id > ${after}` : sql``} order by p.id limit ${limit + 1}`.execute(db);
  const ids = found.rows.slice(0, limit).map(({ id }) => id);
  const items = await sql<ItemOfGroup>`
    select p.id as plan_id, g.name as group_name, t.name as town_name, ${itemShown} from ${source} ${eachItem}
    where p.district = ${district} and p.id = any(${ids}::uuid[]) order by p.id, i.place`.execute(db);
  return { items: items.rows, next: found.rows.length > limit ? (ids.at(-1) ?? null) : null };
}

/** The years of which plans are public, the newest first. */
export async function publicPlanYears(db: Db, district: string): Promise<{ year: number; plans: number; items: number }[]> {
  const found = await sql<{ year: number; plans: number; items: number }>`
    select p.year, count(*) as plans, sum(jsonb_array_length(e.items))::int as items from activity_plan p
    join activity_plan_edition e on e.district = p.district and e.plan_id = p.id and e.edition = p.public_edition
    where p.district = ${district} group by p.year order by p.year desc limit 20`.execute(db);
  return found.rows;
}

/** Published plans of a deputy's group, the newest first. */
export async function plansOfDeputy(db: Db, district: string, mandateId: string): Promise<PlanInBrief[]> {
  const found = await sql<PlanInBrief>`
    select p.id, g.name as group_name, t.name as town_name, p.year, jsonb_array_length(e.items) as items, p.published_at
    from ${source} join mandate m on m.district = p.district and m.group_id = p.group_id
    where m.district = ${district} and m.id = ${mandateId} order by p.year desc limit 3`.execute(db);
  return found.rows;
}
