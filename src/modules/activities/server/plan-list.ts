import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { type Sorting, sortedPage } from "../../../platform/http/sorted-page.ts";
import type { Actor, Person } from "../../identity/index.ts";
import { liaisonOfficeOf, officesOf } from "../access.ts";
import type { PlanLine, planContracts } from "../plan-contract.ts";
import { groupOrder, ownGroups, townOfGroup } from "./plan-groups.ts";

type Query = z.output<(typeof planContracts)["list"]["query"]>;
type Line = z.input<typeof PlanLine>;
type Row = Line & { readonly orderKey: string };

/** The SQL twin of `plannerOf`: plans `p` to which the actor has a relation. */
const inside = (actor: Person): RawBuilder<boolean> =>
  liaisonOfficeOf(actor)
    ? sql<boolean>`true`
    : sql<boolean>`(p.reviewer_id = any(${officesOf(actor)}::uuid[]) or p.group_id in ${ownGroups(actor)})`;

/** Plans `p` in the actor's sight: those he has to do with, and whatever is public. */
const planScope = (actor: Person): RawBuilder<boolean> =>
  sql<boolean>`(p.district = ${actor.district} and (p.public_edition is not null or ${inside(actor)}))`;

/** A draft is its writers' own affair: for everyone else what is public is published. */
const shownStatus = (actor: Person): RawBuilder<string> => sql<string>`case when ${inside(actor)} then p.status else 'published' end`;

const source = sql`activity_plan p join deputy_group g on g.district = p.district and g.id = p.group_id ${townOfGroup}`;

const countOf = (actor: Person) => sql`case when ${inside(actor)}
  then (select count(*) from activity_plan_item i where i.district = p.district and i.plan_id = p.id)
  else (select jsonb_array_length(e.items) from activity_plan_edition e
    where e.district = p.district and e.plan_id = p.id and e.edition = p.public_edition) end`;

/** Towns by their code, groups formed by field last. */
const place = sql`coalesce(t.sort_key, '~') || ' ' || ${groupOrder}`;
const orders: Readonly<Record<Query["sort"], { readonly by: RawBuilder<unknown>; readonly downwards: boolean }>> = {
  "-year": { by: sql`(9999 - p.year) || ' ' || ${place}`, downwards: false },
  group: { by: sql`${place} || ' ' || (9999 - p.year)`, downwards: false },
  "-published": { by: sql`coalesce(to_char(p.published_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS'), '')`, downwards: true },
};

/** A page of the plans in the actor's sight, and how many there are in each state under the same filters. */
export async function listPlans(db: Db, actor: Actor, query: Query) {
  const counted = await sql<{ status: string; count: number }>`
    select ${shownStatus(actor)} as status, count(*) as count from ${source}
    where ${sql.join(conditions(actor, query), sql` and `)} group by 1`.execute(db);
  return { ...(await planPage(db, actor, query)), counts: Object.fromEntries(counted.rows.map(({ status, count }) => [status, count])) };
}

/** A page of the plans in the actor's sight, as filtered and sorted. */
export async function planPage(db: Db, actor: Actor, query: Query) {
  const order = orders[query.sort];
  const sorting: Sorting<Row> = { ...order, key: ({ orderKey }) => orderKey };
  const where = conditions(actor, query);
  if (query.status) where.push(sql`${shownStatus(actor)} = ${query.status}`);
  const { items, next } = await sortedPage<Row>(db, {
    ...{ sorting, where, id: sql`p.id`, limit: query.limit, cursor: query.cursor },
    lines: sql`p.id, p.year::text as label, g.name as title, t.name as town_name, p.year, ${shownStatus(actor)} as status,
      ${countOf(actor)} as items, p.public_edition, p.published_at, null as due_on, ${order.by} as order_key from ${source}`,
  });
  return { items: items.map(({ orderKey: _, ...line }): Line => line), next };
}

function conditions(actor: Actor, query: Query): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [planScope(actor)];
  if (query.year) all.push(sql`p.year = ${query.year}`);
  if (query.areaId) all.push(sql`t.id = ${query.areaId}`);
  if (query.groupId) all.push(sql`p.group_id = ${query.groupId}`);
  if (query.mine) all.push(inside(actor));
  if (query.search?.trim()) all.push(saying(actor, containing(query.search.trim())));
  return all;
}

/** Words stand in the name of the group, or in the theme or the concern of an item that the actor may see. */
const saying = (actor: Actor, pattern: string): RawBuilder<boolean> => sql<boolean>`(g.name ilike ${pattern}
  or (${inside(actor)} and exists (select 1 from activity_plan_item i where i.district = p.district and i.plan_id = p.id
    and (i.theme ilike ${pattern} or i.concern ilike ${pattern})))
  or exists (select 1 from activity_plan_edition e cross join jsonb_array_elements(e.items) i
    where e.district = p.district and e.plan_id = p.id and e.edition = p.public_edition
      and (i ->> 'theme' ilike ${pattern} or i ->> 'concern' ilike ${pattern})))`;

/** An activity of a plan as a sheet shows it. */
export interface ItemLine {
  readonly year: number;
  readonly title: string;
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly theme: string;
  readonly kind: string;
  readonly place: string | null;
  readonly campaignName: string | null;
  readonly concern: string | null;
  readonly deputies: number | null;
  readonly remarks: string | null;
}

/** Every activity of these plans, as the actor may see them: the working text, or what is public. */
export async function itemLines(db: Db, actor: Actor, ids: readonly string[]): Promise<ItemLine[]> {
  const wanted = [...ids];
  const found = await sql<ItemLine>`
    select p.year, g.name as title, i.from_month, i.to_month, i.theme, i.kind, i.place, c.name as campaign_name, i.concern, i.deputies, i.remarks
    from ${source} cross join lateral (
      select w.position, w.from_month, w.to_month, w.theme, w.kind, w.place, w.campaign_id, w.concern, w.deputies, w.remarks
        from activity_plan_item w where w.district = p.district and w.plan_id = p.id and ${inside(actor)}
      union all
      select o.position, (o.item ->> 'fromMonth')::int, (o.item ->> 'toMonth')::int, o.item ->> 'theme', o.item ->> 'kind', o.item ->> 'place',
        (o.item ->> 'campaignId')::uuid, o.item ->> 'concern', (o.item ->> 'deputies')::int, o.item ->> 'remarks'
        from activity_plan_edition e cross join lateral jsonb_array_elements(e.items) with ordinality o (item, position)
        where e.district = p.district and e.plan_id = p.id and e.edition = p.public_edition and not ${inside(actor)}) i
    left join campaign c on c.district = p.district and c.id = i.campaign_id
    where ${planScope(actor)} and p.id = any(${wanted}::uuid[]) order by array_position(${wanted}::uuid[], p.id), i.position`.execute(db);
  return found.rows;
}

/** Plans in a few words, as far as the actor may see them. */
export async function planLines(db: Db, actor: Actor, ids: readonly string[]) {
  const found = await sql<{ id: string; label: string; title: string; status: string; from: string }>`
    select p.id, p.year::text as label, g.name as title, ${shownStatus(actor)} as status, coalesce(t.name, g.field, '') as "from"
    from ${source} where ${planScope(actor)} and p.id = any(${[...ids]}::uuid[])`.execute(db);
  return found.rows;
}
